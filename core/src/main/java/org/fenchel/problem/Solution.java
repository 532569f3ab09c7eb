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
}
