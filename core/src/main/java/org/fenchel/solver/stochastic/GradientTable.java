package org.fenchel.solver.stochastic;

import java.util.Arrays;
import org.fenchel.loss.Loss;
import org.fenchel.problem.FiniteSum;

/**
 * A derivative a_i remembered for each row, and the mean gradient sum s_i a_i x_i that belongs to them. For linear margins a row's
 * gradient is a_i x_i, so that one number a row is all the memory it takes.
 *
 * <p>The mean is kept up to date by additions; their rounding errors add up to some 1e-16 of all changes together, which become smaller as
 * the run converges.
 */
final class GradientTable {
    /** Where a margin is outside the loss's domain: the width of the Moreau envelope whose derivative is taken there. */
    private static final double OUTSIDE = 1;

    private final FiniteSum problem;
    private final Loss loss;
    private final int[] all;
    private final double[] derivatives;
    private final double[] scratch;
    private final double[] mean;
    private double meanIntercept;

    GradientTable(FiniteSum problem) {
        this.problem = problem;
        loss = problem.loss();
        int n = problem.n();
        all = new int[n];
        Arrays.setAll(all, i -> i);
        derivatives = new double[n];
        scratch = new double[n];
        mean = new double[problem.d()];
    }

    /** Derivatives of all rows at this point. Cost: two passes over the rows' entries. */
    void fill(double[] weights, double intercept) {
        int n = all.length;
        problem.rows().multiply(all, n, weights, scratch);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            derivatives[i] = derivative(i, scratch[i] + intercept + problem.offsets()[i]);
            scratch[i] = problem.shares()[i] * derivatives[i];
            sum += scratch[i];
        }
        Arrays.fill(mean, 0);
        problem.rows().addTransposed(all, n, scratch, mean);
        meanIntercept = problem.intercept() ? sum : 0;
    }

    /**
     * A row's derivative at a margin. Outside the loss's domain, where there is none, it is that of the loss's Moreau envelope:
     * finite, and it leads back inside.
     */
    double derivative(int i, double z) {
        double y = problem.targets()[i];
        return z > loss.domainLow(y) ? loss.derivative(z, y) : loss.proxDerivative(z, OUTSIDE, y);
    }

    /** By how much the estimate of the gradient that row i gives differs from the mean, as a multiple of x_i: n s_i (a - a_i). */
    double correction(int i, double derivative) {
        return all.length * problem.shares()[i] * (derivative - derivatives[i]);
    }

    /** Row i has this derivative from now on. Cost: the row's entries. */
    void replace(int i, double derivative) {
        double change = problem.shares()[i] * (derivative - derivatives[i]);
        derivatives[i] = derivative;
        problem.rows().axpy(change, i, mean);
        if (problem.intercept()) {
            meanIntercept += change;
        }
    }

    /** The mean gradient. Read only. */
    double[] mean() {
        return mean;
    }

    /** The mean derivative; 0 where there is no intercept. */
    double meanIntercept() {
        return meanIntercept;
    }
}
