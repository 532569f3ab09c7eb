package org.fenchel.solver.planner;

import com.google.auto.service.AutoService;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Costs;
import org.fenchel.solver.Solver;
import org.fenchel.solver.proximal.ProximalPoint;

/** Newton steps on all rows, fewer where a sample gives the start; several of them where losses have kinks. */
@AutoService(CostModel.class)
public record ProximalPointCost() implements CostModel {
    private static final double AFTER_SAMPLE = 0.55;

    /** With a weak penalty the sample's minimiser is far from that of all rows, unless it has many rows for each column. */
    private static final double IN_VAIN = 1.25;

    private static final double WEAK = 1e6;
    private static final long MANY_ROWS = 100;

    @Override
    public Solver<FiniteSum, Linear> method() {
        return new ProximalPoint();
    }

    @Override
    public Estimate estimate(Facts facts) {
        Costs costs = facts.costs();
        double once = facts.n() < facts.d() && costs.newtonStep() > costs.rowSystem() ? costs.rowProducts() : 0;
        if (facts.kinked()) {
            double steps = Costs.kinkedSteps(facts.problem());
            double each = costs.newtonStep() + Iterations.certificates(steps, costs) / steps;
            return Estimate.ofSteps(steps, "Newton step", each + once / steps);
        }
        double steps =
                facts.quadratic() && facts.l2() > 0 ? 1 : Costs.smoothSteps(facts.problem()) * afterSample(facts);
        double each = costs.newtonStep() + Iterations.certificates(steps, costs) / steps;
        return Estimate.ofSteps(steps, "Newton step", each + once / steps);
    }

    /** Part of the steps that are left after a start from a sample, where there is one. */
    private static double afterSample(Facts facts) {
        boolean sampled = facts.entries() >= 200_000 && facts.n() / 8 >= 20L * Math.max(1, facts.d()) && facts.l2() > 0;
        boolean telling = facts.condition() < WEAK || facts.n() / 8 >= MANY_ROWS * Math.max(1, facts.d());
        return !sampled ? 1 : telling ? AFTER_SAMPLE : IN_VAIN;
    }
}
