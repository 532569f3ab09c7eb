package org.fenchel.solver.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Entry;
import org.fenchel.data.Dataset;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.SparseRows;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Squared;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole fits of factorization machines. */
class PassesTest {
    private static final int USERS = 30;
    private static final int ITEMS = 20;

    private static Stream<FactorizationSolver> solvers() {
        return Catalogue.of(FactorizationSolver.class).entries().stream().map(Entry::defaults);
    }

    /** Pairs of a user and an item whose label depends on the product of two hidden numbers, and on nothing else. */
    private static Dataset products(int n, long seed) {
        Random hidden = new Random(1);
        double[] taste = hidden.doubles(USERS, -2, 2).toArray();
        double[] kind = hidden.doubles(ITEMS, -2, 2).toArray();
        Random random = new Random(seed);
        int[] starts = new int[n + 1];
        int[] columns = new int[2 * n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            int user = random.nextInt(USERS);
            int item = random.nextInt(ITEMS);
            columns[2 * i] = user;
            columns[2 * i + 1] = USERS + item;
            starts[i + 1] = 2 * i + 2;
            y[i] = taste[user] * kind[item] + 0.3 * random.nextGaussian() > 0 ? 1 : -1;
        }
        return Dataset.of(IndicatorRows.wrap(USERS + ITEMS, starts, columns), y);
    }

    private static FactorizationFit problem(Dataset data) {
        return FactorizationFit.of(data, new Logistic(), 4, 1e-3, 1e-3);
    }

