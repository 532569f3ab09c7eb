package org.fenchel.solver.planner;

import com.google.auto.service.AutoService;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Solver;
import org.fenchel.solver.gradient.Fista;

/** Accelerated gradients take the root of the condition number, without a memory about four times the quasi-Newton steps. */
@AutoService(CostModel.class)
public record FistaCost() implements CostModel {
    private static final double WITHOUT_MEMORY = 4;

    @Override
    public Solver<FiniteSum, Linear> method() {
        return new Fista();
    }

    @Override
    public Estimate estimate(Facts facts) {
        return Iterations.estimate(facts, WITHOUT_MEMORY, LbfgsCost.stepOf(facts));
    }
}
