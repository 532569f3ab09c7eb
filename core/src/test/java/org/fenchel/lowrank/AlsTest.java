package org.fenchel.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fenchel.loss.Absolute;
import org.fenchel.loss.Squared;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.MeanLoss;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.lowrank.Als;
import org.fenchel.solver.lowrank.DouglasRachford;
import org.junit.jupiter.api.Test;

class AlsTest {
    private static final LowRankFit PROBLEM =
            LowRankFit.of(Instances.noisy(30, 20, 0.5, 3), new MeanLoss(new Squared()), 0.02);

    /** With room for the optimum's rank it solves the convex problem, and proves it. */
    @Test
    void factorsEnoughGiveTheConvexOptimum() {
        StopRule rule = new StopRule().withRelativeGap(1e-7).withPasses(3000);
        Fit<LowRank> convex = Driver.fit(PROBLEM, new DouglasRachford(), rule);
        Fit<LowRank> factored = Driver.fit(PROBLEM, new Als(10), rule);
        assertThat(convex.certificate().relativeGap()).isLessThanOrEqualTo(1e-7);
        assertThat(factored.certificate().primal())
                .isCloseTo(convex.certificate().primal(), within(1e-6));
        assertThat(factored.certificate().bound()).isLessThan(1e-4);
    }

    /** With too few the certificate tells. */
    @Test
    void fewerFactorsLoseSomething() {
        Fit<LowRank> one = Driver.fit(PROBLEM, new Als(1), new StopRule().withPasses(200));
        assertThat(one.solution().matrix().rank()).isEqualTo(1);
        assertThat(one.certificate().bound()).isGreaterThan(0.01);
    }

    @Test
    void otherLossesAreRefused() {
        assertThat(new Als().refusal(PROBLEM.withFit(new MeanLoss(new Absolute()))))
                .isPresent();
        assertThat(new Als().refusal(PROBLEM)).isEmpty();
    }
}
