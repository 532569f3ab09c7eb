package org.fenchel.solver.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Problems;
import org.junit.jupiter.api.Test;

/** Weights outside an open domain are moved into it, others not at all. */
class FeasiblePointTest {
    private final Loss loss = new PoissonIdentity();

    @Test
    void movesIntoTheDomain() {
        FiniteSum problem = FiniteSum.of(Problems.data(loss, 60, 6, 0.5, 3), loss, new L2(0.01), false);
        FeasiblePoint feasible = FeasiblePoint.of(problem);
        assertThat(feasible).isNotNull();
        Random random = new Random(4);
        for (double size : new double[] {0, 1e-8, 1, 1e3}) {
            double[] w = Problems.vector(random, 6, size);
            assertThat(problem.objective(new Linear(w, 0))).as("outside").isInfinite();
            feasible.move(w);
            assertThat(problem.objective(new Linear(w, 0))).isFinite();
        }
    }

    @Test
    void leavesFeasibleWeightsAlone() {
        FiniteSum problem = FiniteSum.of(Problems.data(loss, 60, 6, 0.5, 3), loss, new L2(0.01), false);
        FeasiblePoint feasible = FeasiblePoint.of(problem);
        assertThat(feasible).isNotNull();
        double[] w = {1, 2, 3, 1, 2, 3};
        feasible.move(w);
        assertThat(w).containsExactly(1, 2, 3, 1, 2, 3);
    }

    /** All rows alike, at margin 0 where the mean count is 2: it goes as far as is worth it, not just across the border. */
    @Test
    void goesFurtherThanTheBorder() {
        double[][] x = {{1}, {1}, {1}};
        FiniteSum problem = FiniteSum.of(Dataset.of(x, new double[] {1, 2, 3}), loss, new L2(0.01), false);
        FeasiblePoint feasible = FeasiblePoint.of(problem);
        assertThat(feasible).isNotNull();
        double[] w = {-0.2};
        feasible.move(w);
        double lowest = problem.objective(new Linear(new double[] {2}, 0));
        assertThat(problem.objective(new Linear(w, 0))).isCloseTo(lowest, within(1.0));
        double[] border = {0};
        feasible.move(border);
        assertThat(problem.objective(new Linear(border, 0)))
                .as("from the border itself")
                .isCloseTo(lowest, within(5.0));
    }

    @Test
    void noneWhereNoneIsKnown() {
        Dataset data = Problems.data(loss, 60, 6, 0.5, 3);
        assertThat(FeasiblePoint.of(FiniteSum.of(data, loss, new L2(0.01), true)))
                .as("an intercept does it")
                .isNull();
        assertThat(FeasiblePoint.of(FiniteSum.of(data, new Squared(), new L2(0.01), false)))
                .as("no border")
                .isNull();
        double[][] apart = {{1, 0}, {-1, 0}};
        assertThat(FeasiblePoint.of(FiniteSum.of(Dataset.of(apart, new double[] {1, 1}), loss, new L2(1), false)))
                .as("rows that point apart")
                .isNull();
    }
}
