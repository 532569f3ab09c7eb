package org.fenchel.solver.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.Listener;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run promises beside its optimum: interruptions, starts, copies, parameters. */
class SdcaRunTest {
    private static final Loss LOGISTIC = new Logistic();

    /** A pass cut short leaves weights that belong to their duals: it goes on to the same optimum as if nothing had been. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void interruptionLeavesAConsistentState(int block) {
        FiniteSum problem = FiniteSum.of(Problems.data(LOGISTIC, 6000, 5, 1, 3), LOGISTIC, new L2(0.1), true);
        for (int threads : new int[] {1, 2}) {
            Run<Linear> run = new Sdca(Sampling.PERMUTED, block, threads, false).start(problem, 1);
            Thread.currentThread().interrupt();
            try {
                run.step();
                assertThat(Thread.currentThread().isInterrupted())
                        .as("the interrupt is the driver's to spend")
                        .isTrue();
            } finally {
                Thread.interrupted();
            }
            assertThat(run.passes()).as("threads %s", threads).isPositive().isLessThan(1);
            Certificate early = run.certificate();
            assertThat(early.relativeGap()).isFinite();
            assertThat(problem.objective(run.solution())).isCloseTo(early.primal(), within(1e-12));
            for (int pass = 0; pass < 200 && run.certificate().relativeGap() > 1e-9; pass++) {
                run.step();
            }
            assertThat(run.certificate().relativeGap()).isLessThanOrEqualTo(1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.solver.Problems#losses")
    void warmStartAtTheOptimum(Loss loss) {
        for (Penalty penalty : List.of(new L2(0.1), new ElasticNet(0.02, 0.1))) {
            for (boolean intercept : new boolean[] {false, true}) {
                FiniteSum problem = FiniteSum.of(Problems.data(loss, 60, 4, 1, 9), loss, penalty, intercept);
                StopRule exact = new StopRule().withRelativeGap(loss.differentiable() ? 1e-12 : 1e-9);
                Fit<Linear> cold = Driver.fit(problem, new Sdca(), exact);
                Fit<Linear> warm = Driver.fit(problem, new Sdca(), new StopRule(), 1, cold.solution(), Listener.NONE);
                assertThat(warm.trace().reason()).as("%s", warm.certificate()).isEqualTo(StopReason.CERTIFIED);
                if (loss.differentiable()) {
                    assertThat(warm.trace().points()).as(problem.describe()).hasSize(1);
                    assertThat(warm.solution().weights())
                            .isEqualTo(cold.solution().weights());
                }
                assertThat(warm.certificate().primal())
                        .isCloseTo(cold.certificate().primal(), within(2e-6));
            }
        }
    }

    /** A start is where the first certificate is, even if it is far off; its intercept means nothing without one. */
    @Test
    void startIsTheFirstPoint() {
        FiniteSum problem = FiniteSum.of(Problems.data(LOGISTIC, 60, 4, 1, 9), LOGISTIC, new L2(0.1), false);
        Linear start = new Linear(new double[] {3, -2, 1, 5}, 7);
        Run<Linear> run = new Sdca().start(problem, 1, start);
        assertThat(run.solution().weights()).containsExactly(3, -2, 1, 5);
        assertThat(run.solution().intercept()).isZero();
        assertThat(run.certificate().primal()).isEqualTo(problem.objective(new Linear(start.weights(), 0)));
        for (int pass = 0; pass < 50; pass++) {
            run.step();
        }
        assertThat(run.certificate().relativeGap()).isLessThan(1e-6);
        assertThat(start.weights()).containsExactly(3, -2, 1, 5);
    }

