package org.fenchel.solver.proximal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.loss.Huber;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.Box;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.Listener;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the method promises beside its optima: data left alone, seeds, equivalences of data, storage and starts. */
class ProximalPointTest {
    private static final Loss LOGISTIC = new Logistic();
    private static final StopRule EXACT = new StopRule().withRelativeGap(1e-11);

    private static double[] weightsAfter(FiniteSum problem, ProximalPoint method, long seed, int passes) {
        Run<Linear> run = method.start(problem, seed);
        for (int pass = 0; pass < passes; pass++) {
            run.step();
        }
        return run.solution().weights();
    }

    private static void requireClose(double[] actual, double[] expected, double relative, String what) {
        double size = 0;
        double off = 0;
        for (int j = 0; j < expected.length; j++) {
            size = Math.max(size, Math.abs(expected[j]));
            off = Math.max(off, Math.abs(actual[j] - expected[j]));
        }
        assertThat(off / size).as(what).isLessThanOrEqualTo(relative);
    }

    // what is read stays as it is

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void leavesItsInputAlone(int batch) {
        for (Penalty penalty : Problems.penalties(5)) {
            double[] x = Problems.vector(new Random(1), 40 * 5, 1);
            Dataset data = Problems.weighted(
                    Dataset.of(
                            DenseRows.wrap(40, 5, x),
                            Problems.data(LOGISTIC, 40, 5, 1, 2).targets()),
                    3);
            FiniteSum problem = FiniteSum.of(data, LOGISTIC, penalty, true);
            double[] xBefore = x.clone();
            double[] targets = problem.targets().clone();
            double[] shares = problem.shares().clone();
            double[] offsets = problem.offsets().clone();
            Linear start = new Linear(new double[] {0.1, 0.2, 0.1, 0.05, 0.02}, 0.5);
            Driver.fit(problem, new ProximalPoint(batch, 1), new StopRule().withPasses(5), 1, start, Listener.NONE);
            assertThat(x).isEqualTo(xBefore);
            assertThat(problem.targets()).isEqualTo(targets);
            assertThat(problem.shares()).isEqualTo(shares);
            assertThat(problem.offsets()).isEqualTo(offsets);
            assertThat(start.weights()).containsExactly(0.1, 0.2, 0.1, 0.05, 0.02);
        }
    }

    @Test
    void solutionIsACopy() {
        FiniteSum problem = FiniteSum.of(Problems.data(LOGISTIC, 40, 5, 1, 1), LOGISTIC, new L2(0.1), true);
        for (ProximalPoint method : List.of(new ProximalPoint(), new ProximalPoint(4, 1))) {
            Run<Linear> run = method.start(problem, 1);
            run.step();
            double[] first = run.solution().weights();
            double[] kept = first.clone();
            run.step();
            assertThat(first).isEqualTo(kept);
            assertThat(run.solution().weights()).isNotEqualTo(kept);
        }
    }

    // randomness

    @Test
    void sameSeedSameTraceAnotherSeedAnother() {
        FiniteSum problem = FiniteSum.of(Problems.data(LOGISTIC, 100, 5, 1, 1), LOGISTIC, new L2(0.01), true);
        StopRule rule = new StopRule(0, 0, 8, Double.POSITIVE_INFINITY);
        ProximalPoint method = new ProximalPoint(4, 1);
        double[] first = objectives(Driver.fit(problem, method, rule, 7, null, Listener.NONE));
        assertThat(objectives(Driver.fit(problem, method, rule, 7, null, Listener.NONE)))
                .isEqualTo(first);
        assertThat(objectives(Driver.fit(problem, method, rule, 8, null, Listener.NONE)))
                .isNotEqualTo(first);

        ProximalPoint ordered = method.withOrder(RowOrder.FILE);
        assertThat(weightsAfter(problem, ordered, 7, 3)).isEqualTo(weightsAfter(problem, ordered, 8, 3));
    }

    private static double[] objectives(Fit<Linear> fit) {
        return fit.trace().points().stream().mapToDouble(Trace.Point::objective).toArray();
    }

    // weights, offsets, intercept

