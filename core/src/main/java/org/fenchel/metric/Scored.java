package org.fenchel.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Predictions beside the truth, one entry a row, in ascending order of the margins: ranking metrics then need one sweep for
 * any weights.
 */
public final class Scored implements Metric.Rows {
    private final double[] margins;
    private final double[] predictions;
    private final double[] targets;
    private final double[] weights;
    private final double[] rates;
    private final double[] exposures;

    private Scored(
            double[] margins,
            double[] predictions,
            double[] targets,
            double[] weights,
            double[] rates,
            double[] exposures) {
        this.margins = margins;
        this.predictions = predictions;
        this.targets = targets;
        this.weights = weights;
        this.rates = rates;
        this.exposures = exposures;
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
        double[] used = weights == null ? ones(n) : weights;
        requireLength(n, predictions, targets, used);
        int[] order = Ascending.order(margins);
        double[] sorted = pick(predictions, order);
        return new Scored(pick(margins, order), sorted, pick(targets, order), pick(used, order), sorted, ones(n));
    }

    /**
     * Counts over unequal exposures: the prediction of a row is its rate times its exposure.
     *
     * @param margins the model's margins, length n
     * @param rates mean counts for one unit of exposure, length n
     * @param exposures how long, or for how many, each row was observed; length n, above 0
     * @param counts what was observed, length n
     * @param weights sample weights, length n, or null where every row weighs 1
     */
    public static Scored ofCounts(
            double[] margins, double[] rates, double[] exposures, double[] counts, double @Nullable [] weights) {
        int n = margins.length;
        double[] used = weights == null ? ones(n) : weights;
        requireLength(n, rates, exposures, counts, used);
        double[] predictions = new double[n];
        for (int i = 0; i < n; i++) {
            predictions[i] = rates[i] * exposures[i];
        }
        int[] order = Ascending.order(margins);
        return new Scored(
                pick(margins, order),
                pick(predictions, order),
                pick(counts, order),
                pick(used, order),
                pick(rates, order),
                pick(exposures, order));
    }

    private static void requireLength(int n, double[]... arrays) {
        for (double[] array : arrays) {
            if (array.length != n) {
                throw new IllegalArgumentException("arrays differ in length");
            }
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
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

    @Override
    public double[] weights() {
        return weights;
    }

    /** Predictions for one unit of exposure; the predictions themselves where there are no exposures. Read only. */
    public double[] rates() {
        return rates;
    }

    /** Exposures, 1 where there are none. Read only. */
    public double[] exposures() {
        return exposures;
    }

    private static double[] pick(double[] from, int[] order) {
        double[] picked = new double[order.length];
        for (int k = 0; k < order.length; k++) {
            picked[k] = from[order[k]];
        }
        return picked;
    }
}
