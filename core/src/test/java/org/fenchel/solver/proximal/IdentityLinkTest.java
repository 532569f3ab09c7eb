package org.fenchel.solver.proximal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.Box;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loss with an open domain: at the zero start every margin with a positive count lies outside. */
class IdentityLinkTest {
    private final Loss loss = new PoissonIdentity();

    /** The step's equation has a second root, with negative margins. */
    @Test
    void smallBatchesFindTheRootInsideTheDomain() {
        FiniteSum problem = FiniteSum.of(Problems.data(loss, 48, 30, 1, 11), loss, new None(), false);
        for (int batch : new int[] {2, 4, 16}) {
            for (double step : ExactStepTest.STEPS) {
                ExactStepTest.requireSameAsGeneral(problem, batch, step, 1e-7);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 16})
    void smallBatchesApproachTheOptimum(int batch) {
        FiniteSum problem = FiniteSum.of(Problems.data(loss, 80, 6, 1, 21), loss, new L2(0.1), false);
        double optimum = Driver.fit(problem, new ProximalPoint(), new StopRule().withRelativeGap(1e-8))
                .certificate()
                .primal();
        Fit<Linear> mini = Driver.fit(
                problem,
                new ProximalPoint(batch, 1).withSchedule(StepSchedule.HARMONIC),
                new StopRule().withPasses(60));
        assertThat(mini.certificate().primal()).isCloseTo(optimum, within(0.01));
    }

    /** No weight is free to move at first, so that nothing tells how far to go. */
    @Test
    void singleRowsLeaveAZeroStartAtABound() {
        for (Penalty penalty : List.of(new NonNegative(0, 1e-3), new Box(0, 2, 0.01, 0))) {
            FiniteSum problem = FiniteSum.of(Problems.data(loss, 48, 5, 1, 23), loss, penalty, false);
            Run<Linear> run = new ProximalPoint(1, 1).start(problem, 1);
            run.step();
            assertThat(problem.objective(run.solution())).as(penalty.toString()).isFinite();
        }
    }
}
