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
     * Baselines and kernels of a point process on D nodes: the intensity of node i is
     * {@code lambda_i(t) = mu_i(t) + sum_j sum_u a_ij^u g_j^u(t)}.
     *
     * @param coefficients row i is of node i: its baseline in each of B pieces of time, then a_ij^u with j outside and u inside; length B + D U
     */
    record Kernels(double[][] coefficients) implements Solution {}

    /**
     * Weights of a linear model of K margins, one for each class.
     *
     * @param weights d K numbers, those of a feature together: {@code weights[j K + k]} of feature j and class k
     * @param intercepts one for each class; 0 where the problem has none
     */
    record MultiLinear(double[] weights, double[] intercepts) implements Solution {
        /** Number of classes, K. */
        public int classes() {
            return intercepts.length;
        }
    }

    /**
     * A factorization machine.
     *
     * @param factors weight and latent vector of each feature
     * @param intercept the constant b0
     */
    record Factorized(Factors factors, double intercept) implements Solution {}

    /**
     * A matrix of low rank.
     *
     * @param matrix by its singular value decomposition
     */
    record LowRank(LowRankMatrix matrix) implements Solution {}
}
