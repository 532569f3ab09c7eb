package org.fenchel.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether predictions mean what they say: rows in order of their prediction, cut into groups of about equal weight, each with
 * its mean prediction beside the mean of what was observed. A model may rank rows well and still be wrong about the size of
 * what it predicts; here that shows. For probabilities this is known as a reliability table, for claims as actual against
 * expected.
 *
 * @param groups in ascending order of their predictions, none of them empty
 */
public record Calibration(List<Group> groups) {
    /**
     * Rows with predictions close to each other.
     *
     * @param from smallest prediction
     * @param to largest prediction
     * @param predicted weighted mean of the predictions
     * @param observed weighted mean of the targets
     * @param weight sum of the weights
     * @param rows how many rows weigh anything
     */
    public record Group(double from, double to, double predicted, double observed, double weight, int rows) {
        /** Observed over predicted, 1 at best; infinite or NaN where nothing was predicted. */
        public double ratio() {
            return observed / predicted;
        }
    }

    /** Copies the list. */
    public Calibration {
        groups = List.copyOf(groups);
    }

    /**
     * Cuts rows into groups. Rows with the same prediction stay together, so that the order of the rows changes nothing; there
     * are fewer groups than asked for where few predictions differ.
     *
     * @param predictions predicted means, length n
     * @param targets what was observed, length n; 0 and 1 for classes, counts over exposures for rates
     * @param weights length n, 0 or more; a row of weight 0 is left out. Rates weigh their exposures.
     * @param count how many groups, 1 or more
     */
    public static Calibration of(double[] predictions, double[] targets, double[] weights, int count) {
        if (targets.length != predictions.length || weights.length != predictions.length) {
            throw new IllegalArgumentException("arrays differ in length");
        }
        if (count < 1) {
            throw new IllegalArgumentException(count + " groups");
        }
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        List<Group> groups = new ArrayList<>();
        int[] order = Ascending.order(predictions);
        Sum group = new Sum(Double.NaN);
        double before = 0;
        int place = 0;
        int next;
        for (int k = 0; k < order.length; k = next) {
            Sum same = new Sum(predictions[order[k]]);
            for (next = k; next < order.length && Double.compare(predictions[order[next]], same.from) == 0; next++) {
                same.add(targets[order[next]], weights[order[next]]);
            }
            if (same.rows == 0) {
                continue;
            }
            // The group in which the middle of these rows lies.
            int wanted = (int) Math.min(count - 1, (before + same.weight / 2) / total * count);
            if (group.rows > 0 && wanted > place) {
                groups.add(group.mean());
                group = new Sum(Double.NaN);
            }
            place = wanted;
            before += same.weight;
            group.add(same);
        }
        if (group.rows > 0) {
            groups.add(group.mean());
        }
        return new Calibration(groups);
    }

    /** What a group has summed up so far. */
    private static final class Sum {
        private double from;
        private double to;
        private double predicted;
        private double observed;
        private double weight;
        private int rows;

        Sum(double prediction) {
            from = prediction;
            to = prediction;
        }

        /** One row with the prediction that this began with. */
        void add(double target, double rowWeight) {
            if (rowWeight > 0) {
                observed += rowWeight * target;
                weight += rowWeight;
                rows++;
            }
        }

        /** Rows with one prediction, larger than all before. */
        void add(Sum same) {
            from = rows == 0 ? same.from : from;
            to = same.from;
            predicted += same.weight * same.from;
            observed += same.observed;
            weight += same.weight;
            rows += same.rows;
        }

        Group mean() {
            return new Group(from, to, predicted / weight, observed / weight, weight, rows);
        }
    }
}
