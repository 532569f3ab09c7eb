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
    private static final double TALL = 1.5;

    @Override
    public Solver<FiniteSum, Linear> method() {
        return new Lbfgs();
    }

    @Override
    public Estimate estimate(Facts facts) {
        // with more rows than columns the smallest eigenvalues are not 0, and take longer than the look at the spectrum
        // says
        return Iterations.estimate(facts, facts.n() >= 2 * facts.d() ? TALL : 1, stepOf(facts));
    }

    /** A pass, about two trials of the search, the memory's vectors. */
    static double stepOf(Facts facts) {
        Costs costs = facts.costs();
        return costs.pass() + 50.0 * facts.n() + 30.0 * facts.d();
    }
}
