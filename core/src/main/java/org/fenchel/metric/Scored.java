package org.fenchel.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Predictions beside the truth, one entry a row, in ascending order of the margins: ranking metrics then need one sweep for
 * any weights.
 */
public final class Scored {
    private final double[] margins;
    private final double[] predictions;
    private final double[] targets;
    private final double[] weights;

    private Scored(double[] margins, double[] predictions, double[] targets, double[] weights) {
        this.margins = margins;
        this.predictions = predictions;
        this.targets = targets;
        this.weights = weights;
    }

    /**
     * Sorts copies of what is given.
     *
     * @param margins the model's margins, length n
     * @param predictions what the margins say about the targets (a mean, a probability, a rate), length n
     * @param targets the truth, length n; for classes -1 and +1
     * @param weights sample weights, length n, or null where every row weighs 1
     */
    public static Scored of(double[] margins, double[] predictions, double[] targets, double @Nullable [] weights) {
        int n = margins.length;
        if (predictions.length != n || targets.length != n || (weights != null && weights.length != n)) {
            throw new IllegalArgumentException("arrays differ in length");
        }
        int[] order = ascending(margins);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return new Scored(
                pick(margins, order),
                pick(predictions, order),
                pick(targets, order),
                weights == null ? ones : pick(weights, order));
    }

    /** Number of rows. */
    public int n() {
        return margins.length;
    }

    /** Margins, ascending. Read only. */
    public double[] margins() {
        return margins;
    }

    /** Predictions. Read only. */
    public double[] predictions() {
        return predictions;
    }

    /** Targets. Read only. */
    public double[] targets() {
        return targets;
    }

    /** Sample weights. Read only. */
    public double[] weights() {
        return weights;
    }

    /** Positions in ascending order of the values: a merge sort of indices, which spares a box for each. */
    private static int[] ascending(double[] values) {
        int[] order = new int[values.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int[] other = new int[values.length];
        for (int width = 1; width < order.length; width *= 2) {
            for (int from = 0; from < order.length; from += 2 * width) {
                merge(
                        values,
                        order,
                        other,
                        from,
                        Math.min(from + width, order.length),
                        Math.min(from + 2 * width, order.length));
            }
            int[] sorted = other;
            other = order;
            order = sorted;
            if (width > order.length / 2) {
                break; // doubling again could overflow
            }
        }
        return order;
    }

    private static void merge(double[] values, int[] in, int[] out, int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int k = from; k < to; k++) {
            boolean takeLeft =
                    left < middle && (right >= to || Double.compare(values[in[left]], values[in[right]]) <= 0);
            out[k] = takeLeft ? in[left++] : in[right++];
        }
    }

    private static double[] pick(double[] from, int[] order) {
        double[] picked = new double[order.length];
        for (int k = 0; k < order.length; k++) {
            picked[k] = from[order[k]];
        }
        return picked;
    }
}
