package org.fenchel.pointprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.Simulator;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.ContrastFit;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Solver;
import org.fenchel.solver.pointprocess.NodeByNode;
import org.fenchel.solver.pointprocess.NodeCholesky;
import org.fenchel.solver.pointprocess.NodeNewton;
import org.fenchel.solver.pointprocess.PlannedNodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Least squares: the matrix against pairs of events, optima against their conditions and other methods. */
class ContrastFitTest {
    private static final HawkesModel TRUTH =
            SimulatorTest.model(new double[][] {{0.8, 0.3, 0.1, -0.4, -0.1}, {0.5, 0.4, 0, 0.1, 0.2}}, 1, 6);

    private static ContrastFit problem(KernelPenalty penalty) {
        EventLog log = Simulator.of(TRUTH).sequences(3, 0, 500, 4);
        return ContrastFit.of(log, TRUTH.basis(), penalty);
    }

    private static Fit<Kernels> fit(ContrastFit problem, Solver<NodewiseFit, Kernels> solver, double gap) {
        return Driver.fit(problem, solver, new StopRule().withRelativeGap(gap));
    }

    /** History, ties of the same node and of others, events at the ends and at borders of pieces, several sequences. */
    @Test
    void theMatrixIsTheIntegralOfProducts() {
        for (Baseline baseline : List.of(Baseline.CONSTANT, Baseline.pieces(3, 10, 40), Baseline.cyclic(2, 9))) {
            KernelBasis basis = KernelBasis.of(3, new double[] {0.4, 3}, baseline);
            List<EventSequence> sequences = List.of(sequence(1, 60), sequence(2, 90), sequence(3, 1));
            ContrastFit fit =
                    ContrastFit.of(EventLog.of(List.of("a", "b", "c"), sequences), basis, new KernelPenalty(0));
            int d = basis.columns();
            double[][] expected = new double[d][d];
            double[][] sums = new double[3][d];
            for (EventSequence sequence : sequences) {
                double[][] own = Naive.products(sequence, basis);
                for (int c = 0; c < d; c++) {
                    for (int e = 0; e < d; e++) {
                        expected[c][e] += own[c][e];
                    }
                }
                for (int k = sequence.history(); k < sequence.size(); k++) {
                    double[] x = Naive.features(sequence, basis, sequence.times()[k]);
                    for (int c = 0; c < d; c++) {
                        sums[sequence.nodes()[k]][c] += x[c];
                    }
                }
            }
            for (int c = 0; c < d; c++) {
                for (int e = 0; e <= c; e++) {
                    assertThat(fit.gram()[c * d + e])
                            .as("%s, entry %d, %d", baseline, c, e)
                            .isCloseTo(expected[c][e], within(1e-10 * (1 + Math.abs(expected[c][e]))));
                }
            }
            for (int i = 0; i < 3; i++) {
                assertThat(fit.sum(i)).containsExactly(sums[i], within(1e-10));
            }
        }
    }

