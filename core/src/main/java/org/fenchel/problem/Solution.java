package org.fenchel.problem;

/** What a solver finds: structure, never one flat array for everything. */
public sealed interface Solution {
    /**
     * Weights of a linear model, on the features as fitted.
     *
     * @param weights length d
     * @param intercept 0 where the problem has none
     */
    record Linear(double[] weights, double intercept) implements Solution {}

    /**
     * A factorization machine.
     *
     * @param factors weight and latent vector of each feature
     * @param intercept the constant b0
     */
    record Factorized(Factors factors, double intercept) implements Solution {}
}
