package org.fenchel.solver;

import org.fenchel.data.DenseRows;
import org.fenchel.data.Rows;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;

/**
 * What the parts of methods cost on a problem, in nanoseconds of a usual machine of two cores: from the shapes of the data and
 * constants that were measured once, never from a clock, so that choices made by them are the same everywhere and every time.
 *
 * @param ascentPass one pass of coordinate ascent
 * @param pass margins and a gradient of all rows
 * @param certificate one certificate
 * @param columnSystem a Gram matrix of the columns and its factor; infinite where it is not formed for its size
 * @param rowSystem a factor of the matrix of the rows' inner products, computed before; infinite where it is not formed for its size
 * @param rowProducts the inner products of all rows, once
 * @param newtonStep one step of a second-order method on all rows
 * @param newtonFit as many of them as a fit to six digits takes
 */
public record Costs(
        double ascentPass,
        double pass,
        double certificate,
        double columnSystem,
        double rowSystem,
        double rowProducts,
        double newtonStep,
        double newtonFit) {
    /** Above this order the proximal point method leaves Newton's system to conjugate gradients. */
    public static final double LARGEST_FACTOR = 2000;

    /** Conjugate gradient iterations of a step, where losses are smooth and where they have kinks. */
    private static final double SMOOTH_ITERATIONS = 10;

    private static final double KINKED_ITERATIONS = 20;

    /** How fast the latter grow with the decades between the data and l2, from how many on, and up to what. */
    private static final double KINKED_GROWTH = 0.4;

    private static final double KINKED_DECADES = 2.2;
    private static final double MOST_ITERATIONS = 300;

    /** Columns that are free to move where l1 sets weights to 0: a part of the smaller side's length. */
    private static final double FREE = 0.4;

    /** The same where columns outnumber rows, and rows are what limits them. */
    private static final double FREE_WIDE = 0.8;

    /** Where rows are sparse the few columns that most rows share are chosen first: so many roots of that length. */
    private static final double FREE_ROOTS = 2;

    private static final double LEAST_FREE = 100;

    /** Nanoseconds an entry of the matrix, for the sweeps over the weights where l1 takes the place of a factor. */
    private static final double SWEEPS = 30;

    private static final double MOST_DECADES = 8;

    /** What a thousand rows for each column leave of them. */
    private static final double HELD = 3.6;

    /** Rows whose numbers, a dozen each, are no longer in a cache when they are needed again. */
    private static final double UNCACHED = 150_000;

    /** Part of the rows that are between or at kinks at once, at most. */
    private static final double MOST_ACTIVE = 0.8;

    /** Up to this order the proximal point method takes the side of the columns, unless the rows are fewer. */
    private static final double SMALL_SIDE = 500;

    /** The costs on this problem. */
    public static Costs of(FiniteSum problem) {
        Rows rows = problem.rows();
        boolean dense = rows instanceof DenseRows;
        boolean smooth = problem.loss().differentiable();
        double n = problem.n();
        double d = problem.d();
        double entries = rows.nonZeros();
        double products = entries * (dense ? 0.7 : 0.9);
        double bent = bent(problem);
        double ascentPass = bent * (n * 90 + entries * (dense ? 1.1 : 3));
        double pass = 30 * n + products;
        double certificate = n * (70 + 130 * Math.min(1, n / UNCACHED)) + products;
        double columnSystem = bent * gram(dense, n, d, entries) + factor(d);
        double rowSystem = factor(n) + 1.5 * n * n;
        double rowProducts = dense ? 0.1 * n * n * d : 0.7 * n * entries;
        double once = n < d && n <= LARGEST_FACTOR ? rowProducts : 0;
        double led = problem.intercept() ? 1 : 0;
        double step;
        if (smooth) {
            boolean l1 = problem.penalty() instanceof Separable separable && separable.l1() > 0;
            double free = l1 ? free(dense, n, d) : d;
            double system;
            if (Math.min(n, free + led) > LARGEST_FACTOR) {
                system = SMOOTH_ITERATIONS * products;
            } else if (n < free) {
                system = rowSystem;
            } else {
                double formed = bent * free / d * free / d * gram(dense, n, d, entries);
                system = formed + (l1 ? SWEEPS * free * free : factor(free));
            }
            step = 1.5 * pass + system;
        } else {
            // rows at a kink: as many as there are degrees of freedom, about, and some more on the way
            double most = minimumAtKink(problem) ? 1 : MOST_ACTIVE;
            double active = Math.min(most * n, 0.5 * d + 0.02 * n);
            boolean onRows = active <= LARGEST_FACTOR && (n < d || d > SMALL_SIDE && 2 * active < d);
            double system = onRows
                    ? factor(active) + 1.5 * active * active
                    : d + led <= LARGEST_FACTOR
                            ? active / n * gram(dense, n, d, entries) + factor(d)
                            : kinkedIterations(problem) * products;
            step = pass + 30 * n + system;
        }
        double fit = once + step * (smooth ? smoothSteps(problem) : kinkedSteps(problem));
        return new Costs(ascentPass, pass, certificate, columnSystem, rowSystem, rowProducts, step, fit);
    }

    /** Part of the rows whose loss is not a line: the others have one dual only, and no curvature. */
    private static double bent(FiniteSum problem) {
        int count = 0;
        for (double y : problem.targets()) {
            count += problem.loss().dualLow(y) < problem.loss().dualHigh(y) ? 1 : 0;
        }
        return (double) count / problem.n();
    }

    private static double gram(boolean dense, double n, double d, double entries) {
        return dense ? (0.012 + 0.5 / d) * n * d * d : entries * (5 + 0.2 * entries / n);
    }

    private static double factor(double order) {
        return 0.1 * order * order * order / 6;
    }

    /** Columns that a model with l1 is minimised over. */
    private static double free(boolean dense, double n, double d) {
        double side = Math.min(n, d);
        return Math.min(
                d, Math.max(LEAST_FREE, dense ? (n < d ? FREE_WIDE : FREE) * side : FREE_ROOTS * Math.sqrt(side)));
    }

    /** Conjugate gradient iterations of a step where losses have kinks: l1 leaves few columns, but l2 must be strong to hold many. */
    private static double kinkedIterations(FiniteSum problem) {
        if (problem.penalty().l2() == 0) {
            return KINKED_ITERATIONS;
        }
        double decades = Math.max(0, decades(problem) - KINKED_DECADES);
        return Math.min(MOST_ITERATIONS, KINKED_ITERATIONS * Math.pow(10, KINKED_GROWTH * decades));
    }

    /** Whether losses are smallest at a kink, as absolute ones are: all rows that the weights can fit stay there. */
    private static boolean minimumAtKink(FiniteSum problem) {
        double y = problem.targets()[0];
        return problem.loss().dualLow(y) < 0 && problem.loss().dualHigh(y) > 0;
    }

    /** How much stronger the data are than l2, in powers of ten. */
    private static double decades(FiniteSum problem) {
        double sum = 0;
        for (int i = 0; i < problem.n(); i++) {
            sum += problem.shares()[i] * problem.rows().squaredNorm(i);
        }
        double smoothness = Math.min(problem.loss().smoothness(), 1);
        double l2 = problem.penalty().l2();
        // many rows for each column hold the weights where l2 does not; without l2 a problem is as hard as with a
        // middling one
        double rowsAColumn = (double) problem.n() / Math.max(1, problem.d());
        double most = HELD + 4 * Math.max(0, 3 - Math.log10(rowsAColumn));
        return Math.min(most, l2 == 0 ? 5 : Math.min(MOST_DECADES, Math.log10(1 + smoothness * sum / l2)));
    }

    /** Newton steps on all rows that six digits take where the loss has no kinks: few with a strong penalty, twelve with a
     * weak one, and half as many where losses have minima. */
    public static double smoothSteps(FiniteSum problem) {
        return 1 + (attained(problem) ? 0.7 : 1.4) * decades(problem);
    }

    /** Whether some row's loss has a minimum, which keeps margins where its second-order model is a good one. */
    private static boolean attained(FiniteSum problem) {
        for (double y : problem.targets()) {
            if (problem.loss().attainsInfimum(y)) {
                return true;
            }
        }
        return false;
    }

    /** The same where the loss has kinks. */
    public static double kinkedSteps(FiniteSum problem) {
        return Math.max(35, 11.7 * Math.exp(0.33 * decades(problem)));
    }
}
