package org.fenchel.solver.planner;

import com.google.auto.service.AutoService;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Costs;
import org.fenchel.solver.Solver;
import org.fenchel.solver.stochastic.Saga;

/** Gradients of single rows with reduced variance: passes as of coordinate ascent, and some more without its exact steps. */
@AutoService(CostModel.class)
public record VarianceReducedCost() implements CostModel {
    private static final double LEAST = 14;
    private static final double ALIKE = 20;

    /** Without l2 nothing bounds the passes. */
    private static final double WITHOUT_L2 = 100;

    @Override
    public Solver<FiniteSum, Linear> method() {
        return new Saga();
    }

    @Override
    public Estimate estimate(Facts facts) {
        Costs costs = facts.costs();
        double reach = facts.l2() > 0 ? (facts.condition() - 1) / facts.n() : WITHOUT_L2;
        double passes = facts.digits() * (LEAST + ALIKE * reach);
        return Estimate.ofSteps(
                passes, "pass", 1.2 * costs.ascentPass() + Iterations.certificates(passes, costs) / passes);
    }
}