    @Test
    void rowOfWeightZeroIsNoRow() {
        Dataset data = Problems.data(LOGISTIC, 30, 4, 1, 1);
        double[] weights = new double[30];
        Arrays.setAll(weights, i -> i % 3 == 0 ? 0 : 1);
        int[] kept =
                java.util.stream.IntStream.range(0, 30).filter(i -> i % 3 != 0).toArray();
        for (Penalty penalty : Problems.penalties(4)) {
            FiniteSum without = FiniteSum.of(data.select(kept), LOGISTIC, penalty, true);
            FiniteSum weighted = FiniteSum.of(data.withWeights(weights), LOGISTIC, penalty, true);
            for (ProximalPoint method : List.of(new ProximalPoint(), new ProximalPoint(4, 1))) {
                assertThat(weightsAfter(weighted, method, 1, 5)).isEqualTo(weightsAfter(without, method, 1, 5));
            }
        }
    }

    /** Both are certified to 1e-11 and strongly convex with modulus 0.1: weights agree to sqrt(2 * 1e-11 / 0.1) = 1.4e-5. */
    @ParameterizedTest
    @MethodSource("org.fenchel.solver.Problems#losses")
    void weightTwoIsTheRowTwice(Loss loss) {
        Dataset data = Problems.data(loss, 30, 4, 1, 1);
        double[] weights = new double[30];
        Arrays.fill(weights, 1);
        Arrays.fill(weights, 0, 10, 2);
        int[] twice = new int[40];
        Arrays.setAll(twice, i -> i < 30 ? i : i - 30);
        StopRule rule = new StopRule().withRelativeGap(loss.differentiable() ? 1e-11 : 1e-8);
        Fit<Linear> weighted = fit(data.withWeights(weights), loss, new L2(0.1), false, rule);
        Fit<Linear> repeated = fit(data.select(twice), loss, new L2(0.1), false, rule);
        assertThat(weighted.certificate().primal())
                .isCloseTo(repeated.certificate().primal(), within(2e-8));
        requireClose(
                weighted.solution().weights(),
                repeated.solution().weights(),
                loss.differentiable() ? 1e-4 : 3e-3,
                loss.toString());
    }

    private static Fit<Linear> fit(Dataset data, Loss loss, Penalty penalty, boolean intercept, StopRule rule) {
        Fit<Linear> fit = Driver.fit(FiniteSum.of(data, loss, penalty, intercept), new ProximalPoint(), rule);
        assertThat(fit.trace().reason()).as("%s %s", loss, fit.certificate()).isEqualTo(StopReason.CERTIFIED);
        return fit;
    }

    /** A column whose weight is fixed to 1 by a box is an offset. The other columns have the same penalty on both sides. */
    @Test
    void offsetsShiftMargins() {
        Dataset data = Problems.data(new Squared(), 50, 4, 1, 1);
        double[] offsets = Problems.vector(new Random(5), 50, 1);
        double[] shifted = data.targets();
        for (int i = 0; i < 50; i++) {
            shifted[i] -= offsets[i];
        }
        // least squares: an offset is the same as a target less by it
        for (ProximalPoint method : List.of(new ProximalPoint(), new ProximalPoint(1, 1), new ProximalPoint(4, 1))) {
            for (Penalty penalty : Problems.penalties(4)) {
                FiniteSum a = FiniteSum.of(data.withOffsets(offsets), new Squared(), penalty, true);
                FiniteSum b = FiniteSum.of(data.withTargets(shifted), new Squared(), penalty, true);
                requireClose(
                        weightsAfter(a, method, 1, 3), weightsAfter(b, method, 1, 3), 1e-8, penalty + " " + method);
            }
        }
    }

    /** The slope of the mean loss in the intercept changes its sign there, or is 0: 1e-9 covers the intercept's rounding. */
    @ParameterizedTest
    @MethodSource("org.fenchel.solver.Problems#losses")
    void interceptIsOptimal(Loss loss) {
        Dataset data = Problems.weighted(Problems.data(loss, 60, 4, 1, 6).withTargets(positive(loss)), 7);
        FiniteSum problem = FiniteSum.of(data, loss, new L2(0.1), true);
        for (ProximalPoint method : List.of(new ProximalPoint(), new ProximalPoint(4, 1))) {
            Linear solution =
                    Driver.fit(problem, method, new StopRule().withPasses(20)).solution();
            double h = 1e-9 * (1 + Math.abs(solution.intercept()));
            assertThat(slope(problem, solution, -h)).as("%s", method).isLessThanOrEqualTo(1e-12);
            assertThat(slope(problem, solution, h)).as("%s", method).isGreaterThanOrEqualTo(-1e-12);
        }
    }

    /** Counts above 0 here, so that the identity link has a domain to stay in; others as they are. */
    private static double[] positive(Loss loss) {
        return Arrays.stream(Problems.data(loss, 60, 4, 1, 6).targets())
                .map(y -> y == 0 ? 1 : y)
                .toArray();
    }

