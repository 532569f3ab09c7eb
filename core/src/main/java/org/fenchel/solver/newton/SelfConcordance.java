package org.fenchel.solver.newton;

import org.fenchel.loss.PoissonIdentity;
import org.fenchel.problem.FiniteSum;

/**
 * The largest number k for which objective / k is self-concordant: a sum of -a log(z) is where every a is at least 1, so for
 * identity-link counts k is the least product of share and positive count; with equal weights n P / min(y).
 *
 * <p>Source: Y. Nesterov and A. Nemirovskii, "Interior-Point Polynomial Algorithms in Convex Programming" (1994), section 2.2: a
 * step of 1 / (1 + delta), delta the decrement of P / k, stays inside the domain and lowers P by k (delta - log(1 + delta)).
 */
final class SelfConcordance {
    private SelfConcordance() {}

    /** k, or 0 where the objective is not self-concordant. */
    static double of(FiniteSum problem) {
        if (!(problem.loss() instanceof PoissonIdentity)) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < problem.n(); i++) {
            double a = problem.shares()[i] * problem.targets()[i];
            if (a > 0) {
                least = Math.min(least, a);
            }
        }
        return Double.isInfinite(least) ? 0 : least;
    }
}
