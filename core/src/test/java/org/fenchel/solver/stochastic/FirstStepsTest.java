package org.fenchel.solver.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fenchel.data.Dataset;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.None;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.proximal.RowOrder;
import org.fenchel.solver.proximal.StepSchedule;
import org.junit.jupiter.api.Test;

/** Steps on (b - 1)^2 / 2 from 0, whose gradient is b - 1, with the step size 0.1: worked out by hand. */
class FirstStepsTest {
    private static final FiniteSum PARABOLA =
            FiniteSum.of(Dataset.of(new double[][] {{1}}, new double[] {1}), new Squared(), new None(), false);

    private static void requireSteps(Solver<FiniteSum, Linear> solver, double tolerance, double... expected) {
        Run<Linear> run = solver.start(PARABOLA, 1);
        for (double b : expected) {
            run.step();
            assertThat(run.solution().weights()[0]).isCloseTo(b, within(tolerance));
        }
    }

    /** b = 1 - 0.9^t. */
    @Test
    void plainGradients() {
        requireSteps(new Sgd().withBatch(0).withStep(0.1, StepSchedule.CONSTANT), 1e-15, 0.1, 0.19, 0.271);
    }

    /** v <- 0.9 v - 0.1 (b - 1), b <- b + v: v is 0.1, 0.09 + 0.09, 0.162 + 0.072. */
    @Test
    void momentum() {
        Sgd sgd = new Sgd().withBatch(0).withStep(0.1, StepSchedule.CONSTANT).withMomentum(0.9, false);
        requireSteps(sgd, 1e-15, 0.1, 0.28, 0.514);
    }

    /** The gradient is taken at b + 0.9 v, at 0, 0.19 and 0.4249: v is 0.1, 0.09 + 0.081, 0.1539 + 0.05751. */
    @Test
    void nesterov() {
        Sgd sgd = new Sgd().withBatch(0).withStep(0.1, StepSchedule.CONSTANT).withMomentum(0.9, true);
        requireSteps(sgd, 1e-15, 0.1, 0.271, 0.48241);
    }

    /**
     * Means of gradients and of their squares, each divided by one less its decay to the t: at t = 2 these are 0.18 / 0.19 and 0.001809 /
     * 0.001999, so the step is 0.1 times 0.947368 / 0.951290.
     */
    @Test
    void adam() {
        requireSteps(new Adam().withBatch(0).withStep(0.1, StepSchedule.CONSTANT), 1e-9, 0.1, 0.199587770, 0.298413725);
    }

    /** The sum of squares is 1, then 1 + 0.81. */
    @Test
    void adagrad() {
        requireSteps(new Adagrad(0, 0.1, RowOrder.FILE), 1e-7, 0.1, 0.1 + 0.1 * 0.9 / Math.sqrt(1.81));
    }
}
