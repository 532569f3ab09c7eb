package org.fenchel.solver.planner;

import com.google.auto.service.AutoService;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Solver;
import org.fenchel.solver.quasinewton.ProjectedLbfgs;

/** As without bounds, with some more passes for the search along a bent way. */
@AutoService(CostModel.class)
public record ProjectedLbfgsCost() implements CostModel {
    private static final double BENT = 1.5;

    @Override
    public Solver<FiniteSum, Linear> method() {
        return new ProjectedLbfgs();
    }

    @Override
    public Estimate estimate(Facts facts) {
        return Iterations.estimate(facts, BENT, LbfgsCost.stepOf(facts));
    }
}