    private static Fit<Factorized> fit(FactorizationFit problem, FactorizationSolver solver) {
        return Driver.fit(problem, solver, new StopRule());
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void findsWhatNoLinearModelCan(FactorizationSolver solver) {
        Fit<Factorized> fit = fit(problem(products(20_000, 2)), solver);
        double unseen = problem(products(5000, 3)).meanLoss(fit.solution());
        assertThat(unseen).isLessThan(0.55); // log 2 = 0.693 is what any linear model gets
        assertThat(fit.trace().reason()).isEqualTo(StopReason.FINISHED);
        assertThat(Double.isFinite(fit.certificate().primal())).isTrue();
        assertThat(fit.certificate().bound()).isInfinite();
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void sameSeedSameBits(FactorizationSolver solver) {
        FactorizationFit problem = problem(products(500, 2));
        Factorized[] solutions = new Factorized[3];
        for (int r = 0; r < 3; r++) {
            Run<Factorized> run = solver.start(problem, r == 2 ? 8 : 7);
            run.step();
            run.step();
            solutions[r] = run.solution();
        }
        assertThat(solutions[1]).isEqualTo(solutions[0]);
        assertThat(solutions[2]).isNotEqualTo(solutions[0]);
    }

    @Test
    void noStepSizeDiverges() {
        FactorizationFit problem = FactorizationFit.of(products(2000, 2), new Logistic(), 4, 0.02, 0.02);
        for (double step : new double[] {1e-4, 1, 1e3, 1e8}) {
            Run<Factorized> run =
                    new ProximalFactorization().withStep(step, 0.85).start(problem, 1);
            for (int pass = 0; pass < 10; pass++) {
                run.step();
                assertThat(run.health()).isEqualTo(Run.Health.WELL);
            }
            assertThat(problem.meanLoss(run.solution())).as("step %s", step).isLessThan(0.75);
        }
    }

    @Test
    void indicatorsAreOnesHoweverTheyAreStored() {
        Dataset ones = products(1000, 2);
        IndicatorRows rows = (IndicatorRows) ones.rows();
        double[] values = new double[rows.columns().length];
        Arrays.fill(values, 1);
        Dataset stored = Dataset.of(SparseRows.wrap(rows.d(), rows.starts(), rows.columns(), values), ones.targets());
        Factorized one = twoPasses(problem(ones), false);
        Factorized other = twoPasses(problem(stored), false);
        assertThat(other.intercept()).isCloseTo(one.intercept(), within(1e-9));
        for (int j = 0; j < rows.d(); j++) {
            assertThat(other.factors().weight(j)).isCloseTo(one.factors().weight(j), within(1e-9));
            assertThat(other.factors().factor(j, 2)).isCloseTo(one.factors().factor(j, 2), within(1e-9));
        }
    }

    @Test
    void singlePrecisionIsCloseToDouble() {
        FactorizationFit problem = problem(products(5000, 2));
        double wide = problem.meanLoss(twoPasses(problem, false));
        Factorized narrow = twoPasses(problem, true);
        assertThat(narrow.factors().single()).isTrue();
        assertThat(problem.meanLoss(narrow)).isCloseTo(wide, within(1e-4));
    }

    private static Factorized twoPasses(FactorizationFit problem, boolean single) {
        Run<Factorized> run = new ProximalFactorization()
                .withDeviation(0.3)
                .withSingle(single)
                .start(problem, 5);
        run.step();
        run.step();
        return run.solution();
    }

    @Test
    void aRowOfWeightTwoPullsAsTwo() {
        Dataset data = products(200, 2);
        double[] twos = new double[200];
        Arrays.fill(twos, 2);
        Factorized plain = twoPasses(problem(data), false);
        assertThat(twoPasses(problem(data.withWeights(twos)), false)).isEqualTo(plain);
        double[] weights = new double[200];
        Arrays.fill(weights, 0, 100, 1);
        int[] half = new int[100];
        Arrays.setAll(half, i -> i);
        assertThat(problem(data.withWeights(weights)).objective(plain))
                .isCloseTo(problem(data.select(half)).objective(plain), within(1e-14));
    }

    @Test
    void aMachineGrowsByNewFeatures() {
        Dataset few = products(2000, 2);
        Factorized before = fit(problem(few), new ProximalFactorization()).solution();
        IndicatorRows rows = (IndicatorRows) few.rows();
        Dataset more = Dataset.of(IndicatorRows.wrap(rows.d() + 3, rows.starts(), rows.columns()), few.targets());
        Run<Factorized> run = new ProximalFactorization().start(problem(more), 1, before);
        Factors start = run.solution().factors();
        assertThat(start.features()).isEqualTo(rows.d() + 3);
        for (int j = 0; j < rows.d(); j++) {
            assertThat(start.factor(j, 1)).isEqualTo(before.factors().factor(j, 1));
            assertThat(start.weight(j)).isEqualTo(before.factors().weight(j));
        }
        assertThat(start.factor(rows.d(), 0)).isNotZero();
        assertThatThrownBy(() -> new ProximalFactorization().start(problem(few), 1, run.solution()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("53 features");
    }

    @Test
    void rowsHeldOutChooseThePass() {
        FactorizationFit problem =
                FactorizationFit.of(products(300, 2), new Logistic(), 8, 0, 0).withValidation(products(2000, 3));
        Fit<Factorized> fit =
                fit(problem, new ProximalFactorization().withStep(0.3, 1).withPasses(200));
        double kept = problem.validation().orElseThrow().meanLoss(fit.solution());
        assertThat(fit.certificate().primal()).isEqualTo(kept);
        assertThat(fit.trace().last().passes()).isLessThan(200);
        assertThat(fit.trace().points().stream()
                        .mapToDouble(point -> point.objective())
                        .filter(Double::isFinite)
                        .min())
                .hasValue(kept);
    }

    @Test
    void anEnsembleScoresTheMeanOfItsMembers() {
        FactorizationFit problem = problem(products(1000, 2));
        Run<Factorized> both = new ProximalFactorization().withMembers(2).start(problem, 4);
        List<Run<Factorized>> each =
                List.of(new ProximalFactorization().start(problem, 4), new ProximalFactorization().start(problem, 5));
        both.step();
        each.forEach(Run::step);
        double[][] scores = new double[3][problem.n()];
        problem.scores(both.solution(), scores[0]);
        problem.scores(each.get(0).solution(), scores[1]);
        problem.scores(each.get(1).solution(), scores[2]);
        for (int i = 0; i < problem.n(); i++) {
            assertThat(scores[0][i]).isCloseTo((scores[1][i] + scores[2][i]) / 2, within(1e-12));
        }
    }

    @Test
    void theGradientIsThatOfTheObjective() {
        FactorizationFit problem = FactorizationFit.of(products(50, 2), new Logistic(), 3, 0.1, 0.2);
        Run<Factorized> run = new ProximalFactorization().withDeviation(0.5).start(problem, 4);
        run.step();
        Factorized at = run.solution();
        double square = Math.pow(difference(problem, at, (f, c, h) -> new Factorized(f, c + h)), 2);
        for (int j = 0; j < problem.d(); j++) {
            int feature = j;
            square += Math.pow(
                    difference(problem, at, (f, c, h) -> {
                        f.setWeight(feature, f.weight(feature) + h);
                        return new Factorized(f, c);
                    }),
                    2);
            for (int e = 0; e < 3; e++) {
                int entry = e;
                square += Math.pow(
                        difference(problem, at, (f, c, h) -> {
                            f.setFactor(feature, entry, f.factor(feature, entry) + h);
                            return new Factorized(f, c);
                        }),
                        2);
            }
        }
        assertThat(problem.gradientNorm(at)).isCloseTo(Math.sqrt(square), within(1e-8));
        assertThat(run.certificate()).isInstanceOf(Certificate.Stationarity.class);
    }

    private interface Shift {
        Factorized by(Factors factors, double constant, double h);
    }

    private static double difference(FactorizationFit problem, Factorized at, Shift shift) {
        double h = 1e-5;
        double up = problem.objective(shift.by(at.factors().copy(), at.intercept(), h));
        double down = problem.objective(shift.by(at.factors().copy(), at.intercept(), -h));
        return (up - down) / (2 * h);
    }

    @Test
    void fitsNumbersToo() {
        Dataset data = products(5000, 2);
        FactorizationFit problem = FactorizationFit.of(data, new Squared(), 4, 1e-3, 1e-3);
        Factorized solution = fit(problem, new ProximalFactorization()).solution();
        assertThat(problem.meanLoss(solution)).isLessThan(0.25); // 0.5 is that of the mean
    }

    @Test
    void wrongParametersAreRefused() {
        for (ThrowingCase wrong : List.<ThrowingCase>of(
                () -> new ProximalFactorization().withStep(-1, 1),
                () -> new ProximalFactorization().withStep(1, 1.5),
                () -> new ProximalFactorization().withPasses(0),
                () -> new ProximalFactorization().withMembers(0),
                () -> new SgdFactorization(0, 1),
                () -> FactorizationFit.of(products(10, 1), new Logistic(), -1, 0, 0),
                () -> FactorizationFit.of(products(10, 1), new Logistic(), 2, Double.NaN, 0))) {
            assertThatThrownBy(wrong::run).isInstanceOf(InvalidInput.class);
        }
    }

    private interface ThrowingCase {
        void run();
    }
}
