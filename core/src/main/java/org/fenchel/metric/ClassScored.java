package org.fenchel.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Probabilities of several classes beside the truth, a row after the other. */
public final class ClassScored implements Metric.Rows {
    private final int classes;
    private final int[] predicted;
    private final int[] targets;
    private final double[] confidence;
    private final double[] ofTruth;
    private final double[] weights;

    private ClassScored(int classes, double[] probabilities, double[] truth, double[] weights) {
        this.classes = classes;
        this.weights = weights;
        int n = truth.length;
        predicted = new int[n];
        targets = new int[n];
        confidence = new double[n];
        ofTruth = new double[n];
        for (int i = 0; i < n; i++) {
            targets[i] = (int) truth[i];
            for (int k = 1; k < classes; k++) {
                predicted[i] =
                        probabilities[i * classes + k] > probabilities[i * classes + predicted[i]] ? k : predicted[i];
            }
            confidence[i] = probabilities[i * classes + predicted[i]];
            ofTruth[i] = probabilities[i * classes + targets[i]];
        }
    }

    /**
     * Compares predictions with the truth.
     *
     * @param classes how many classes there are, K
     * @param probabilities shape (n, K)
     * @param targets numbers of classes, 0 to K - 1, length n
     * @param weights sample weights, length n, or null where every row weighs 1; copied
     */
    public static ClassScored of(int classes, double[] probabilities, double[] targets, double @Nullable [] weights) {
        int n = targets.length;
        if (probabilities.length != (long) n * classes || (weights != null && weights.length != n)) {
            throw new IllegalArgumentException("arrays differ in length");
        }
        double[] used = new double[n];
        Arrays.fill(used, 1);
        return new ClassScored(classes, probabilities, targets, weights == null ? used : weights.clone());
    }

    /** Number of rows. */
    public int n() {
        return targets.length;
    }

    @Override
    public double[] weights() {
        return weights;
    }

    /** Minus the logarithm of the probability of each row's own class, in nats. */
    double[] losses() {
        double[] losses = new double[n()];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = -Math.log(ofTruth[i]);
        }
        return losses;
    }

    /** Which classes were taken for which. */
    public Confusion confusion() {
        return confusion(weights);
    }

    /** The same with other weights of the rows. */
    Confusion confusion(double[] rowWeights) {
        double[] matrix = new double[classes * classes];
        for (int i = 0; i < rowWeights.length; i++) {
            matrix[targets[i] * classes + predicted[i]] += rowWeights[i];
        }
        return new Confusion(classes, matrix);
    }

    /**
     * Whether the probability of the class named is the share of rows for which it is the right one.
     *
     * @param groups how many, 1 or more
     */
    public Calibration calibration(int groups) {
        return Calibration.of(confidence, hits(), weights, groups);
    }

    /** 1 for each row whose most probable class is its own, 0 for the others. */
    double[] hits() {
        double[] hits = new double[n()];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = predicted[i] == targets[i] ? 1 : 0;
        }
        return hits;
    }
}
