package org.fenchel.solver.lowrank;

import org.fenchel.kernel.Vectors;
import org.fenchel.problem.lowrank.DataFit;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.MoreauEnvelope;

/** Smooth neighbours of fits for methods that need a gradient. */
final class Smoothing {
    private Smoothing() {}

    /**
     * The fit itself where it is smooth, otherwise its Moreau envelope, which is below it by some share of F(0).
     *
     * @param share g |f'(0)|^2 / 2 in units of F(0)
     */
    static DataFit of(LowRankFit problem, double share) {
        double[] b = problem.entries().value();
        if (Double.isFinite(problem.fit().smoothness(b.length))) {
            return problem.fit();
        }
        double[] u = new double[b.length];
        double value = problem.fit().value(u, b);
        problem.fit().gradient(u, b, u);
        double square = Vectors.dot(b.length, u, 0, u, 0);
        return new MoreauEnvelope(problem.fit(), square > 0 && value > 0 ? 2 * share * value / square : 1);
    }
}
