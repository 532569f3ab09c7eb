package org.fenchel.solver.dual;

import org.fenchel.loss.Loss;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;

/**
 * Draws rows in proportion to s_i (l(z_i) + l*(u_i) - u_i z_i), their shares of the duality gap, and a tenth of it evenly. (D. Csiba, Z.
 * Qu, P. Richtárik, "Stochastic dual coordinate ascent with adaptive probabilities", ICML 2015.)
 */
final class GapSampling {
    private final FiniteSum problem;
    private final double[] gaps;
    private final double[] weights;

    GapSampling(FiniteSum problem) {
        this.problem = problem;
        gaps = new double[problem.n()];
        weights = new double[problem.n()];
    }

    /** Weighs the rows of all samplers by the gaps at this point. Cost: one pass for the margins, and all losses once. */
    void weigh(RowSampler[] samplers, Linear at, double[] duals) {
        Loss loss = problem.loss();
        problem.margins(at, gaps);
        double sum = 0;
        for (int i = 0; i < gaps.length; i++) {
            double y = problem.targets()[i];
            double gap =
                    problem.shares()[i] * (loss.value(gaps[i], y) + loss.conjugate(duals[i], y) - duals[i] * gaps[i]);
            // outside the domain the gap is infinite: as urgent as a gap of one
            gaps[i] = Double.isFinite(gap) ? Math.max(gap, 0) : problem.shares()[i];
            sum += gaps[i];
        }
        double even = 0.1 * (sum > 0 ? sum : 1) / gaps.length;
        for (RowSampler sampler : samplers) {
            int[] rows = sampler.rows();
            for (int k = 0; k < rows.length; k++) {
                weights[k] = gaps[rows[k]] + even;
            }
            sampler.weigh(weights);
        }
    }
}
