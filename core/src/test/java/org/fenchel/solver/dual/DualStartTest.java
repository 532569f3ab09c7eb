package org.fenchel.solver.dual;

import static org.assertj.core.api.Assertions.assertThat;

import org.fenchel.data.Dataset;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.Problems;
import org.fenchel.solver.dual.DualStart.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the ascent begins for a log-smooth loss: at the highest of several directions' highest points. */
class DualStartTest {
    private final Loss loss = new PoissonIdentity();

    private static double dualAt(FiniteSum problem, double[] a, double factor) {
        Steps steps = new Steps(problem, null, 1, false);
        double[] u = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            u[i] = 1 - factor * a[i];
        }
        steps.rows.setDuals(u);
        return steps.dual();
    }

    /** Its multiples are lower: within 1e-13, the dual's rounding, of the best that comparing values finds. */
    @ParameterizedTest
    @EnumSource
    void highestPointAlongItsDirection(Direction direction) {
        for (double l2 : new double[] {1e-4, 0.1, 10}) {
            FiniteSum problem = FiniteSum.of(Problems.data(loss, 40, 4, 0.8, 2), loss, new L2(l2), false);
            double[] a = DualStart.along(problem, direction);
            assertThat(a).isNotNull();
            double highest = dualAt(problem, a, 1);
            double best = GoldenSection.argmax(factor -> dualAt(problem, a, factor), 0.01, 10);
            assertThat(highest).isGreaterThanOrEqualTo(dualAt(problem, a, best) - 1e-13 * Math.abs(highest));
            assertThat(best).isBetween(1 - 1e-6, 1 + 1e-6);
            for (int i = 0; i < a.length; i++) {
                assertThat(a[i] > 0).as("row %s", i).isEqualTo(problem.targets()[i] > 0);
            }
        }
    }

    @Test
    void theBestDirectionIsTaken() {
        FiniteSum problem = FiniteSum.of(Problems.data(loss, 40, 4, 0.8, 2), loss, new L2(0.01), false);
        double highest = Double.NEGATIVE_INFINITY;
        for (Direction direction : DualStart.directions()) {
            double[] a = DualStart.along(problem, direction);
            assertThat(a).isNotNull();
            highest = Math.max(highest, dualAt(problem, a, 1));
        }
        assertThat(new Steps(problem, null, 1, false).dual())
                .isBetween(highest - 1e-13 * Math.abs(highest), highest + 1e-13 * Math.abs(highest));
    }

    /** x_1'(x_1 + x_2) = 1 - 2 < 0; the other directions exist all the same. */
    @Test
    void correlationNeedsRowsThatDoNotPointApart() {
        double[][] x = {{1, 0}, {-2, 3}};
        FiniteSum problem = FiniteSum.of(Dataset.of(x, new double[] {1, 2}), loss, new L2(0.1), false);
        assertThat(DualStart.along(problem, Direction.CORRELATION)).isNull();
        assertThat(DualStart.along(problem, Direction.CONSTANT)).isNotNull();
        assertThat(DualStart.along(problem, Direction.NORM)).isNotNull();
        assertThat(new Steps(problem, null, 1, false).dual()).isFinite();
    }

    /** x_1'(x_1 + x_2) = 0 exactly. */
    @Test
    void correlationOfZeroIsNone() {
        double[][] x = {{1, 0}, {-1, 3}};
        FiniteSum problem = FiniteSum.of(Dataset.of(x, new double[] {1, 2}), loss, new L2(0.1), false);
        assertThat(DualStart.along(problem, Direction.CORRELATION)).isNull();
    }

    @Test
    void rowsOfZerosLeaveOnlyTheConstantDirection() {
        double[][] x = {{1, 1}, {0, 0}};
        FiniteSum problem = FiniteSum.of(Dataset.of(x, new double[] {1, 2}), loss, new L2(0.1), false);
        assertThat(DualStart.along(problem, Direction.CORRELATION)).isNull();
        assertThat(DualStart.along(problem, Direction.NORM)).isNull();
        assertThat(DualStart.along(problem, Direction.CONSTANT)).doesNotContain(Double.NaN);
    }

    /** Zero counts have no dual of their own, and classes start from 0. */
    @Test
    void feasibleWithoutDirections() {
        FiniteSum counts = FiniteSum.of(Problems.data(loss, 40, 4, 0.8, 2), loss, new L2(0.01), true);
        for (double u : DualStart.of(counts, null)) {
            assertThat(u).isBetween(0.0, 1.0);
        }
        Loss hinge = new Hinge();
        FiniteSum classes = FiniteSum.of(Problems.data(hinge, 40, 4, 1, 2), hinge, new L2(0.01), true);
        assertThat(DualStart.of(classes, null)).containsOnly(0);
    }
}
