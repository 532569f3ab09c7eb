package org.fenchel.solver.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fenchel.data.Dataset;
import org.fenchel.loss.Logistic;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.fenchel.solver.proximal.RowOrder;
import org.fenchel.solver.proximal.StepSchedule;
import org.junit.jupiter.api.Test;

/** Adam and Adagrad against their formulas. */
class AdaptiveStepsTest {
    private static final Logistic LOGISTIC = new Logistic();

    private static double[] gradientAtZero(FiniteSum problem) {
        double[] g = new double[problem.d()];
        for (int i = 0; i < problem.n(); i++) {
            double pull = problem.shares()[i] * problem.loss().derivative(problem.offsets()[i], problem.targets()[i]);
            problem.rows().axpy(pull, i, g);
        }
        return g;
    }

    @Test
    void adamsFirstStepIsTheSignOfTheGradient() {
        FiniteSum problem = FiniteSum.of(Problems.data(LOGISTIC, 40, 7, 1, 3), LOGISTIC, new L2(0.1), false);
        Run<Linear> run =
                new Adam().withBatch(0).withStep(0.25, StepSchedule.CONSTANT).start(problem, 1);
        run.step();
        double[] g = gradientAtZero(problem);
        for (int j = 0; j < g.length; j++) {
            assertThat(run.solution().weights()[j]).isCloseTo(-0.25 * Math.signum(g[j]), within(1e-6));
        }
    }

    @Test
    void adagradByHand() {
        FiniteSum problem = FiniteSum.of(Problems.data(LOGISTIC, 40, 7, 1, 3), LOGISTIC, new L2(0), false);
        Run<Linear> run = new Adagrad(0, 0.25, RowOrder.FILE).start(problem, 1);
        run.step();
        run.step();
        double[] g = gradientAtZero(problem);
        double[] x = new double[7];
        double[] second = new double[7];
        for (int j = 0; j < 7; j++) {
            x[j] = -0.25 * Math.signum(g[j]);
        }
        for (int i = 0; i < 40; i++) {
            double z = problem.rows().dot(i, x);
            problem.rows().axpy(problem.shares()[i] * LOGISTIC.derivative(z, problem.targets()[i]), i, second);
        }
        for (int j = 0; j < 7; j++) {
            x[j] -= 0.25 * second[j] / Math.sqrt(g[j] * g[j] + second[j] * second[j]);
            assertThat(run.solution().weights()[j]).isCloseTo(x[j], within(1e-7));
        }
    }

    @Test
    void adagradOnSparseRowsIsAdagrad() {
        for (Penalty penalty : Problems.penalties(7)) {
            if (!(penalty instanceof Separable)) {
                continue;
            }
            Dataset sparse = Problems.data(LOGISTIC, 40, 7, 0.2, 3);
            Dataset dense = Dataset.of(Problems.dense(sparse.rows()), sparse.targets());
            Run<Linear> lazy = new Adagrad().start(FiniteSum.of(sparse, LOGISTIC, penalty, true), 5);
            Run<Linear> whole = new Adagrad().start(FiniteSum.of(dense, LOGISTIC, penalty, true), 5);
            for (int pass = 0; pass < 20; pass++) {
                lazy.step();
                whole.step();
            }
            assertThat(lazy.solution().weights())
                    .as("%s", penalty)
                    .containsExactly(whole.solution().weights(), within(1e-10));
        }
    }
}
