package org.fenchel.solver.dual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Problems;
import org.fenchel.solver.step.RowSampler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step is the best change of its row's variable, and no step lowers the dual. */
class CoordinateStepTest {
    private static final int N = 24;
    private static final int D = 5;
    private static final double L2 = 0.1;

    /** Duals of a point of small random weights; of positive ones, so that identity-link margins are positive. */
    static Linear somewhere() {
        double[] w = Problems.vector(new Random(5), D, 0.5);
        for (int j = 0; j < D; j++) {
            w[j] = Math.abs(w[j]);
        }
        return new Linear(w, 0);
    }

    /** 1e-13 is the rounding of a dual of size 1. The bracket ends where the conjugate does, or far from any optimum. */
    @ParameterizedTest
    @MethodSource("org.fenchel.solver.Problems#losses")
    void isTheHighestPointOfTheDualAlongItsVariable(Loss loss) {
        Dataset data = Problems.weighted(Problems.data(loss, N, D, 1, 3), 4);
        FiniteSum problem = FiniteSum.of(data, loss, new L2(L2), false);
        int moved = 0;
        for (int i = 0; i < N; i++) {
            Steps steps = new Steps(problem, somewhere(), 1, false);
            double before = steps.dual();
            double y = problem.targets()[i];
            int row = i;
            double best = GoldenSection.argmax(
                    u -> steps.dualWith(row, u), Math.max(loss.dualLow(y), -50), Math.min(loss.dualHigh(y), 50));
            double highest = steps.dualWith(i, best);
            steps.pass(new int[] {i});
            double after = steps.dual();
            assertThat(after).as("row %s, from %s", i, before).isGreaterThanOrEqualTo(highest - 1e-13);
            assertThat(after - before).as("row %s", i).isGreaterThanOrEqualTo(steps.ascent.gain() - 1e-13);
            moved += after > before + 1e-9 ? 1 : 0;
        }
        assertThat(moved).as("rows that had something to gain").isGreaterThan(N / 4);
    }

    /** With other penalties a step maximises a lower bound of the dual, which is enough never to lose. */
    @ParameterizedTest
    @MethodSource("org.fenchel.solver.Problems#losses")
    void noPassLowersTheDual(Loss loss) {
        Dataset data = Problems.weighted(Problems.data(loss, N, D, 0.6, 6), 7);
        for (Penalty penalty : Problems.penalties(D)) {
            if (penalty.l2() > 0) {
                FiniteSum problem = FiniteSum.of(data, loss, penalty, false);
                for (int block : new int[] {1, 4, 16}) {
                    Steps steps = new Steps(problem, null, block, false);
                    RowSampler sampler = new RowSampler(steps.rows.movable(loss), true, 8);
                    double start = steps.dual();
                    double before = start;
                    double sum = 0;
                    for (int pass = 0; pass < 30; pass++) {
                        steps.pass(sampler.pass());
                        double after = steps.dual();
                        assertThat(after - before)
                                .as("%s, blocks of %s, pass %s", problem.describe(), block, pass)
                                .isGreaterThanOrEqualTo(steps.ascent.gain() - 1e-13);
                        sum += steps.ascent.gain();
                        before = after;
                    }
                    assertThat(sum).as(problem.describe()).isPositive();
                    assertThat(before).as(problem.describe()).isGreaterThan(start);
                }
            }
        }
    }
}
