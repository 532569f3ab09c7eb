package org.fenchel.solver.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.fenchel.data.Dataset;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.loss.Logistic;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several threads on one machine. */
class RoundsTest {
    private static final int D = 60;

    /** Rows of six features, one of each ten. */
    private static FactorizationFit problem(int n, boolean ones, long seed) {
        Random random = new Random(seed);
        int[] starts = IntStream.rangeClosed(0, n).map(i -> 6 * i).toArray();
        int[] columns = IntStream.range(0, 6 * n)
                .map(e -> e % 6 * 10 + random.nextInt(10))
                .toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> (columns[6 * i] < 5) == (columns[6 * i + 1] < 15) ? 1 : -1)
                .toArray();
        Rows rows = ones
                ? IndicatorRows.wrap(D, starts, columns)
                : SparseRows.wrap(
                        D, starts, columns, random.doubles(6 * n, 0.8, 1.2).toArray());
        return FactorizationFit.of(Dataset.of(rows, y), new Logistic(), 5, 1e-3, 1e-2);
    }

    @Test
    void waysAreAddedWhereTheyAreShortAndMeanWhereTheyEndTogether() {
        assertThat(Share.ways(3, 0)).isEqualTo(1);
        assertThat(Share.ways(2, 1)).isEqualTo(0.75);
        assertThat(Share.ways(4, 1e300)).isEqualTo(0.25);
        assertThat(Share.ways(4, Double.POSITIVE_INFINITY)).isEqualTo(0.25);
        // one after the other, two threads would have left a quarter each time
        double start = 8;
        double end = start * 0.25 * 0.25;
        double own = start * (0.25 - 1);
        assertThat(start + Share.ways(2, 3) * (own + own)).isCloseTo(end, within(1e-12));
    }

    @Test
    void whatSeveralMovedIsBroughtTogether() {
        Dataset data =
                Dataset.of(IndicatorRows.wrap(4, new int[] {0, 2, 4}, new int[] {0, 1, 1, 2}), new double[] {1, -1});
        FactorizationFit problem = FactorizationFit.of(data, new Logistic(), 3, 0.1, 0.1);
        Factors start = Starts.of(problem, null, 0.5, false, 3);
        Factors[] alone = {start.copy(), start.copy()};
        double constants = 0;
        for (int i = 0; i < 2; i++) {
            RowStep step = new RowStep(problem, alone[i], 0.3, 0.5, 1, true);
            step.beginPass(0);
            step.take(i);
            constants += step.constant() - 0.3;
        }
        Factors shared = Starts.of(problem, Rounds.room(problem, 2), null, 0.5, false, 3);
        assertThat(shared.first(4)).isEqualTo(start);
        double part = Share.ways(2, 0.5 * problem.loss().smoothness());
        Rounds rounds =
                new Rounds(problem, shared, 0.3, 2, (on, constant) -> new RowStep(problem, on, constant, 0.5, 1, true));
        rounds.beginPass(0);
        double[] scores = new double[2];
        assertThat(rounds.over(new int[] {0, 1}, scores)).isEqualTo(2);
        assertThat(rounds.constant()).isCloseTo(0.3 + part * constants, within(1e-15));
        for (int f = 0; f < 3; f++) {
            assertThat(shared.factor(0, f)).isEqualTo(alone[0].factor(0, f));
            assertThat(shared.factor(2, f)).isEqualTo(alone[1].factor(2, f));
            assertThat(shared.factor(3, f)).isEqualTo(start.factor(3, f));
            double before = start.factor(1, f);
            double after = before + part * (alone[0].factor(1, f) + alone[1].factor(1, f) - 2 * before);
            assertThat(shared.factor(1, f)).isCloseTo(after, within(1e-15)).isNotEqualTo(before);
        }
        assertThat(shared.kept(1)).isCloseTo(alone[0].kept(1) + alone[1].kept(1), within(1e-15));
        assertThat(scores[0]).isNotEqualTo(scores[1]);
        assertThat(rounds.factors()).isEqualTo(shared.first(4));
        assertThat(rounds.factors().copy()).isEqualTo(shared.first(4)).hasSameHashCodeAs(shared.first(4));
    }

    @ParameterizedTest
    @CsvSource({"2,true,false,false", "3,true,false,true", "4,false,true,false", "2,false,false,true"})
    void bitsDependOnTheNumberOfThreadsAlone(int threads, boolean ones, boolean adaptive, boolean single) {
        FactorizationFit problem = problem(5000, ones, 1);
        ProximalFactorization method =
                new ProximalFactorization().withAdaptive(adaptive).withSingle(single);
        Factorized[] ends = new Factorized[4];
        for (int r = 0; r < 4; r++) {
            Run<Factorized> run = method.withThreads(r == 3 ? 1 : threads).start(problem, 7);
            run.step();
            run.step();
            ends[r] = run.solution();
            assertThat(run.onlineLoss().orElseThrow()).isBetween(0.001, 0.7);
        }
        assertThat(ends[1]).isEqualTo(ends[0]);
        assertThat(ends[2]).isEqualTo(ends[0]);
        assertThat(ends[3]).isNotEqualTo(ends[0]);
    }

    @Test
    void threadsFindWhatOneFinds() {
        FactorizationFit problem = problem(20_000, true, 1);
        FactorizationFit unseen = problem(5000, true, 2);
        double one = unseen.meanLoss(end(problem, 1));
        assertThat(one).isLessThan(0.3); // no linear model has less than log 2
        assertThat(unseen.meanLoss(end(problem, 2))).isLessThan(one + 0.01);
        assertThat(unseen.meanLoss(end(problem, 5))).isLessThan(one + 0.03);
    }

    private static Factorized end(FactorizationFit problem, int threads) {
        Run<Factorized> run = new ProximalFactorization().withThreads(threads).start(problem, 3);
        while (run.health() == Run.Health.WELL) {
            run.step();
        }
        return run.solution();
    }

    @Test
    void noStepIsTooLongForThreads() {
        FactorizationFit problem = problem(3000, true, 1);
        Run<Factorized> run =
                new ProximalFactorization().withStep(1e6, 0.8).withThreads(4).start(problem, 3);
        while (run.health() == Run.Health.WELL) {
            run.step();
        }
        assertThat(run.health()).isEqualTo(Run.Health.FINISHED);
        assertThat(problem.meanLoss(run.solution())).isLessThan(0.75);
    }

    @Test
    void anInterruptedPassEndsWithItsRound() {
        FactorizationFit problem = problem(20_000, true, 1);
        Run<Factorized> run = new ProximalFactorization().withThreads(2).start(problem, 3);
        Thread.currentThread().interrupt();
        run.step();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(run.passes()).isPositive().isLessThan(1);
    }
}
