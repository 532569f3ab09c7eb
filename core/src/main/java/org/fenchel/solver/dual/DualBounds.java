package org.fenchel.solver.dual;

import org.fenchel.data.InvalidInput;
import org.fenchel.loss.LogSmooth;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;

/**
 * Upper bounds of optimal duals for a {@link LogSmooth} loss with l2 alone, in terms of a_i = dualHigh - u_i, which is positive
 * (for the identity-link Poisson loss a_i = y_i / z_i at the optimum): with psi = sum_i s_i dualHigh_i x_i and k_i = 1 / s_i,
 *
 * <pre>a_i ≤ beta_i = ( k_i psi'x_i + sqrt((k_i psi'x_i)^2 + 4 l2 k_i L_i ||x_i||^2) ) / (2 ||x_i||^2).</pre>
 *
 * Holds where no two rows with L_i > 0 have a negative inner product. M. Bompaire, E. Bacry, S. Gaïffas, arXiv 1807.03545
 * (2018), proposition 4.
 */
public final class DualBounds {
    private DualBounds() {}

    /** Whether the bounds have a meaning for the problem at all: such a loss, l2 alone, neither intercept nor offsets. */
    static boolean suit(FiniteSum problem) {
        return problem.loss() instanceof LogSmooth
                && problem.penalty() instanceof Separable separable
                && PlainWeights.suit(separable)
                && separable.l2() > 0
                && !problem.intercept();
    }

    /**
     * The bounds, length n; 0 for rows without a dual of their own (L_i = 0) and infinite for rows of zeros. Cost: two passes.
     *
     * @throws InvalidInput if the loss is not log-smooth, or the problem has another penalty than l2, or an intercept
     */
    public static double[] of(FiniteSum problem) {
        if (!suit(problem)) {
            throw InvalidInput.of(
                    "bounds of the duals are known for l2 alone with losses such as poisson-identity, without an intercept",
                    "leave the intercept out and give a positive l2");
        }
        LogSmooth loss = (LogSmooth) problem.loss();
        double l2 = problem.penalty().l2();
        int n = problem.n();
        double[] psi = new double[problem.d()];
        for (int i = 0; i < n; i++) {
            problem.rows().axpy(problem.shares()[i] * loss.dualHigh(problem.targets()[i]), i, psi);
        }
        double[] bounds = new double[n];
        for (int i = 0; i < n; i++) {
            double smoothness = loss.logSmoothness(problem.targets()[i]);
            if (smoothness > 0) {
                double square = problem.rows().squaredNorm(i);
                double k = 1 / problem.shares()[i];
                double pull = k * problem.rows().dot(i, psi);
                double root = Math.sqrt(pull * pull + 4 * l2 * k * smoothness * square);
                // the positive root of square a^2 - pull a - l2 k L; for negative pull the usual form cancels
                bounds[i] = pull >= 0 ? (pull + root) / (2 * square) : 2 * l2 * k * smoothness / (root - pull);
            }
        }
        return bounds;
    }
}
