package org.fenchel.solver.planner;

import com.google.auto.service.AutoService;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Costs;
import org.fenchel.solver.Solver;
import org.fenchel.solver.direct.LeastSquares;

/** Closed form: n d^2 + d^3 on the side of the columns, n^2 d + n^3 on that of the rows; LSQR where both are large. */
@AutoService(CostModel.class)
public record LeastSquaresCost() implements CostModel {
    private static final int LARGEST = 3000;

    /** Passes to solve, refine and certify. */
    private static final double PASSES = 8;

    @Override
    public Solver<FiniteSum, Linear> method() {
        return new LeastSquares();
    }

    @Override
    public Estimate estimate(Facts facts) {
        Costs costs = facts.costs();
        double rest = PASSES * costs.pass();
        int order = Math.min(facts.n(), facts.d());
        if (order > LARGEST) {
            return Iterations.estimate(facts, 3, 2.2 * costs.pass());
        }
        return facts.n() < facts.d()
                ? Estimate.of(
                        rest + costs.rowProducts() + costs.rowSystem(), "one system of " + order + " rows, factored")
                : Estimate.of(rest + costs.columnSystem(), "one system of " + order + " columns, factored");
    }
}
