package org.fenchel.solver.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Softmax;
import org.fenchel.loss.VectorLoss;
import org.fenchel.penalty.Box;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.run.Driver;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.VectorProblems;
import org.fenchel.solver.gradient.Fista;
import org.fenchel.solver.proximal.StepSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Stochastic gradients on several classes. */
class VectorDescentTest {
    private static final int K = 3;

    static Stream<Arguments> grid() {
        List<Penalty> penalties = List.of(
                new L2(0.05),
                new ElasticNet(0.02, 0.05),
                new Box(-0.3, 0.4, 0.01, 0.05),
                GroupL2.of(new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3}, 0.02, 0.05));
        return VectorProblems.losses().flatMap(loss -> penalties.stream().map(p -> Arguments.of(loss, p)));
    }

    private static List<VectorForm> methods() {
        return List.of(
                new Sgd(),
                new Sgd().withBatch(8),
                new Sgd().withBatch(8).withMomentum(0.9, true),
                new Sgd().withBatch(0).withStep(0, StepSchedule.CONSTANT),
                new Adam().withBatch(8).withStep(0.05, StepSchedule.SQRT),
                new Adagrad());
    }

    @ParameterizedTest
    @MethodSource("grid")
    void comesNearTheOptimum(VectorLoss loss, Penalty penalty) {
        for (double density : new double[] {1, 0.5}) {
            VectorSum problem = VectorSum.of(VectorProblems.data(60, 4, K, density, 8), loss, penalty, K, true);
            StopRule exact = new StopRule().withRelativeGap(1e-9).withPasses(100_000);
            double least = Driver.fit(problem, new Fista().onVectors(), exact)
                    .certificate()
                    .primal();
            for (VectorForm method : methods()) {
                if (method.onVectors().refusal(problem).isPresent()) {
                    continue;
                }
                Run<MultiLinear> run = method.onVectors().start(problem, 5);
                for (int pass = 0; pass < 200; pass++) {
                    run.step();
                }
                String what = problem.describe() + " by " + method;
                assertThat(run.certificate().primal() - least).as(what).isBetween(-1e-9, 0.02);
                assertThat(run.onlineLoss().orElseThrow()).as(what).isBetween(0.1, 3.0);
            }
        }
    }

    /** Rows stored dense and sparse differ in what is kept lazily, and in rounding. */
    @ParameterizedTest
    @MethodSource("grid")
    void lazyWeightsAreTheSameWeights(VectorLoss loss, Penalty penalty) {
        Dataset sparse = VectorProblems.data(60, 4, K, 0.4, 9);
        Dataset dense = Dataset.of(Problems.dense(sparse.rows()), sparse.targets());
        for (VectorForm method : methods()) {
            VectorSum problem = VectorSum.of(sparse, loss, penalty, K, true);
            if (method.onVectors().refusal(problem).isPresent()) {
                continue;
            }
            Run<MultiLinear> lazy = method.onVectors().start(problem, 6);
            Run<MultiLinear> whole = method.onVectors().start(VectorSum.of(dense, loss, penalty, K, true), 6);
            Run<MultiLinear> again = method.onVectors().start(problem, 6);
            for (int pass = 0; pass < 3; pass++) {
                lazy.step();
                whole.step();
                again.step();
            }
            assertThat(lazy.solution().weights())
                    .as("%s by %s", problem.describe(), method)
                    .containsExactly(whole.solution().weights(), within(1e-10));
            assertThat(again.solution().weights()).isEqualTo(lazy.solution().weights());
            assertThat(again.solution().intercepts()).isEqualTo(lazy.solution().intercepts());
        }
    }

    /** With two classes, a step along softmax's gradient moves b_1 - b_0 by twice a logistic step. */
    @Test
    void stepsOfTwoClassesAreLogisticSteps() {
        Dataset data = VectorProblems.data(40, 5, 2, 1, 4);
        Dataset signs = data.withTargets(
                Arrays.stream(data.targets()).map(y -> 2 * y - 1).toArray());
        double l2 = 0.1;
        Run<MultiLinear> vector = new Sgd()
                .withBatch(4)
                .withStep(0.05, StepSchedule.CONSTANT)
                .onVectors()
                .start(VectorSum.of(data, new Softmax(), new L2(l2), 2, true), 3);
        Run<Linear> scalar = new Sgd()
                .withBatch(4)
                .withStep(0.1, StepSchedule.CONSTANT)
                .start(FiniteSum.of(signs, new Logistic(), new L2(l2 / 2), true), 3);
        vector.step();
        scalar.step();
        double[] b = vector.solution().weights();
        for (int j = 0; j < 5; j++) {
            assertThat(b[2 * j + 1] - b[2 * j]).isCloseTo(scalar.solution().weights()[j], within(1e-14));
        }
        assertThat(vector.onlineLoss().orElseThrow())
                .isCloseTo(scalar.onlineLoss().orElseThrow(), within(1e-14));
    }
}
