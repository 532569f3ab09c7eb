package org.fenchel.solver.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds of optimal duals where no two rows point apart. */
class DualBoundsTest {
    private final Loss loss = new PoissonIdentity();

    /** a_i = y_i / z_i at the optimum. */
    static double[] optimum(FiniteSum problem) {
        Fit<Linear> fit = Driver.fit(problem, new Sdca(), new StopRule().withRelativeGap(1e-13));
        assertThat(fit.certificate().relativeGap()).isLessThan(1e-11);
        double[] margins = new double[problem.n()];
        problem.margins(fit.solution(), margins);
        double[] a = new double[problem.n()];
        for (int i = 0; i < a.length; i++) {
            a[i] = problem.targets()[i] == 0 ? 0 : problem.targets()[i] / margins[i];
        }
        return a;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-2, 1, 100})
    void optimalDualsAreWithin(double l2) {
        for (int seed = 1; seed <= 3; seed++) {
            Dataset data = Problems.data(loss, 60, 5, 0.7, seed);
            for (Dataset used : new Dataset[] {
                data,
                data.withWeights(
                        IntStream.range(0, 60).mapToDouble(i -> 0.5 + i % 4).toArray())
            }) {
                FiniteSum problem = FiniteSum.of(used, loss, new L2(l2), false);
                double[] bounds = DualBounds.of(problem);
                double[] a = optimum(problem);
                assertThat(bounds).hasSize(60);
                for (int i = 0; i < 60; i++) {
                    if (problem.targets()[i] == 0) {
                        assertThat(bounds[i]).isZero();
                    } else {
                        assertThat(a[i]).as("row %s", i).isPositive().isLessThanOrEqualTo(bounds[i] * (1 + 1e-7));
                    }
                }
            }
        }
    }

    /** A single row has no other to push it: its bound is its optimum, x = 2, y = 3, l2 = 0.5 by hand. */
    @Test
    void tightForASingleRow() {
        FiniteSum problem = FiniteSum.of(Dataset.of(new double[][] {{2}}, new double[] {3}), loss, new L2(0.5), false);
        // 2 w - 3 log(2 w) + w^2 / 4: 2 - 3 / w + w / 2 = 0, w = sqrt(10) - 2, a = 3 / (2 w)
        double expected = 3 / (2 * (Math.sqrt(10) - 2));
        assertThat(DualBounds.of(problem)[0]).isCloseTo(expected, within(1e-12));
        assertThat(optimum(problem)[0]).isCloseTo(expected, within(1e-6));
    }

    /** The closed form cancels where psi'x_i is negative and large: against the quadratic it is the root of. */
    @Test
    void rootsWithNegativePull() {
        double[][] x = {{1, 0}, {-1000, 1e-3}};
        FiniteSum problem = FiniteSum.of(Dataset.of(x, new double[] {2, 0}), loss, new L2(1e-6), false);
        // shares 1/2: k psi'x = 1 - 1000, ||x||^2 = 1, l2 k L = 4e-6
        double beta = DualBounds.of(problem)[0];
        assertThat(beta * beta + 999 * beta).isCloseTo(4e-6, within(4e-6 * 1e-12));
    }

    /** No bound is known for a row that no weight reaches. */
    @Test
    void infiniteForRowsOfZeros() {
        double[][] x = {{1, 2}, {0, 0}};
        FiniteSum problem = FiniteSum.of(Dataset.of(x, new double[] {2, 1}), loss, new L2(0.1), false);
        assertThat(DualBounds.of(problem)[1]).isInfinite().isPositive();
        assertThat(DualBounds.of(problem)[0]).isFinite();
    }

    @Test
    void refusesWhatTheyAreNotKnownFor() {
        Dataset data = Problems.data(loss, 20, 3, 1, 1);
        Dataset classes = Problems.data(new Logistic(), 20, 3, 1, 1);
        double[] offsets = new double[20];
        offsets[7] = -0.5;
        for (FiniteSum problem : new FiniteSum[] {
            FiniteSum.of(data, loss, new L2(0.1), true),
            FiniteSum.of(data, loss, new ElasticNet(0.1, 0.1), false),
            FiniteSum.of(data, loss, new L2(0), false),
            FiniteSum.of(classes, new Logistic(), new L2(0.1), false),
            FiniteSum.of(data.withOffsets(offsets), loss, new L2(0.1), false)
        }) {
            assertThatThrownBy(() -> DualBounds.of(problem))
                    .as(problem.describe())
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("l2 alone");
        }
    }
}
