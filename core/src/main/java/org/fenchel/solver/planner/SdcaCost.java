package org.fenchel.solver.planner;

import com.google.auto.service.AutoService;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Costs;
import org.fenchel.solver.Solver;
import org.fenchel.solver.dual.Sdca;

/**
 * Coordinate ascent gains about one e-fold each 1 + L mean ||x_i||^2 / (n l2) passes if the rows are alike, and much more where rows
 * differ, as they do where columns outnumber them. Where it is slow it hands over, and has lost a part of a second-order fit.
 */
@AutoService(CostModel.class)
public record SdcaCost() implements CostModel {
    private static final double LEAST_ALIKE = 6.5;
    private static final double LEAST_DIFFERENT = 4;
    private static final double LEAST_KINKED = 20;
    private static final double ALIKE = 4.5;
    private static final double ALIKE_KINKED = 100;
    private static final double DIFFERENT_KINKED = 0.5;
    private static final double DIFFERENT = 1;

    /** In an open domain rows are never alike: those with the lowest rates bend most. */
    private static final double OPEN = 300;

    /** With kinks an intercept, which is led along by a centre, asks for more passes where rows are many. */
    private static final double LEAST_LED = 80;

    /** What a trial of ascent costs before it hands over: passes, and a part of a second-order fit. */
    private static final double TRIAL_PASSES = 5;

    private static final double TRIAL = 0.2;

    /** With kinks second-order steps gain from the start that ascent gives them, where rows are not many for each column. */
    private static final double GAINED_KINKED = -0.4;

    private static final double LOST_KINKED = 0.3;
    private static final double MANY_ROWS = 20;

    @Override
    public Solver<FiniteSum, Linear> method() {
        return new Sdca();
    }

    @Override
    public Estimate estimate(Facts facts) {
        Costs costs = facts.costs();
        double reach = facts.l2() > 0 ? (facts.condition() - 1) / facts.n() : Double.POSITIVE_INFINITY;
        double passes = facts.digits() * passes(facts, reach);
        double each = costs.ascentPass() + Iterations.certificates(passes, costs) / passes;
        double secondOrder = (facts.openDomain() ? new NewtonCost() : new ProximalPointCost())
                        .estimate(facts)
                        .seconds()
                * 1e9;
        double trial = TRIAL_PASSES * (costs.ascentPass() + costs.certificate());
        double handedOver = trial + (1 + lost(facts)) * secondOrder;
        return passes * each < handedOver
                ? Estimate.ofSteps(passes, "pass", each)
                : Estimate.of(handedOver, "slow: hands over to second-order steps");
    }

    private static double passes(Facts facts, double reach) {
        if (facts.kinked()) {
            boolean led = facts.problem().intercept() && manyRows(facts);
            double least = led ? LEAST_LED : LEAST_KINKED;
            return least + (facts.d() > facts.n() ? DIFFERENT_KINKED : ALIKE_KINKED) * reach;
        }
        if (facts.openDomain()) {
            return LEAST_ALIKE + OPEN * reach;
        }
        return facts.d() > facts.n() ? LEAST_DIFFERENT + DIFFERENT * reach : LEAST_ALIKE + ALIKE * reach;
    }

    private static boolean manyRows(Facts facts) {
        return facts.n() >= MANY_ROWS * facts.d();
    }

    private static double lost(Facts facts) {
        if (!facts.kinked()) {
            return TRIAL;
        }
        if (facts.l2() == 0 || facts.n() < facts.d()) {
            return 0; // they start afresh
        }
        return manyRows(facts) ? LOST_KINKED : GAINED_KINKED;
    }
}
