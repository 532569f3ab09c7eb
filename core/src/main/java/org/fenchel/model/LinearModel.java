package org.fenchel.model;

import java.util.List;
import org.fenchel.loss.Loss;
import org.fenchel.problem.Solution;

/** A fitted linear model: immutable, thread-safe, scoring single rows. */
public final class LinearModel {
    private final Loss loss;
    private final double[] weights;
    private final double intercept;
    private final List<String> featureNames;

    private LinearModel(Loss loss, double[] weights, double intercept, List<String> featureNames) {
        this.loss = loss;
        this.weights = weights;
        this.intercept = intercept;
        this.featureNames = featureNames;
    }

    /**
     * A model that scores {@code x'weights + intercept}.
     *
     * @param loss the loss it was fitted with, which turns margins into responses
     * @param solution weights and intercept; copied
     * @param featureNames one for each weight
     */
    public static LinearModel of(Loss loss, Solution.Linear solution, List<String> featureNames) {
        if (featureNames.size() != solution.weights().length) {
            throw new IllegalArgumentException(
                    featureNames.size() + " names for " + solution.weights().length + " weights");
        }
        return new LinearModel(loss, solution.weights().clone(), solution.intercept(), List.copyOf(featureNames));
    }

    /**
     * The margin of one row, {@code x'weights + intercept}; an offset is the caller's to add.
     *
     * @param x length d
     */
    public double margin(double[] x) {
        double z = intercept;
        for (int j = 0; j < weights.length; j++) {
            z += weights[j] * x[j];
        }
        return z;
    }

    /**
     * What the margin says about the target: the mean for regression and counts, the probability of +1 for logistic.
     *
     * @param x length d
     */
    public double predict(double[] x) {
        return loss.response(margin(x));
    }

    /** The loss it was fitted with. */
    public Loss loss() {
        return loss;
    }

    /** The weights, length d, copied. */
    public double[] weights() {
        return weights.clone();
    }

    /** The intercept; 0 where it has none. */
    public double intercept() {
        return intercept;
    }

    /** Names of the features, length d. */
    public List<String> featureNames() {
        return featureNames;
    }
}
