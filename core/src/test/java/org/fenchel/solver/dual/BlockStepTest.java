package org.fenchel.solver.dual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A block's step is exact: rows one at a time, again and again, end where the block goes at once. */
class BlockStepTest {
    private static final int N = 100;
    private static final int D = 60;

    static Stream<Arguments> grid() {
        List<Arguments> grid = new ArrayList<>();
        Problems.losses().forEach(loss -> {
            for (int block : new int[] {2, 3, 10, 48}) {
                for (double density : new double[] {1, 0.3}) {
                    grid.add(Arguments.of(loss, block, density));
                }
            }
        });
        return grid.stream();
    }

    /** Fewer rows than columns: the block's optimum is unique. */
    @ParameterizedTest
    @MethodSource("grid")
    void manySweepsOfSingleStepsEndThere(Loss loss, int block, double density) {
        Dataset data = Problems.weighted(Problems.data(loss, N, D, density, 3), 4);
        FiniteSum problem = FiniteSum.of(data, loss, new L2(0.1), false);
        double[] w = new double[D];
        Arrays.fill(w, 0.1);
        Linear start = new Linear(w, 0);
        Steps atOnce = new Steps(problem, start, block, false);
        Steps singly = new Steps(problem, start, 1, false);
        int[] movable = atOnce.rows.movable(loss);
        int[] rows = Arrays.copyOf(movable, Math.min(block, movable.length));
        double before = atOnce.dual();

        atOnce.pass(rows);
        for (int sweep = 0; sweep < 3000; sweep++) {
            singly.pass(rows);
        }

        assertThat(atOnce.ascent.takeVisited()).isEqualTo(rows.length);
        assertThat(atOnce.dual()).isGreaterThan(before).isGreaterThanOrEqualTo(singly.dual() - 1e-13);
        double[] expected = singly.duals();
        double[] actual = atOnce.duals();
        for (int i = 0; i < N; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("row %s: %s, not %s", i, actual[i], expected[i])
                    .isLessThanOrEqualTo(1e-9 * (1 + Math.abs(expected[i])));
        }
        // and the weights went along
        double[] weights = new double[D];
        atOnce.ascent.weights().read(weights);
        double[] v = atOnce.v();
        for (int j = 0; j < D; j++) {
            assertThat(Math.abs(weights[j] - v[j] / 0.1)).isLessThanOrEqualTo(1e-12 * (1 + Math.abs(weights[j])));
        }
    }
}