    private static EventSequence sequence(int seed, int n) {
        Random random = new Random(seed);
        double[] times = new double[n];
        int[] nodes = new int[n];
        for (int k = 0; k < n; k++) {
            double t = 40 * random.nextDouble();
            times[k] = random.nextInt(2) == 0 ? Math.rint(t) : t;
            nodes[k] = random.nextInt(3);
        }
        return EventSequence.of(10, 40, times, nodes);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 0.1, 1e-4, 0})
    void oneStepIsTheOptimum(double l2) {
        ContrastFit problem = problem(new KernelPenalty(l2));
        Fit<Kernels> fit = fit(problem, new NodeCholesky(), 1e-12);
        assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(fit.trace().last().passes()).isEqualTo(1);
        double[][] theta = fit.solution().coefficients();
        for (int i = 0; i < theta.length; i++) {
            for (int c = 0; c < theta[i].length; c++) {
                double kept = theta[i][c];
                theta[i][c] = kept + 1e-3;
                double above = problem.objective(fit.solution());
                theta[i][c] = kept - 1e-3;
                double below = problem.objective(fit.solution());
                theta[i][c] = kept;
                assertThat((above - below) / 2e-3).isCloseTo(0, within(1e-9));
            }
        }
    }

    @Test
    void linearMethodsFindTheSame() {
        ContrastFit problem = problem(new KernelPenalty(0.01));
        Fit<Kernels> factor = fit(problem, new NodeCholesky(), 1e-12);
        Fit<Kernels> other = fit(problem, new NodeByNode(), 1e-12);
        assertThat(other.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        for (int i = 0; i < TRUTH.nodes(); i++) {
            assertThat(other.solution().coefficients()[i])
                    .containsExactly(factor.solution().coefficients()[i], within(1e-5));
        }
        assertThat(other.certificate().primal()).isCloseTo(factor.certificate().primal(), within(1e-12));
    }

    @Test
    void penaltiesWithKinksAreCertifiedAndDoWhatTheySay() {
        for (KernelPenalty penalty : List.of(
                new KernelPenalty(0.02, 0.01, false, false),
                new KernelPenalty(0, 0.01, true, false),
                new KernelPenalty(0.02, 0, false, true),
                new KernelPenalty(0.02, 0.01, true, true))) {
            ContrastFit problem = problem(penalty);
            Fit<Kernels> fit = fit(problem, new PlannedNodes(), 1e-8);
            assertThat(fit.trace().reason()).as("%s", penalty).isEqualTo(StopReason.CERTIFIED);
            assertThat(problem.objective(fit.solution()))
                    .isCloseTo(fit.certificate().primal(), within(1e-9));
            double[] first = fit.solution().coefficients()[0];
            if (penalty.nonNegative()) {
                assertThat(first).matches(all -> java.util.Arrays.stream(all).allMatch(a -> a >= 0));
                assertThat(first[3]).isZero();
            } else {
                assertThat(first[3]).isNegative();
            }
        }
    }

    /** Intensities that stay positive: then the contrast has its least at the truth, inhibition included. */
    @Test
    void theTruthIsFoundAgainWithInhibition() {
        HawkesModel mild =
                SimulatorTest.model(new double[][] {{2, 0.3, 0.1, -0.12, -0.02}, {0.5, 0.2, 0, 0.1, 0.2}}, 1, 6);
        EventLog log = Simulator.of(mild).sequences(1, 0, 30_000, 4);
        Fit<Kernels> fit = fit(ContrastFit.of(log, mild.basis(), new KernelPenalty(0)), new PlannedNodes(), 1e-10);
        for (int i = 0; i < 2; i++) {
            assertThat(fit.solution().coefficients()[i])
                    .containsExactly(mild.kernels().coefficients()[i], within(0.1));
        }
        assertThat(fit.solution().coefficients()[0][3]).isBetween(-0.16, -0.08);
    }

    @Test
    void columnsWithoutEventsAreLeftAtZero() {
        EventLog log = EventLog.of(2, EventSequence.of(0, 10, new double[] {1, 2, 3.5}, new int[3]));
        KernelBasis basis = KernelBasis.of(2, new double[] {1}, Baseline.CONSTANT);
        ContrastFit problem = ContrastFit.of(log, basis, new KernelPenalty(0));
        Fit<Kernels> fit = fit(problem, new PlannedNodes(), 1e-10);
        assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(fit.solution().coefficients()[1]).containsExactly(new double[3], within(1e-12));
        assertThat(fit.solution().coefficients()[0][2]).isZero();
        Fit<Kernels> sparse =
                fit(problem.withPenalty(new KernelPenalty(0.01, 0, false, false)), new PlannedNodes(), 1e-6);
        assertThat(sparse.trace().reason()).isEqualTo(StopReason.CERTIFIED);
    }

    @Test
    void methodsKnowTheirProblems() {
        ContrastFit problem = problem(new KernelPenalty(0.1));
        assertThatThrownBy(() -> fit(problem, new NodeNewton(), 1e-6))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("one factor solves them");
        ContrastFit kinked = problem.withPenalty(new KernelPenalty(0.1, 0, false, false));
        assertThatThrownBy(() -> fit(kinked, new NodeCholesky(), 1e-6))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("kinks or bounds");
    }
}
