package org.fenchel.lowrank;

import static org.assertj.core.api.Assertions.assertThat;

import org.fenchel.loss.Huber;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.MeanLoss;
import org.fenchel.problem.lowrank.ResidualNorm;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Run;
import org.fenchel.solver.lowrank.ConditionalGradient;
import org.fenchel.solver.lowrank.Correction;
import org.fenchel.solver.lowrank.DouglasRachford;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Conditional gradients of smooth fits keep their rate, and come close to the optimum as slowly as such methods do. */
class ConditionalGradientTest {
    private static LowRankFit smooth() {
        LowRankFit problem = LowRankFit.of(Instances.noisy(25, 18, 0.5, 3), new MeanLoss(new Huber()), 1);
        return problem.withNuclear(0.4 * problem.lambdaMax());
    }

    /** Proposition 3.1: after t steps at most 2 L0 D^2 / (t + 1) above the optimum, with D = 2 R. */
    @ParameterizedTest
    @EnumSource(Correction.class)
    void theRateHoldsOnEveryIterate(Correction correction) {
        LowRankFit problem = smooth();
        double[] zero = new double[problem.entries().count()];
        double radius = problem.fit().value(zero, problem.entries().value()) / problem.nuclear();
        double optimum = Driver.fit(problem, new DouglasRachford(), new StopRule().withRelativeGap(1e-8))
                .certificate()
                .primal();
        double smoothness = problem.fit().smoothness(zero.length);
        Run<LowRank> run = new ConditionalGradient(correction, 1e-3).start(problem, 1);
        for (int t = 2; t <= 60; t++) {
            run.step();
            double above = problem.objective(run.solution()) - optimum;
            assertThat(above).isBetween(-1e-7, 2 * smoothness * 4 * radius * radius / (t + 1));
        }
        assertThat(run.oracle().calls()).isEqualTo(59);
    }

    @ParameterizedTest
    @EnumSource(
            value = Correction.class,
            names = {"ATOMS", "BLOCK"})
    void reoptimisedAtomsComeClose(Correction correction) {
        StopRule rule = new StopRule().withRelativeGap(3e-3).withPasses(500);
        Fit<LowRank> fit = Driver.fit(smooth(), new ConditionalGradient(correction, 1e-3), rule);
        assertThat(fit.certificate().relativeGap()).isLessThanOrEqualTo(3e-3);
    }

    @Test
    void smoothedNormsComeWithinAFewPercent() {
        LowRankFit problem = LowRankFit.of(Instances.noisy(25, 18, 0.5, 3), new ResidualNorm(), 1);
        problem = problem.withNuclear(0.4 * problem.lambdaMax());
        Fit<LowRank> fit = Driver.fit(
                problem,
                new ConditionalGradient(Correction.ATOMS, 1e-3),
                new StopRule().withRelativeGap(5e-2).withPasses(200));
        Certificate.DualityGap gap = (Certificate.DualityGap) fit.certificate();
        assertThat(gap.bound()).isLessThanOrEqualTo(5e-2 * Math.max(1, gap.primal()));
    }
}
