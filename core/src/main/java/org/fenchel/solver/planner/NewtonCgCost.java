package org.fenchel.solver.planner;

import com.google.auto.service.AutoService;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Costs;
import org.fenchel.solver.Solver;
import org.fenchel.solver.newton.NewtonCg;
import org.fenchel.solver.smooth.Accepts;

/** Newton steps whose systems are solved by conjugate gradients, roughly at first. */
@AutoService(CostModel.class)
public record NewtonCgCost() implements CostModel {
    /** Inner iterations of a step, beside those that solve the model at zero to six digits. */
    private static final double INNER = 0.35;

    /** By how much it is dearer than the proximal point method where the penalty has kinks or bounds; a rough guess. */
    private static final double PENALISED = 3;

    @Override
    public Solver<FiniteSum, Linear> method() {
        return new NewtonCg();
    }

    @Override
    public Estimate estimate(Facts facts) {
        return Accepts.isSquares(facts.problem().penalty())
                ? estimateOf(facts)
                : new ProximalPointCost().estimate(facts).times(PENALISED);
    }

    static Estimate estimateOf(Facts facts) {
        Costs costs = facts.costs();
        double newton = facts.quadratic() ? 5 : Costs.smoothSteps(facts.problem());
        double outside = newton * 2 * costs.pass() + Iterations.knownCertificates(newton, costs);
        return facts.spectrum()
                .map(spectrum -> {
                    double passes = newton * INNER * Iterations.ofModel(spectrum, facts.digits());
                    return Estimate.ofSteps(passes, "pass", costs.pass() + outside / passes);
                })
                .orElseGet(() -> {
                    double passes = newton * INNER * Spectrum.STEPS + Spectrum.STEPS;
                    return Estimate.atLeast(passes, "pass", costs.pass() + outside / passes);
                });
    }
}
