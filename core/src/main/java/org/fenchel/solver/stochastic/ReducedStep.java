package org.fenchel.solver.stochastic;

import org.fenchel.data.DenseRows;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;

/** A proximal step along a gradient of reduced variance, {@code correction * x_i + mean}; the penalty is in the prox, its l2 too. */
interface ReducedStep {
    /** Moves the weights in place, by row i. */
    void take(double[] weights, int i, double correction, double[] mean, double eta);

    /** The step that suits the problem: on the row's columns where that can be done, on all of them otherwise. */
    static ReducedStep of(FiniteSum problem) {
        return problem.penalty() instanceof Separable separable && !(problem.rows() instanceof DenseRows)
                ? new SupportStep(problem.rows(), separable)
                : new WholeStep(problem.rows(), problem.penalty());
    }

    /**
     * Brings the start to where the steps can take over: columns without entries, which steps on the rows' columns never visit,
     * get the weight that the penalty alone wants.
     */
    default void prepare(double[] weights) {
        // every column is visited
    }
}
