package org.fenchel.solver.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.junit.jupiter.api.Test;

/** The closed form: by hand, of least norm, and on each side. */
class LeastSquaresTest {
    private static Fit<Linear> fit(FiniteSum problem) {
        return Driver.fit(problem, new LeastSquares(), new StopRule().withRelativeGap(1e-9));
    }

    @Test
    void oneStepEndsIt() {
        Dataset data = Problems.weighted(Problems.data(new Squared(), 60, 8, 1, 3), 4);
        for (Penalty penalty : new Penalty[] {new None(), new L2(0.1)}) {
            Fit<Linear> fit = fit(FiniteSum.of(data, new Squared(), penalty, true));
            assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
            assertThat(fit.trace().last().passes()).isEqualTo(1);
        }
    }

    /** Mean loss ((1 - b)^2 + (2 - 2b)^2 + (4 - 3b)^2) / 6 + l2 b^2 / 2: b = (1 + 4 + 12) / (1 + 4 + 9 + 3 l2). */
    @Test
    void byHand() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}}, new double[] {1, 2, 4});
        assertThat(fit(FiniteSum.of(data, new Squared(), new None(), false))
                        .solution()
                        .weights()[0])
                .isCloseTo(17.0 / 14, within(1e-14));
        assertThat(fit(FiniteSum.of(data, new Squared(), new L2(2), false))
                        .solution()
                        .weights()[0])
                .isCloseTo(17.0 / 20, within(1e-14));
        Linear line = fit(FiniteSum.of(data, new Squared(), new None(), true)).solution();
        assertThat(line.weights()[0]).isCloseTo(1.5, within(1e-14));
        assertThat(line.intercept()).isCloseTo(-2.0 / 3, within(1e-14));
    }

    /** A column twice and one of zeros: of all minimisers, that of least norm shares the weight equally. */
    @Test
    void dependentColumnsGiveTheLeastNorm() {
        Random random = new Random(5);
        double[] values = new double[50 * 4];
        double[] y = new double[50];
        double[] once = new double[50 * 2];
        for (int i = 0; i < 50; i++) {
            once[2 * i] = random.nextGaussian();
            once[2 * i + 1] = random.nextGaussian();
            values[4 * i] = once[2 * i];
            values[4 * i + 1] = once[2 * i + 1];
            values[4 * i + 2] = once[2 * i];
            y[i] = once[2 * i] - once[2 * i + 1] + random.nextGaussian();
        }
        for (boolean intercept : new boolean[] {false, true}) {
            FiniteSum problem =
                    FiniteSum.of(Dataset.of(DenseRows.wrap(50, 4, values), y), new Squared(), new None(), intercept);
            FiniteSum plain =
                    FiniteSum.of(Dataset.of(DenseRows.wrap(50, 2, once), y), new Squared(), new None(), intercept);
            Fit<Linear> fit = fit(problem);
            assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
            double[] least = fit.solution().weights();
            double[] single = fit(plain).solution().weights();
            assertThat(least[0]).isCloseTo(single[0] / 2, within(1e-11));
            assertThat(least[2]).isCloseTo(single[0] / 2, within(1e-11));
            assertThat(least[1]).isCloseTo(single[1], within(1e-11));
            assertThat(least[3]).isZero();
        }
    }

    /** Wide data: the row side and LSQR give the same solution of least norm, which is orthogonal to all that rows do not see. */
    @Test
    void wideDataGivesTheLeastNormOnBothWays() {
        Dataset data = Problems.weighted(Problems.data(new Squared(), 12, 30, 1, 6), 7);
        for (Penalty penalty : new Penalty[] {new None(), new L2(0.01)}) {
            for (boolean intercept : new boolean[] {false, true}) {
                FiniteSum problem = FiniteSum.of(data, new Squared(), penalty, intercept);
                CentredRows rows = new CentredRows(problem);
                double[] r = new double[12];
                rows.residual(new double[30], r);
                double[] byRows = new double[30];
                double[] byColumns = new double[30];
                double[] byLsqr = new double[30];
                new RowSide(rows).solve(r, new double[30], byRows);
                new ColumnSide(rows).solve(r, new double[30], byColumns);
                new Lsqr(rows).solve(r, new double[30], byLsqr);
                assertThat(byColumns).containsExactly(byRows, within(1e-9));
                assertThat(byLsqr).containsExactly(byRows, within(1e-9));
                assertThat(fit(problem).solution().weights()).containsExactly(byRows, within(1e-9));
            }
        }
    }

    /** Columns a million away from 0, as years or coordinates are, keep their digits on both sides. */
    @Test
    void columnsFarFromZeroLoseNoDigits() {
        for (int d : new int[] {5, 130}) {
            int n = 70;
            Random random = new Random(d);
            double[] near = random.doubles((long) n * d, -1, 1)
                    .map(v -> Math.rint(v * 1024) / 1024)
                    .toArray();
            double[] far = near.clone();
            for (int k = 0; k < far.length; k++) {
                far[k] += 1 << 20;
            }
            double[] y = random.doubles(n, -1, 1).toArray();
            double[] expected = fit(FiniteSum.of(
                            Dataset.of(DenseRows.wrap(n, d, near), y), new Squared(), new L2(1e-3), true))
                    .solution()
                    .weights();
            assertThat(fit(FiniteSum.of(Dataset.of(DenseRows.wrap(n, d, far), y), new Squared(), new L2(1e-3), true))
                            .solution()
                            .weights())
                    .containsExactly(expected, within(1e-8));
        }
    }

    @Test
    void numbersThatOverflowEndTheRun() {
        Dataset data = Dataset.of(new double[][] {{1e200}, {-1e200}}, new double[] {1e200, 3});
        FiniteSum problem = FiniteSum.of(data, new Squared(), new None(), false);
        Run<Linear> run = new LeastSquares().start(problem, 1);
        run.step();
        assertThat(run.health()).isEqualTo(Run.Health.OVERFLOW);
        assertThat(run.solution().weights()[0]).isFinite();
    }

    @Test
    void refusesWhatHasNoClosedForm() {
        Dataset data = Problems.data(new Logistic(), 10, 3, 1, 1);
        assertThat(new LeastSquares().refusal(FiniteSum.of(data, new Logistic(), new None(), true)))
                .hasValueSatisfying(why -> assertThat(why).contains("closed form"));
        assertThat(new LeastSquares().refusal(FiniteSum.of(data, new Squared(), new L1(1), true)))
                .hasValueSatisfying(why -> assertThat(why).contains("l2 and none"));
    }
}
