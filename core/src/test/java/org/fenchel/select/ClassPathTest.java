package org.fenchel.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Softmax;
import org.fenchel.loss.VectorLoss;
import org.fenchel.metric.ClassMetric;
import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.NullModel;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Solver;
import org.fenchel.solver.VectorProblems;
import org.fenchel.solver.planner.Auto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Paths and folds of models of several classes. */
class ClassPathTest {
    private static final int K = 3;
    private static final int D = 4;
    private static final StopRule EXACT = new StopRule().withRelativeGap(1e-10).withPasses(20_000);
    private static final Solver<VectorSum, MultiLinear> AUTO = new Auto().onVectors();

    private static VectorSum problem(VectorLoss loss, boolean intercept) {
        return VectorSum.of(VectorProblems.data(80, D, K, 0.8, 7), loss, new None(), K, intercept);
    }

    private static int[] features() {
        int[] groups = new int[D * K];
        Arrays.setAll(groups, j -> j / K);
        return groups;
    }

    /** At the top of a path nothing is worth a weight, and a little below something is. */
    @ParameterizedTest
    @MethodSource("org.fenchel.solver.VectorProblems#losses")
    void allWeightsAreZeroAtTheTop(VectorLoss loss) {
        for (boolean intercept : new boolean[] {true, false}) {
            VectorSum problem = problem(loss, intercept);
            NullModel none = NullModel.of(problem);
            List<DoubleFunction<Penalty>> norms = List.of(L1::new, t -> GroupL2.of(features(), t, 0));
            for (DoubleFunction<Penalty> norm : norms) {
                double top = none.factor(norm, 0);
                Fit<MultiLinear> at = Driver.fit(problem.with(norm.apply(top)), AUTO, EXACT);
                assertThat(at.certificate().primal()).isCloseTo(none.objective(), within(1e-9));
                Fit<MultiLinear> below = Driver.fit(problem.with(norm.apply(0.9 * top)), AUTO, EXACT);
                assertThat(below.certificate().primal()).isLessThan(none.objective() - 1e-9);
            }
        }
    }

    /** Shares of classes are the best constant probabilities, and v is the mean of x (1{y = k} - p_k). */
    @Test
    void theNullModelOfSoftmax() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}, {6}}, new double[] {0, 1, 1, 1});
        NullModel none = NullModel.of(VectorSum.of(data, new Softmax(), new None(), 2, true));
        assertThat(none.intercepts()[1] - none.intercepts()[0]).isCloseTo(Math.log(3), within(1e-12));
        assertThat(none.objective()).isCloseTo(-(Math.log(0.25) + 3 * Math.log(0.75)) / 4, within(1e-12));
        assertThat(none.excess()).isCloseTo(none.objective(), within(1e-12));
        double v = (0.75 - 0.25 * (2 + 3 + 6)) / 4;
        assertThat(none.correlation()).containsExactly(new double[] {v, -v}, within(1e-12));
        assertThat(none.factor(L1::new, 0)).isCloseTo(-v, within(1e-12));
    }

    @Test
    void aClassWithoutARowHasNoNullModel() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}}, new double[] {0, 2, 2});
        VectorSum problem = VectorSum.of(data, new Softmax(), new L2(1), 3, true);
        assertThatThrownBy(() -> NullModel.of(problem))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no row is of class 1");
    }

    @Test
    void warmStartsReachTheSameOptima() {
        VectorSum problem = problem(new Softmax(), true);
        double top = NullModel.of(problem).factor(L1::new, 0);
        double[] penalties = PathFactors.geometric(top, 1e-2 * top, 5);
        List<Double> warm = new ArrayList<>();
        new RegularisationPath<>(l1 -> problem.with(new L1(l1)), penalties, AUTO, EXACT, 42)
                .walk(point -> warm.add(point.fit().certificate().primal()));
        for (int k = 0; k < penalties.length; k++) {
            double cold = Driver.fit(problem.with(new L1(penalties[k])), AUTO, EXACT)
                    .certificate()
                    .primal();
            assertThat(warm.get(k)).isCloseTo(cold, within(1e-9));
        }
    }

    /** A feature that is always 0: each fold is scored by the shares of classes of the other rows. */
    @Test
    void foldsAreScoredByModelsThatNeverSawThem() {
        double[] y = {0, 0, 1, 1, 2, 2};
        Dataset data = Dataset.of(new double[6][1], y);
        Folds folds = Folds.stratified(new int[] {0, 0, 1, 1, 2, 2}, 2, 1);
        Scores scores = new CrossValidation(2)
                .run(
                        new ClassTrials(data, folds, new Softmax(), L2::new, K, true, ClassMetric.ALL),
                        new double[] {1},
                        AUTO,
                        EXACT,
                        42);
        for (double logLoss : scores.values(0, 0)) {
            assertThat(logLoss).isCloseTo(Math.log(3), within(1e-9));
        }
    }
}
