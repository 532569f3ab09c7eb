package org.fenchel.solver.planner;

import com.google.auto.service.AutoService;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Costs;
import org.fenchel.solver.Solver;
import org.fenchel.solver.newton.Newton;
import org.fenchel.solver.smooth.Accepts;

/** Newton steps with a factor of the smaller side. */
@AutoService(CostModel.class)
public record NewtonCost() implements CostModel {
    private static final int LARGEST = 4000;

    /**
     * By how much it is dearer than the proximal point method where the penalty has kinks or bounds: both then solve much the same models.
     */
    private static final double PENALISED = 1.2;

    /** With l1 it is cheaper than that by as much, unless a dense model of more columns than rows is solved by sweeps. */
    private static final double SPARSE = 0.8;

    @Override
    public Solver<FiniteSum, Linear> method() {
        return new Newton();
    }

    @Override
    public Estimate estimate(Facts facts) {
        if (!Accepts.isSquares(facts.problem().penalty())) {
            boolean cheaper = facts.sparseWeights() && !(facts.dense() && facts.n() < facts.d());
            return new ProximalPointCost().estimate(facts).times(cheaper ? SPARSE : PENALISED);
        }
        Costs costs = facts.costs();
        boolean byRows = facts.l2() > 0 && facts.n() < facts.d();
        if ((byRows ? facts.n() : facts.d()) > LARGEST) {
            return NewtonCgCost.estimateOf(facts);
        }
        double steps = facts.quadratic() ? 1 : Costs.smoothSteps(facts.problem());
        double system = byRows ? costs.rowSystem() : costs.columnSystem();
        double each = system + 2 * costs.pass() + Iterations.knownCertificates(steps, costs) / steps;
        return Estimate.ofSteps(steps, "Newton step", each + (byRows ? costs.rowProducts() / steps : 0));
    }
}
