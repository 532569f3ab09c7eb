package org.fenchel.solver.planner;

import com.google.auto.service.AutoService;
import org.fenchel.penalty.Separable;
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
    private static final double LEAST_KINKED = 25;
    private static final double ALIKE = 4.5;
    private static final double DIFFERENT = 0.25;

    /** What a trial of ascent costs before it hands over: passes, and a part of a second-order fit. */
    private static final double TRIAL_PASSES = 5;

    private static final double TRIAL = 0.2;

    /** With kinks second-order steps gain from the start that ascent gives them, or are not needed after all. */
    private static final double TRIAL_KINKED = -0.05;

    private static final double TRIAL_KINKED_L1 = -0.3;

    @Override
    public Solver<FiniteSum, Linear> method() {
        return new Sdca();
    }

    @Override
    public Estimate estimate(Facts facts) {
        Costs costs = facts.costs();
        double reach = facts.l2() > 0 ? (facts.condition() - 1) / facts.n() : Double.POSITIVE_INFINITY;
        boolean different = facts.d() > facts.n();
        double least = facts.kinked() ? LEAST_KINKED : different ? LEAST_DIFFERENT : LEAST_ALIKE;
        double passes = facts.digits() * (least + (different ? DIFFERENT : ALIKE) * reach);
        double each = costs.ascentPass() + Iterations.certificates(passes, costs) / passes;
        double secondOrder = new ProximalPointCost().estimate(facts).seconds() * 1e9;
        double trial = TRIAL_PASSES * (costs.ascentPass() + costs.certificate());
        double handedOver = trial + (1 + lost(facts)) * secondOrder;
        return passes * each < handedOver
                ? Estimate.ofSteps(passes, "pass", each)
                : Estimate.of(handedOver, "slow: hands over to second-order steps");
    }

    private static double lost(Facts facts) {
        if (!facts.kinked()) {
            return TRIAL;
        }
        boolean l1 = facts.problem().penalty() instanceof Separable separable && separable.l1() > 0;
        return facts.l2() > 0 ? TRIAL_KINKED : l1 ? TRIAL_KINKED_L1 : TRIAL;
    }
}
