package org.fenchel.solver.planner;

import java.util.stream.IntStream;
import org.fenchel.problem.Certifier;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.smooth.ScalarPart;

/**
 * What a few conjugate gradient steps on the second-order model at zero weights (with the best intercept) tell about the curvature of a
 * smooth problem: the extreme Ritz values of the Lanczos process that they are, and how fast the model falls along them. The start is
 * the gradient, so nothing is random, and directions that do not matter for this problem do not count.
 *
 * @param largest estimate of the largest eigenvalue of the Hessian, from below
 * @param smallest estimate of the smallest that matters, from above
 * @param rate factor by which the model's distance from its minimum shrinks a step, on the mean
 * @param left what the model has still to fall after the steps, about
 */
public record Spectrum(double largest, double smallest, double rate, double left) {
    /** Steps, a pass each. */
    public static final int STEPS = 8;

    private static final double SLOWEST = 0.97;

    /** Rows for each column that show the spectrum of all, and the fewest that do. */
    private static final int ROWS_A_COLUMN = 20;

    private static final int LEAST_ROWS = 5000;

    /** Entries to look at, at most, unless the rows would be fewer than the columns. */
    private static final double MOST_ENTRIES = 5e6;

    /** The condition number as far as it was seen. */
    public double condition() {
        return smallest > 0 ? largest / smallest : Double.POSITIVE_INFINITY;
    }

    /**
     * Looks at a problem whose loss is differentiable; a Hessian of 0 has largest = 0. At some of many rows, evenly spread.
     */
    static Spectrum of(FiniteSum whole) {
        double entriesARow = (double) whole.rows().nonZeros() / whole.n();
        double affordable = Math.max(whole.d(), MOST_ENTRIES / entriesARow);
        int enough = (int) Math.max(LEAST_ROWS, Math.min((double) ROWS_A_COLUMN * whole.d(), affordable));
        int stride = whole.n() / enough;
        FiniteSum problem = stride < 2
                ? whole
                : whole.on(IntStream.range(0, whole.n() / stride)
                        .map(k -> k * stride)
                        .toArray());
        ScalarPart smooth = new ScalarPart(problem);
        double[] x = new double[smooth.size()];
        Certifier certifier = new Certifier(problem);
        certifier.certify(new double[problem.d()], 0, null);
        if (problem.intercept() && Double.isFinite(certifier.intercept())) {
            x[problem.d()] = certifier.intercept();
        }
        double[] margins = new double[smooth.n()];
        smooth.margins(x, margins);
        double[] curvatures = new double[smooth.n()];
        double steepest = problem.loss().smoothness();
        if (Double.isFinite(steepest)) {
            // at zero a loss of pieces may be a line for most rows, and their curvature is yet to come
            for (int i = 0; i < curvatures.length; i++) {
                curvatures[i] = problem.shares()[i] * steepest;
            }
        } else {
            smooth.curvatures(margins, curvatures);
        }
        double[] slopes = new double[smooth.n()];
        smooth.slopes(margins, slopes);
        double[] residual = new double[smooth.size()];
        smooth.transposed(slopes, residual);
        return run(smooth, curvatures, residual);
    }

    private static Spectrum run(ScalarPart smooth, double[] curvatures, double[] residual) {
        double l2 = smooth.problem().penalty().l2();
        int d = smooth.problem().d();
        double[] search = residual.clone();
        double[] product = new double[residual.length];
        double[] along = new double[smooth.n()];
        double[] diagonal = new double[STEPS];
        double[] offDiagonal = new double[STEPS];
        double[] gains = new double[STEPS];
        double rho = square(residual);
        double alphaBefore = 0;
        double beta = 0;
        int steps = 0;
        double first = rho;
        while (steps < STEPS && rho > 1e-24 * first && rho < Double.POSITIVE_INFINITY) {
            smooth.along(search, along);
            for (int i = 0; i < along.length; i++) {
                along[i] *= curvatures[i];
            }
            smooth.transposed(along, product);
            double bend = 0;
            for (int j = 0; j < product.length; j++) {
                product[j] += j < d ? l2 * search[j] : 0;
                bend += search[j] * product[j];
            }
            if (!(bend > 0)) {
                break;
            }
            double alpha = rho / bend;
            for (int j = 0; j < product.length; j++) {
                residual[j] -= alpha * product[j];
            }
            double newRho = square(residual);
            diagonal[steps] = 1 / alpha + (steps > 0 ? beta / alphaBefore : 0);
            beta = newRho / rho;
            offDiagonal[steps] = Math.sqrt(beta) / alpha;
            gains[steps] = alpha * rho / 2;
            alphaBefore = alpha;
            rho = newRho;
            steps++;
            for (int j = 0; j < search.length; j++) {
                search[j] = residual[j] + beta * search[j];
            }
        }
        if (steps == 0) {
            return new Spectrum(0, 0, 0, 0);
        }
        double rate = steps == 1 || rho <= 1e-20 * first
                ? 0
                : Math.min(SLOWEST, Math.pow(gains[steps - 1] / gains[0], 1.0 / (steps - 1)));
        return new Spectrum(
                eigenvalue(steps, diagonal, offDiagonal, steps - 1),
                eigenvalue(steps, diagonal, offDiagonal, 0),
                rate,
                gains[steps - 1] * rate / (1 - rate));
    }

    private static double square(double[] a) {
        double sum = 0;
        for (double x : a) {
            sum += x * x;
        }
        return sum;
    }

    /** The eigenvalue of a tridiagonal matrix that has so many below it, by bisection with Sturm's sequence. */
    private static double eigenvalue(int n, double[] diagonal, double[] offDiagonal, int below) {
        double high = 0;
        for (int k = 0; k < n; k++) {
            high = Math.max(high, diagonal[k] + Math.abs(offDiagonal[k]) + (k > 0 ? Math.abs(offDiagonal[k - 1]) : 0));
        }
        double low = 0;
        for (int bisection = 0; bisection < 60; bisection++) {
            double middle = (low + high) / 2;
            int count = 0;
            double pivot = 1;
            for (int k = 0; k < n; k++) {
                pivot = diagonal[k] - middle - (k > 0 ? offDiagonal[k - 1] * offDiagonal[k - 1] / pivot : 0);
                pivot = pivot == 0 ? 1e-300 : pivot;
                count += pivot < 0 ? 1 : 0;
            }
            if (count > below) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }
}