    private static double slope(FiniteSum problem, Linear at, double shift) {
        double[] margins = new double[problem.n()];
        problem.margins(new Linear(at.weights(), at.intercept() + shift), margins);
        double sum = 0;
        for (int i = 0; i < margins.length; i++) {
            sum += problem.shares()[i] * problem.loss().derivative(margins[i], problem.targets()[i]);
        }
        return sum;
    }

    // storage

    /** Sums are added in another order, which costs a rounding or two a step, and steps do not expand errors. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 16, 64})
    void storageMakesNoDifference(int batch) {
        Random random = new Random(3);
        int[] starts = new int[81];
        int[] columns = new int[80 * 5];
        for (int i = 0; i < 80; i++) {
            int[] row = random.ints(0, 30).distinct().limit(5).sorted().toArray();
            System.arraycopy(row, 0, columns, 5 * i, 5);
            starts[i + 1] = 5 * (i + 1);
        }
        double[] ones = new double[columns.length];
        Arrays.fill(ones, 1);
        Rows indicator = IndicatorRows.wrap(30, starts, columns);
        Rows sparse = SparseRows.wrap(30, starts, columns, ones);
        Rows dense = Problems.dense(sparse);
        double[] y = Problems.data(LOGISTIC, 80, 30, 1, 4).targets();
        for (Penalty penalty : List.of(new None(), new L2(0.1), new ElasticNet(0.01, 0.01))) {
            for (boolean intercept : new boolean[] {false, true}) {
                ProximalPoint method = new ProximalPoint(batch, 1);
                double[] expected =
                        weightsAfter(FiniteSum.of(Dataset.of(dense, y), LOGISTIC, penalty, intercept), method, 1, 3);
                for (Rows rows : List.of(sparse, indicator)) {
                    double[] actual =
                            weightsAfter(FiniteSum.of(Dataset.of(rows, y), LOGISTIC, penalty, intercept), method, 1, 3);
                    requireClose(
                            actual,
                            expected,
                            1e-12,
                            penalty + ", " + rows.getClass().getSimpleName());
                }
            }
        }
    }

    static Stream<Penalty> lazyPenalties() {
        return Stream.of(
                new L1(0.02),
                new ElasticNet(0.02, 0.1),
                new ElasticNet(0.02, 20), // whose running product has to be started again within a pass
                new NonNegative(0.01, 0),
                new Box(-0.2, 0.3, 0.02, 0),
                new Box(0.01, 2, 0, 0.1),
                new L2(20));
    }

    /** Columns that a sparse batch leaves out get their shrinking later, in closed form; dense batches take every step. */
    @ParameterizedTest
    @MethodSource("lazyPenalties")
    void lazyShrinkingIsShrinking(Penalty penalty) {
        for (Loss loss : List.of(LOGISTIC, new Squared(), new Huber())) {
            Dataset sparse = Problems.data(loss, 120, 50, 0.05, 8);
            Dataset dense = Dataset.of(Problems.dense(sparse.rows()), sparse.targets());
            for (int batch : new int[] {1, 4}) {
                for (StepSchedule schedule : List.of(StepSchedule.CONSTANT, StepSchedule.SQRT)) {
                    ProximalPoint method = new ProximalPoint(batch, 2).withSchedule(schedule);
                    requireClose(
                            weightsAfter(FiniteSum.of(sparse, loss, penalty, true), method, 1, 3),
                            weightsAfter(FiniteSum.of(dense, loss, penalty, true), method, 1, 3),
                            1e-10,
                            loss + ", batch " + batch + ", " + schedule);
                }
            }
        }
    }

    // starts and ends

    /** The derivatives at an optimum certify it, where the loss has derivatives and l2 makes every dual feasible. */
    @ParameterizedTest
    @MethodSource("org.fenchel.solver.Problems#losses")
    void warmStartAtTheOptimumIsCertifiedAtOnce(Loss loss) {
        if (!loss.differentiable()) {
            return;
        }
        FiniteSum problem = FiniteSum.of(Problems.data(loss, 60, 4, 1, 9), loss, new L2(0.1), false);
        Fit<Linear> cold = Driver.fit(problem, new ProximalPoint(), EXACT);
        for (ProximalPoint method : List.of(new ProximalPoint(), new ProximalPoint(4, 1))) {
            Fit<Linear> warm = Driver.fit(problem, method, new StopRule(), 1, cold.solution(), Listener.NONE);
            assertThat(warm.trace().points()).hasSize(1);
            assertThat(warm.trace().reason()).isEqualTo(StopReason.CERTIFIED);
            assertThat(warm.solution().weights()).isEqualTo(cold.solution().weights());
        }
    }

