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
    /** Steps that are left after a start from a sample: one, and a part of the others, with the sample's own. */
    private static final double AFTER_SAMPLE = 0.28;

    /** Without l2, to which a step is then no solution: of a quadratic, and how many more otherwise. */
    private static final double QUADRATIC = 3;

    /** As many times the steps of a quadratic where conjugate gradients take the place of a factor. */
    private static final double NOT_FACTORED = 4;

    private static final double UNHELD = 4;
    private static final double UNHELD_SYSTEMS = 1.5;

    /** As many times the steps where losses have an open domain: envelopes lead into it. */
    private static final double OPEN = 2.2;

    /** With a weak penalty and sparse rows the sample's minimiser is far from that of all rows, unless it has many rows for each column. */
    private static final double IN_VAIN = 1.25;

    private static final double WEAK = 1e6;
    private static final long MANY_ROWS = 50;

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
        if (!facts.factored() && facts.l2() == 0 && !facts.sparseWeights()) {
            // systems that nothing holds, by conjugate gradients
            return NewtonCgCost.estimateOf(facts).times(UNHELD_SYSTEMS);
        }
        double steps = steps(facts);
        double each = costs.newtonStep() + Iterations.knownCertificates(steps, costs) / steps;
        return Estimate.ofSteps(steps, "Newton step", each + once / steps);
    }

    private static double steps(Facts facts) {
        double steps = Costs.smoothSteps(facts.problem());
        if (facts.quadratic() && !facts.sparseWeights()) {
            double atOnce = facts.l2() > 0 ? 1 : QUADRATIC;
            return facts.factored() ? atOnce : atOnce * NOT_FACTORED;
        }
        if (facts.openDomain()) {
            return OPEN * steps;
        }
        return facts.l2() > 0 ? afterSample(facts, steps) : steps + UNHELD;
    }

    private static double afterSample(Facts facts, double steps) {
        boolean sampled = facts.entries() >= 200_000 && facts.n() / 8 >= 20L * Math.max(1, facts.d());
        boolean telling =
                facts.dense() || facts.condition() < WEAK || facts.n() / 8 >= MANY_ROWS * Math.max(1, facts.d());
        return !sampled ? steps : telling ? 1 + AFTER_SAMPLE * steps : IN_VAIN * steps;
    }
}
