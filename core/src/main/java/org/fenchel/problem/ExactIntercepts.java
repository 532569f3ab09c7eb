package org.fenchel.problem;

import java.util.Arrays;
import org.fenchel.kernel.Shards;
import org.fenchel.loss.DualDomain;
import org.fenchel.loss.VectorLoss;

/**
 * The exact minimiser over the intercepts of all classes: argmin_c sum_i w_i l(z_i + c, y_i), a smooth convex function of K
 * unknowns. Newton's method, whose systems are solved by conjugate gradients: K of them at most, and no matrix.
 *
 * <p>Cost: near the answer two or three evaluations of all losses, and n K multiply-adds an inner iteration.
 */
final class ExactIntercepts {
    /** What is left to gain below such a gradient is far below the rounding of the objective. */
    private static final double FLAT = 1e-13;

    private static final int MOST = 100;

    /** Margins moved by more than this at a step go from sure of one class to sure of another. */
    private static final double LONGEST = 30;

    private final VectorSum problem;
    private final VectorLoss loss;
    private final int classes;
    private final int shards;
    private final double[] values;
    private final double[] parts;
    private final double[] scratch;
    private final double[] gradient;
    private final double[] diagonal;
    private final double[] step;
    private final double[] residual;
    private final double[] search;
    private final double[] product;
    private final double[] trial;

    ExactIntercepts(VectorSum problem) {
        this.problem = problem;
        loss = problem.loss();
        classes = problem.classes();
        shards = problem.shards();
        values = new double[problem.n()];
        parts = new double[shards * classes];
        scratch = new double[shards * classes];
        gradient = new double[classes];
        diagonal = new double[classes];
        step = new double[classes];
        residual = new double[classes];
        search = new double[classes];
        product = new double[classes];
        trial = new double[classes];
    }

    /**
     * Finds the minimiser, on the simplex the one whose numbers add up to 0.
     *
     * @param z margins without intercepts, shape (n, K)
     * @param c where to begin, and the result
     * @param margins receives {@code z + c}
     * @param gradients receives the losses' gradients there
     */
    void minimise(double[] z, double[] c, double[] margins, double[] gradients) {
        double value = evaluate(z, c, margins, gradients);
        for (int iteration = 0; iteration < MOST && largest(gradient) > FLAT; iteration++) {
            double before = largest(gradient);
            double slope = direction(gradients);
            if (!(slope < 0)) {
                break;
            }
            double t = Math.min(1, LONGEST / largest(step));
            double next = value;
            boolean falls = false;
            for (int halving = 0; halving < 50 && !falls; halving++, t /= 2) {
                for (int k = 0; k < classes; k++) {
                    trial[k] = c[k] + t * step[k];
                }
                next = evaluate(z, trial, margins, gradients);
                double rounding = 1e-14 * (1 + Math.abs(value));
                falls = next <= value + 1e-4 * t * slope || next <= value + rounding && largest(gradient) < before;
            }
            if (!falls) {
                evaluate(z, c, margins, gradients);
                break;
            }
            System.arraycopy(trial, 0, c, 0, classes);
            value = next;
        }
        if (loss.domain() == DualDomain.SIMPLEX) {
            double mean = Arrays.stream(c).sum() / classes;
            for (int k = 0; k < classes; k++) {
                c[k] -= mean;
            }
        }
    }

    private double evaluate(double[] z, double[] c, double[] margins, double[] gradients) {
        int n = problem.n();
        double value = Shards.sum(shards, s -> {
            int from = Shards.start(s, shards, n);
            int to = Shards.start(s + 1, shards, n);
            for (int i = from; i < to; i++) {
                for (int k = 0; k < classes; k++) {
                    margins[i * classes + k] = z[i * classes + k] + c[k];
                }
            }
            loss.gradients(from, to, classes, margins, problem.targets(), gradients, values);
            Arrays.fill(parts, s * classes, (s + 1) * classes, 0);
            double sum = 0;
            for (int i = from; i < to; i++) {
                double share = problem.shares()[i];
                sum += share * values[i];
                for (int k = 0; k < classes; k++) {
                    parts[s * classes + k] += share * gradients[i * classes + k];
                }
            }
            return sum;
        });
        collect(gradient);
        return value;
    }

    /** Newton's step, nearly, into {@link #step}; returns the slope along it. */
    private double direction(double[] gradients) {
        sum(
                gradients,
                diagonal,
                (at, i, out, outAt) -> loss.diagonal(classes, gradients, at, problem.targets()[i], out, outAt));
        double largest = largest(diagonal);
        double rho = 0;
        for (int k = 0; k < classes; k++) {
            diagonal[k] = Math.max(diagonal[k], Math.max(1e-10 * largest, 1e-300));
            step[k] = 0;
            residual[k] = -gradient[k];
            search[k] = residual[k] / diagonal[k];
            rho += residual[k] * search[k];
        }
        double enough = 1e-6 * rho;
        for (int iteration = 0; iteration < 2 * classes && rho > enough; iteration++) {
            sum(
                    gradients,
                    product,
                    (at, i, out, outAt) ->
                            loss.product(classes, gradients, at, problem.targets()[i], search, 0, out, outAt));
            double bend = 0;
            double size = 0;
            for (int k = 0; k < classes; k++) {
                bend += search[k] * product[k];
                size += search[k] * search[k] * diagonal[k];
            }
            if (!(bend > 1e-14 * size)) {
                if (iteration == 0) {
                    System.arraycopy(search, 0, step, 0, classes);
                }
                break;
            }
            double t = rho / bend;
            double newRho = 0;
            for (int k = 0; k < classes; k++) {
                step[k] += t * search[k];
                residual[k] -= t * product[k];
                newRho += residual[k] * residual[k] / diagonal[k];
            }
            double beta = newRho / rho;
            rho = newRho;
            for (int k = 0; k < classes; k++) {
                search[k] = residual[k] / diagonal[k] + beta * search[k];
            }
        }
        double slope = 0;
        for (int k = 0; k < classes; k++) {
            slope += gradient[k] * step[k];
        }
        return slope;
    }

    private interface RowTerm {
        void of(int at, int i, double[] out, int outAt);
    }

    /** {@code out = sum_i w_i term_i}. */
    private void sum(double[] gradients, double[] out, RowTerm term) {
        int n = problem.n();
        Shards.run(shards, s -> {
            Arrays.fill(parts, s * classes, (s + 1) * classes, 0);
            for (int i = Shards.start(s, shards, n); i < Shards.start(s + 1, shards, n); i++) {
                term.of(i * classes, i, scratch, s * classes);
                double share = problem.shares()[i];
                for (int k = 0; k < classes; k++) {
                    parts[s * classes + k] += share * scratch[s * classes + k];
                }
            }
        });
        collect(out);
    }

    private void collect(double[] out) {
        Arrays.fill(out, 0);
        for (int s = 0; s < shards; s++) {
            for (int k = 0; k < classes; k++) {
                out[k] += parts[s * classes + k];
            }
        }
    }

    private static double largest(double[] v) {
        double largest = 0;
        for (double x : v) {
            largest = Math.max(largest, Math.abs(x));
        }
        return largest;
    }
}
