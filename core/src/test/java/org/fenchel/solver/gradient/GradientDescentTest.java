package org.fenchel.solver.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import org.fenchel.data.Dataset;
import org.fenchel.loss.Absolute;
import org.fenchel.loss.PoissonLog;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.None;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.fenchel.solver.direct.LeastSquares;
import org.junit.jupiter.api.Test;

/** Rates that are proven, and what is refused. */
class GradientDescentTest {
    /** Columns that are orthogonal with known lengths: the mean loss has the eigenvalues 4 and 1/4. */
    private static final Dataset KNOWN =
            Dataset.of(new double[][] {{2, 0.5}, {2, -0.5}, {-2, 0.5}, {-2, -0.5}}, new double[] {1, 2, 3, 7});

    private static void requireRate(double l2) {
        FiniteSum problem = FiniteSum.of(KNOWN, new Squared(), new L2(l2), false);
        double optimum = Driver.fit(problem, new LeastSquares(), new StopRule().withRelativeGap(1e-14))
                .certificate()
                .primal();
        double condition = (4 + l2) / (0.25 + l2);
        Run<Linear> run = new GradientDescent(StepSize.FIXED).start(problem, 1);
        double first = problem.objective(run.solution()) - optimum;
        for (int t = 1; t <= 150; t++) {
            run.step();
            double left = problem.objective(run.solution()) - optimum;
            assertThat(left).as("step %s", t).isLessThanOrEqualTo(first * Math.pow(1 - 1 / condition, t) + 1e-14);
        }
    }

    @Test
    void leastSquaresConvergesAtTheProvenRate() {
        requireRate(0);
        requireRate(0.1);
    }

    @Test
    void kinksAreRefusedAndUnboundedCurvatureOnlyByFixedSteps() {
        Dataset data = Problems.data(new PoissonLog(), 30, 3, 1, 1);
        assertThat(new Fista().refusal(FiniteSum.of(data, new Absolute(), new None(), true)))
                .hasValueSatisfying(why -> assertThat(why).contains("kinks"));
        FiniteSum counts = FiniteSum.of(data, new PoissonLog(), new None(), true);
        assertThat(new GradientDescent().refusal(counts)).isEmpty();
        assertThat(new GradientDescent(StepSize.FIXED).refusal(counts))
                .hasValueSatisfying(why -> assertThat(why).contains("backtracking"));
    }

    @Test
    void accelerationNeedsFewerPasses() {
        FiniteSum problem =
                FiniteSum.of(Problems.data(new Squared(), 100, 40, 1, 2), new Squared(), new L2(1e-3), true);
        StopRule rule = new StopRule().withRelativeGap(1e-8).withPasses(100_000);
        double plain = Driver.fit(problem, new GradientDescent(StepSize.FIXED), rule)
                .trace()
                .last()
                .passes();
        double accelerated = Driver.fit(problem, new Fista(StepSize.FIXED), rule)
                .trace()
                .last()
                .passes();
        assertThat(accelerated).isLessThan(plain / 2);
    }
}