    @Test
    void startOfAnotherLengthIsRefused() {
        FiniteSum problem = FiniteSum.of(Problems.data(LOGISTIC, 20, 4, 1, 1), LOGISTIC, new L2(0.1), false);
        assertThatThrownBy(() -> new ProximalPoint().start(problem, 1, new Linear(new double[3], 0)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("3 weights for 4 features");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void separableClassesHaveNoMinimiser(boolean intercept) {
        Random random = new Random(2);
        double[][] x = new double[40][3];
        double[] y = new double[40];
        for (int i = 0; i < 40; i++) {
            y[i] = i % 2 == 0 ? 1 : -1;
            x[i] = new double[] {y[i] * (0.5 + random.nextDouble()), random.nextGaussian(), random.nextGaussian()};
        }
        FiniteSum problem = FiniteSum.of(Dataset.of(x, y), LOGISTIC, new None(), intercept);
        Fit<Linear> fit = Driver.fit(problem, new ProximalPoint(), new StopRule());
        assertThat(fit.trace().reason()).isEqualTo(StopReason.NO_MINIMISER);
    }

    /** Nothing pulls the identity link's intercept away: counts of 0 pull it down, the others hold it above their margins. */
    @Test
    void countsWithZerosAreNotRefused() {
        Loss identity = new PoissonIdentity();
        FiniteSum problem = FiniteSum.of(Problems.data(identity, 60, 3, 1, 1), identity, new L2(0.1), true);
        assertThat(new ProximalPoint().refusal(problem)).isEmpty();
    }

    /** At a constant step the iterates keep jumping around; their mean does not. */
    @Test
    void averagingReducesTheNoise() {
        FiniteSum problem = FiniteSum.of(Problems.data(LOGISTIC, 400, 8, 1, 3), LOGISTIC, new L2(1e-3), false);
        double optimum =
                Driver.fit(problem, new ProximalPoint(), EXACT).certificate().primal();
        ProximalPoint method = new ProximalPoint(1, 1);
        for (long seed = 1; seed <= 3; seed++) {
            double plain = problem.objective(new Linear(weightsAfter(problem, method, seed, 32), 0)) - optimum;
            double mean = problem.objective(new Linear(weightsAfter(problem, method.withAverage(true), seed, 32), 0))
                    - optimum;
            assertThat(mean).as("seed %s: %s without", seed, plain).isLessThan(plain / 3);
        }
    }

    /** With so small a step that no row moves anything to speak of, it is the mean loss at the start. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 64})
    void onlineLossIsTheLossBeforeEachRowIsUsed(int batch) {
        Dataset data = Problems.weighted(Problems.data(LOGISTIC, 100, 4, 1, 5), 6);
        FiniteSum problem = FiniteSum.of(data, LOGISTIC, new L2(0.1), true);
        Linear start = new Linear(new double[] {0.3, -0.2, 0.5, 1}, 0.4);
        Run<Linear> run = new ProximalPoint(batch, 1e-12).start(problem, 1, start);
        assertThat(run.onlineLoss()).isEmpty();
        run.step();
        double[] margins = new double[100];
        problem.margins(start, margins);
        assertThat(run.onlineLoss().orElseThrow()).isCloseTo(problem.meanLoss(margins), within(1e-9));
    }

    @Test
    void catalogueReadsAndWritesIt() {
        @SuppressWarnings("rawtypes") // the catalogue knows kinds by their raw class
        Catalogue<Solver> solvers = Catalogue.of(Solver.class);
        assertThat(solvers.parse("proximal-point(batch=4,step=1,order=file)"))
                .isEqualTo(new ProximalPoint(4, 1).withOrder(RowOrder.FILE));
        assertThat(solvers.parse("proximal-point")).isEqualTo(new ProximalPoint());
        ProximalPoint unusual = new ProximalPoint(3, 0.25, StepSchedule.HARMONIC, RowOrder.FILE, true);
        assertThat(solvers.parse(solvers.print(unusual))).isEqualTo(unusual);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new ProximalPoint(-1, 1)).isInstanceOf(InvalidInput.class);
        for (double step : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e13}) {
            assertThatThrownBy(() -> new ProximalPoint(4, step)).isInstanceOf(InvalidInput.class);
        }
    }
}
