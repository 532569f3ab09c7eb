package org.fenchel.solver.dual;

import java.util.Arrays;
import java.util.List;
import org.fenchel.loss.LogSmooth;
import org.fenchel.loss.Loss;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.jspecify.annotations.Nullable;

/**
 * Duals to begin with.
 *
 * <p>For a {@link LogSmooth} loss with l2 alone a_i = dualHigh - u_i follows a direction kappa: a = abar kappa with the abar that
 * maximises the dual along it, in closed form. Several directions are tried, since none is the best for all data, and the one
 * with the highest dual wins. M. Bompaire, E. Bacry, S. Gaïffas, arXiv 1807.03545 (2018), section 3.4.
 */
public final class DualStart {
    private DualStart() {}

    /**
     * Directions for a log-smooth loss.
     */
    public enum Direction {
        /** L_i / (x_i' sum_j x_j), over the rows with L_j > 0: the paper's. Exists where no such inner product is 0 or less. */
        CORRELATION,
        /** 1: the same dual for all. */
        CONSTANT,
        /** L_i / ||x_i||. */
        NORM
    }

    /**
     * Feasible duals to begin with, length n: for the point to start from the losses' derivatives there; otherwise the best
     * direction where there are directions, and 0, or what is nearest to it in the dual interval, where there are none.
     */
    static double[] of(FiniteSum problem, @Nullable Linear start) {
        Loss loss = problem.loss();
        int n = problem.n();
        double[] duals = new double[n];
        if (start != null) {
            problem.margins(start, duals);
            for (int i = 0; i < n; i++) {
                double y = problem.targets()[i];
                duals[i] = duals[i] > loss.domainLow(y) ? loss.derivative(duals[i], y) : 0;
            }
        } else if (DualBounds.suit(problem)) {
            double best = Double.NEGATIVE_INFINITY;
            for (Direction direction : Direction.values()) {
                double[] along = direction(problem, direction);
                double value = along == null ? Double.NEGATIVE_INFINITY : scale(problem, along);
                if (along != null && value > best) {
                    best = value;
                    for (int i = 0; i < n; i++) {
                        duals[i] = loss.dualHigh(problem.targets()[i]) - along[i];
                    }
                }
            }
        }
        return feasible(problem, duals);
    }

    /** Moves each dual into its interval; the array given is the one returned. */
    static double[] feasible(FiniteSum problem, double[] duals) {
        Loss loss = problem.loss();
        for (int i = 0; i < duals.length; i++) {
            double y = problem.targets()[i];
            double z = problem.offsets()[i];
            if (!problem.intercept() && problem.rows().squaredNorm(i) == 0 && z > loss.domainLow(y)) {
                duals[i] = loss.derivative(z, y); // the optimum: no weights change the margin of a row of zeros
            }
            duals[i] = Math.min(Math.max(duals[i], loss.dualLow(y)), loss.dualHigh(y));
        }
        return duals;
    }

    /** The directions that {@link #along} knows. */
    public static List<Direction> directions() {
        return List.of(Direction.values());
    }

    /**
     * The best point a = abar kappa along a direction, length n, 0 for rows without a dual of their own; or null where the
     * direction does not exist for these rows.
     *
     * @param problem with a log-smooth loss, l2 alone, neither intercept nor offsets
     */
    public static double @Nullable [] along(FiniteSum problem, Direction direction) {
        double[] along = direction(problem, direction);
        if (along != null) {
            scale(problem, along);
        }
        return along;
    }

    private static double @Nullable [] direction(FiniteSum problem, Direction direction) {
        LogSmooth loss = (LogSmooth) problem.loss();
        int n = problem.n();
        double[] kappa = new double[n];
        double[] sum = new double[problem.d()];
        if (direction == Direction.CORRELATION) {
            for (int i = 0; i < n; i++) {
                if (loss.logSmoothness(problem.targets()[i]) > 0) {
                    problem.rows().axpy(1, i, sum);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            double smoothness = loss.logSmoothness(problem.targets()[i]);
            if (smoothness > 0) {
                kappa[i] = switch (direction) {
                    case CORRELATION -> smoothness / problem.rows().dot(i, sum);
                    case CONSTANT -> 1;
                    case NORM -> smoothness / Math.sqrt(problem.rows().squaredNorm(i));
                };
                if (!(kappa[i] > 0 && kappa[i] < Double.POSITIVE_INFINITY)) {
                    return null;
                }
            }
        }
        return kappa;
    }

    /** Multiplies kappa by abar, the positive root of ||chi||^2 a^2 - psi'chi a - l2 Lbar, and returns the dual there. */
    private static double scale(FiniteSum problem, double[] kappa) {
        LogSmooth loss = (LogSmooth) problem.loss();
        double l2 = problem.penalty().l2();
        double[] psi = new double[problem.d()];
        double[] chi = new double[problem.d()];
        double total = 0;
        for (int i = 0; i < kappa.length; i++) {
            double share = problem.shares()[i];
            double y = problem.targets()[i];
            problem.rows().axpy(share * loss.dualHigh(y), i, psi);
            if (kappa[i] > 0) {
                problem.rows().axpy(share * kappa[i], i, chi);
                total += share * loss.logSmoothness(y);
            }
        }
        double pull = 0;
        double square = 0;
        for (int j = 0; j < psi.length; j++) {
            pull += psi[j] * chi[j];
            square += chi[j] * chi[j];
        }
        if (!(square > 0) || !(total > 0)) {
            Arrays.fill(kappa, 0);
            return Double.NEGATIVE_INFINITY;
        }
        double root = Math.sqrt(pull * pull + 4 * l2 * total * square);
        double abar = pull >= 0 ? (pull + root) / (2 * square) : 2 * l2 * total / (root - pull);
        double value = 0;
        for (int i = 0; i < kappa.length; i++) {
            kappa[i] *= abar;
            double y = problem.targets()[i];
            value -= problem.shares()[i] * loss.conjugate(loss.dualHigh(y) - kappa[i], y);
        }
        double norm = 0;
        for (int j = 0; j < psi.length; j++) {
            double v = abar * chi[j] - psi[j];
            norm += v * v;
        }
        return value - norm / (2 * l2);
    }
}
