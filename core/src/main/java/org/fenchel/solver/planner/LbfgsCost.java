package org.fenchel.solver.planner;

import com.google.auto.service.AutoService;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Costs;
import org.fenchel.solver.Solver;
import org.fenchel.solver.quasinewton.Lbfgs;

/** A pass a step, and as many steps as the spectrum asks for. */
@AutoService(CostModel.class)
public record LbfgsCost() implements CostModel {
    @Override
    public Solver<FiniteSum, Linear> method() {
        return new Lbfgs();
    }

    @Override
    public Estimate estimate(Facts facts) {
        return Iterations.estimate(facts, 1, stepOf(facts));
    }

    /** A pass, about two trials of the search, the memory's vectors. */
    static double stepOf(Facts facts) {
        Costs costs = facts.costs();
        return costs.pass() + 50.0 * facts.n() + 30.0 * facts.d();
    }
}
