package org.fenchel.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.Box;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.NullModel;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.planner.Auto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegularisationPathTest {
    private static final int N = 120;
    private static final int D = 12;
    private static final StopRule EXACT = new StopRule().withRelativeGap(1e-9);

    static Stream<Loss> losses() {
        return Problems.losses();
    }

    private static FiniteSum problem(Loss loss, Penalty penalty) {
        return FiniteSum.of(Problems.data(loss, N, D, 1, 5), loss, penalty, true);
    }

    private static List<DoubleFunction<Penalty>> norms() {
        int[] groups = new int[D];
        Arrays.setAll(groups, j -> j / 3);
        return List.of(
                L1::new,
                t -> new ElasticNet(t, t),
                t -> new NonNegative(t, 0),
                t -> new Box(-1, 2, t, 0),
                t -> GroupL2.of(groups, t, 0));
    }

    /** At the top of a path nothing is worth a weight, and a little below something is. */
    @ParameterizedTest
    @MethodSource("losses")
    void allWeightsAreZeroAtTheTop(Loss loss) {
        for (DoubleFunction<Penalty> norm : norms()) {
            FiniteSum problem = problem(loss, new None());
            assertThat(NullModel.of(problem).correlation()).as(loss.toString()).doesNotContain(Double.NaN);
            double top = NullModel.of(problem).factor(norm, 0);
            Fit<Linear> at = Driver.fit(problem.with(norm.apply(top)), new Auto(), EXACT);
            assertThat(at.trace().reason()).isEqualTo(StopReason.CERTIFIED);
            // zero is optimal there; a solver that ends by its gap may keep weights of rounding's size
            assertThat(problem.with(norm.apply(top))
                            .objective(new Linear(new double[D], at.solution().intercept())))
                    .as(norm.apply(top).toString())
                    .isLessThanOrEqualTo(
                            at.certificate().primal() + at.certificate().bound() + 1e-12);
            if (loss.differentiable()) {
                Fit<Linear> below = Driver.fit(problem.with(norm.apply(0.9 * top)), new Auto(), EXACT);
                assertThat(Arrays.stream(below.solution().weights()).anyMatch(b -> b != 0))
                        .as(norm.apply(top).toString())
                        .isTrue();
            }
        }
    }

    @Test
    void theTopOfTheLassoIsTheLargestCorrelation() {
        NullModel none = NullModel.of(problem(new Logistic(), new None()));
        double largest = Arrays.stream(none.correlation()).map(Math::abs).max().orElseThrow();
        assertThat(none.factor(L1::new, 0)).isEqualTo(largest);
        assertThat(none.factor(t -> new ElasticNet(2 * t, t), 0)).isCloseTo(largest / 2, within(1e-15 * largest));
    }

    /** For least squares with centred targets: v = X'(y - mean) / n, excess = variance / 2. */
    @Test
    void theNullModelOfLeastSquares() {
        Dataset data = Dataset.of(new double[][] {{1, 0}, {2, 1}, {3, 0}, {6, 1}}, new double[] {1, 2, 3, 6});
        NullModel none = NullModel.of(FiniteSum.of(data, new Squared(), new None(), true));
        assertThat(none.intercept()).isCloseTo(3, within(1e-12));
        assertThat(none.objective()).isCloseTo(14 / 8.0, within(1e-12));
        assertThat(none.excess()).isCloseTo(14 / 8.0, within(1e-12));
        assertThat(none.correlation()).containsExactly(new double[] {14 / 4.0, 0.5}, within(1e-12));
        // r*(v) = |v|^2 / (2 l2) is a hundredth of the excess
        assertThat(none.factor(L2::new, 0.01)).isCloseTo(12.5 / 2 / (0.01 * 14 / 8), within(1e-9));
    }

    /** With 3 rows of +1 and one of -1 the hinge is best at an intercept of 1, a kink for the three. */
    @Test
    void kinksShareWhatBalancesTheDuals() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}, {-4}}, new double[] {1, 1, 1, -1});
        NullModel none = NullModel.of(FiniteSum.of(data, new Hinge(), new None(), true));
        assertThat(none.intercept()).isCloseTo(1, within(1e-9));
        assertThat(none.objective()).isCloseTo(0.5, within(1e-9));
        // duals -1/3 for each of the three and 1 for the other: v = (2 + 4) / 4
        assertThat(none.correlation()[0]).isCloseTo(1.5, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void noWeightsGainMoreThanTheShareAtTheTopOfAnL2Path(Loss loss) {
        FiniteSum problem = problem(loss, new None());
        NullModel none = NullModel.of(problem);
        double top = none.factor(L2::new, Factors.L2_SHARE);
        Fit<Linear> fit = Driver.fit(problem.with(new L2(top)), new Auto(), EXACT);
        double gained = none.objective() - fit.certificate().primal();
        assertThat(gained).isBetween(-1e-8, Factors.L2_SHARE * none.excess() + 1e-8);
    }

    /** Warm starts change how fast a fit is found, not what is found. */
    @ParameterizedTest
    @MethodSource("losses")
    void everyFitOfAPathIsTheOneFromZero(Loss loss) {
        FiniteSum problem = problem(loss, new None());
        double top = NullModel.of(problem).factor(L1::new, 0);
        double[] factors = Factors.geometric(top, 1e-2 * top, 7);
        List<PathPoint<Linear>> path = new ArrayList<>();
        new RegularisationPath<>(l1 -> problem.with(new L1(l1)), factors, new Auto(), EXACT, 42).walk(path::add);
        assertThat(path).hasSize(7);
        for (PathPoint<Linear> point : path) {
            assertThat(point.factor()).isEqualTo(factors[point.index()]);
            Fit<Linear> alone = Driver.fit(problem.with(new L1(point.factor())), new Auto(), EXACT);
            assertThat(point.fit().certificate().relativeGap()).isLessThanOrEqualTo(1e-9);
            assertThat(point.fit().certificate().primal())
                    .isCloseTo(
                            alone.certificate().primal(),
                            within(3e-9 * Math.max(1, alone.certificate().primal())));
        }
    }

    @Test
    void anInterruptEndsThePath() {
        FiniteSum problem = problem(new Logistic(), new None());
        List<PathPoint<Linear>> path = new ArrayList<>();
        Thread.currentThread().interrupt();
        new RegularisationPath<>(
                        l1 -> problem.with(new L1(l1)),
                        Factors.geometric(0.01, 1e-4, 5),
                        new Auto(),
                        new StopRule().withRelativeGap(0),
                        42)
                .walk(path::add);
        assertThat(path).hasSize(1);
        assertThat(path.get(0).fit().trace().reason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void factorsAreGeometricWithExactEnds() {
        double[] factors = Factors.geometric(8, 0.5, 5);
        assertThat(factors).containsExactly(new double[] {8, 4, 2, 1, 0.5}, within(1e-14));
        assertThat(factors[0]).isEqualTo(8);
        assertThat(factors[4]).isEqualTo(0.5);
        assertThat(Factors.geometric(8, 0.5, 1)).containsExactly(0.5);
        assertThatThrownBy(() -> Factors.geometric(1, 2, 5)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Factors.geometric(1, 0, 5)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Factors.geometric(2, 1, 0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void whatHasNoTopIsRefused() {
        NullModel none = NullModel.of(problem(new Logistic(), new None()));
        assertThatThrownBy(() -> none.factor(L2::new, 0))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("l1");
        assertThatThrownBy(() -> none.factor(t -> new Box(0.5, 1, t, 0), 0)).isInstanceOf(InvalidInput.class);
        Dataset oneClass = Dataset.of(new double[][] {{1}, {2}}, new double[] {1, 1});
        assertThatThrownBy(() -> NullModel.of(FiniteSum.of(oneClass, new Logistic(), new None(), true)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("one side");
    }
}
