package org.fenchel.solver.dual;

import org.fenchel.loss.LogSmooth;
import org.fenchel.problem.FiniteSum;

/**
 * Probabilities in proportion to 1 / sigma_i, the slowness of a row's dual: 1 + q_i L for losses with a Lipschitz derivative, q_i being
 * the row's reach; for log-smooth losses with bounds, 1 + q_i beta_i^2 / L_i; and with L = 1 for losses that have neither.
 */
final class Importance {
    private final FiniteSum problem;
    private final DualRows rows;
    private final double[] bounds;

    Importance(FiniteSum problem, DualRows rows) {
        this.problem = problem;
        this.rows = rows;
        bounds = DualBounds.suit(problem) ? DualBounds.of(problem) : new double[0];
    }

    /** Weights of these rows, none of them 0. */
    double[] of(int[] chosen) {
        double[] weights = new double[chosen.length];
        for (int k = 0; k < chosen.length; k++) {
            weights[k] = 1 + rows.reach(chosen[k]) * steepness(chosen[k]);
        }
        return weights;
    }

    private double steepness(int i) {
        if (bounds.length > 0 && problem.loss() instanceof LogSmooth loss) {
            double smoothness = loss.logSmoothness(problem.targets()[i]);
            return smoothness > 0 ? bounds[i] * bounds[i] / smoothness : 0;
        }
        return Math.min(problem.loss().smoothness(), 1);
    }
}