    @Test
    void startOfAnotherLengthIsRefused() {
        FiniteSum problem = FiniteSum.of(Problems.data(LOGISTIC, 20, 4, 1, 1), LOGISTIC, new L2(0.1), false);
        assertThatThrownBy(() -> new Sdca().start(problem, 1, new Linear(new double[3], 0)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("3 weights for 4 features");
    }

    @Test
    void solutionIsACopy() {
        FiniteSum problem = FiniteSum.of(Problems.data(LOGISTIC, 40, 5, 1, 1), LOGISTIC, new L1(0.01), true);
        Run<Linear> run = new Sdca().withoutFinish().start(problem, 1);
        run.step();
        double[] first = run.solution().weights();
        double[] kept = first.clone();
        run.step();
        assertThat(first).isEqualTo(kept);
        assertThat(run.solution().weights()).isNotEqualTo(kept);
    }

    @Test
    void leavesItsInputAlone() {
        double[] x = Problems.vector(new Random(1), 40 * 5, 1);
        Dataset data = Problems.weighted(
                Dataset.of(
                        DenseRows.wrap(40, 5, x),
                        Problems.data(LOGISTIC, 40, 5, 1, 2).targets()),
                3);
        FiniteSum problem = FiniteSum.of(data, LOGISTIC, new L2(0.1), true);
        double[] xBefore = x.clone();
        double[] shares = problem.shares().clone();
        double[] offsets = problem.offsets().clone();
        for (Sampling sampling : Sampling.values()) {
            for (int threads = 1; threads <= 2; threads++) {
                Driver.fit(problem, new Sdca(sampling, 3, threads, true), new StopRule().withPasses(10));
            }
        }
        assertThat(x).isEqualTo(xBefore);
        assertThat(problem.shares()).isEqualTo(shares);
        assertThat(problem.offsets()).isEqualTo(offsets);
    }

    /** One row, or none that any weight reaches. */
    @Test
    void tinyProblems() {
        double[][][] all = {{{2, 1}}, {{0, 0}}, {{0, 0}, {1, 2}}, {{1, 2}, {1, 2}}};
        for (double[][] x : all) {
            for (Loss loss : List.of(new Squared(), new Hinge(), LOGISTIC)) {
                double[] y = new double[x.length];
                for (int i = 0; i < y.length; i++) {
                    y[i] = i % 2 == 0 ? 1 : -1;
                }
                FiniteSum problem = FiniteSum.of(Dataset.of(x, y), loss, new L2(0.1), false);
                for (Sampling sampling : Sampling.values()) {
                    for (int threads = 1; threads <= 3; threads++) {
                        Sdca method = new Sdca(sampling, threads == 2 ? 4 : 1, threads, false);
                        Fit<Linear> fit = Driver.fit(problem, method, new StopRule().withRelativeGap(1e-10));
                        assertThat(fit.trace().reason())
                                .as("%s by %s", problem.describe(), method)
                                .isEqualTo(StopReason.CERTIFIED);
                    }
                }
            }
        }
    }

    /** Several threads do not see each other's changes between two additions, and pay with hardly more passes. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threadsTakeFewMorePasses(boolean intercept) {
        FiniteSum problem = FiniteSum.of(Problems.data(LOGISTIC, 1000, 8, 0.5, 21), LOGISTIC, new L2(0.02), intercept);
        double alone = Double.NaN;
        for (int threads = 1; threads <= 4; threads++) {
            Fit<Linear> fit = Driver.fit(problem, new Sdca(Sampling.PERMUTED, 1, threads, false), new StopRule());
            double passes = fit.trace().last().passes();
            alone = threads == 1 ? passes : alone;
            assertThat(passes).as("threads %s, alone %s", threads, alone).isLessThanOrEqualTo(2 * alone + 2);
        }
    }

    @Test
    void oneClassIsRefused() {
        Dataset data = Problems.data(LOGISTIC, 20, 3, 1, 1);
        double[] ones = new double[20];
        Arrays.fill(ones, 1);
        FiniteSum problem = FiniteSum.of(data.withTargets(ones), LOGISTIC, new L2(0.1), true);
        assertThat(new Sdca().refusal(problem))
                .hasValueSatisfying(why -> assertThat(why).contains("no minimiser"));
    }

    @Test
    void catalogueReadsAndWritesIt() {
        @SuppressWarnings("rawtypes") // the catalogue knows kinds by their raw class
        Catalogue<Solver> solvers = Catalogue.of(Solver.class);
        assertThat(solvers.parse("sdca")).isEqualTo(new Sdca());
        assertThat(solvers.parse("sdca(sampling=importance,block=8,threads=2)"))
                .isEqualTo(new Sdca(Sampling.IMPORTANCE, 8, 2, true));
        Sdca unusual = new Sdca(Sampling.ADAPTIVE, 3, 5, false);
        assertThat(solvers.parse(solvers.print(unusual))).isEqualTo(unusual);
    }

    @Test
    void refusesNonsense() {
        for (int bad : new int[] {-1, 0, 257}) {
            assertThatThrownBy(() -> new Sdca().withBlock(bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> new Sdca().withThreads(bad)).isInstanceOf(InvalidInput.class);
        }
    }
}
