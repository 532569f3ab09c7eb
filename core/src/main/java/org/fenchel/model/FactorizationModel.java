package org.fenchel.model;

import java.util.List;
import org.fenchel.loss.Loss;
import org.fenchel.problem.Factors;
import org.fenchel.problem.RowScore;
import org.fenchel.problem.Solution;

/** A fitted factorization machine: immutable, thread-safe, scoring single rows given by their non-zero entries. */
public final class FactorizationModel {
    private final Loss loss;
    private final Factors factors;
    private final double intercept;
    private final List<String> featureNames;

    private FactorizationModel(Loss loss, Factors factors, double intercept, List<String> featureNames) {
        this.loss = loss;
        this.factors = factors;
        this.intercept = intercept;
        this.featureNames = featureNames;
    }

    /**
     * A model that scores rows as {@link RowScore} does.
     *
     * @param loss the loss it was fitted with, which turns scores into responses
     * @param solution copied
     * @param featureNames one for each feature
     */
    public static FactorizationModel of(Loss loss, Solution.Factorized solution, List<String> featureNames) {
        if (featureNames.size() != solution.factors().features()) {
            throw new IllegalArgumentException(
                    featureNames.size() + " names for " + solution.factors().features() + " features");
        }
        return new FactorizationModel(loss, solution.factors().copy(), solution.intercept(), List.copyOf(featureNames));
    }

    /**
     * The score of one row.
     *
     * @param columns distinct numbers of features, below d
     * @param values as many, or none at all where they are all 1
     */
    public double margin(int[] columns, double... values) {
        RowScore score = new RowScore(factors, columns.length);
        return intercept + score.of(columns.length, columns, values.length == 0 ? null : values, 0);
    }

    /**
     * What the score says about the target: the mean for regression, the probability of +1 for the logistic loss.
     *
     * @param columns distinct numbers of features, below d
     * @param values as many, or none at all where they are all 1
     */
    public double predict(int[] columns, double... values) {
        return loss.response(margin(columns, values));
    }

    /** The part of a score that two features add when both are present with value 1: the inner product of their vectors. */
    public double interaction(int one, int other) {
        double sum = 0;
        for (int f = 0; f < factors.rank(); f++) {
            sum += factors.factor(one, f) * factors.factor(other, f);
        }
        return sum;
    }

    /** Weight of a feature in the linear part. */
    public double weight(int feature) {
        return factors.weight(feature);
    }

    /** The constant. */
    public double intercept() {
        return intercept;
    }

    /** Numbers in a latent vector. */
    public int rank() {
        return factors.rank();
    }

    /** The loss it was fitted with. */
    public Loss loss() {
        return loss;
    }

    /** Names of the features, length d. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** Weights and vectors, copied. */
    public Factors factors() {
        return factors.copy();
    }
}
