package org.fenchel.solver.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.fenchel.solver.step.RowSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows whose duals stay put are skipped for a while; the optimum is the same and the work less. */
class NapsTest {
    static Stream<Loss> kinked() {
        return Problems.losses().filter(loss -> !loss.differentiable());
    }

    private static double dualAfter(FiniteSum problem, boolean naps, int block, int passes) {
        Steps steps = new Steps(problem, null, block, naps);
        RowSampler sampler = new RowSampler(steps.rows.movable(problem.loss()), true, 4);
        for (int pass = 0; pass < passes; pass++) {
            steps.pass(sampler.pass());
        }
        return steps.dual();
    }

    @ParameterizedTest
    @MethodSource("kinked")
    void sameOptimum(Loss loss) {
        FiniteSum problem = FiniteSum.of(Problems.data(loss, 80, 6, 1, 3), loss, new L2(0.1), false);
        for (int block : new int[] {1, 5}) {
            double awake = dualAfter(problem, false, block, 2000);
            assertThat(dualAfter(problem, true, block, 2000)).isCloseTo(awake, within(1e-12));
        }
    }

    /** Once all sleep that may, fewer rows are visited, but each again within eight passes. */
    @Test
    void sleepersAreSkippedAndWake() {
        Loss loss = new Hinge();
        FiniteSum problem = FiniteSum.of(Problems.data(loss, 400, 6, 1, 3), loss, new L2(0.1), false);
        Steps steps = new Steps(problem, null, 1, true);
        RowSampler sampler = new RowSampler(steps.rows.movable(loss), true, 4);
        long visited = 0;
        for (int pass = 0; pass < 48; pass++) {
            steps.pass(sampler.pass());
            int count = steps.ascent.takeVisited();
            if (pass == 0) {
                assertThat(count).isEqualTo(400);
            }
            visited += pass < 40 ? 0 : count;
        }
        assertThat(visited).isBetween(400L, 8 * 400L / 2);
    }

    @ParameterizedTest
    @MethodSource("kinked")
    void passesCountTheRowsWorkedOn(Loss loss) {
        FiniteSum problem = FiniteSum.of(Problems.data(loss, 400, 6, 1, 3), loss, new L2(0.1), false);
        Run<?> run = new Sdca().withoutFinish().start(problem, 1);
        run.step();
        assertThat(run.passes()).isEqualTo(1);
        for (int pass = 0; pass < 39; pass++) {
            double before = run.passes();
            run.step();
            assertThat(run.passes() - before).isBetween(1e-3, 1.0);
        }
        Run<?> drawn = new Sdca(Sampling.UNIFORM, 1, 1, false).start(problem, 1);
        for (int pass = 0; pass < 40; pass++) {
            drawn.step();
        }
        assertThat(drawn.passes()).as("rows drawn at random do not sleep").isEqualTo(40);
        if (loss instanceof Hinge) {
            assertThat(run.passes()).isLessThan(30);
        }
    }
}
