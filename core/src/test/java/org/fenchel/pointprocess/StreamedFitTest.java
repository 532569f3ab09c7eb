package org.fenchel.pointprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.Simulator;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.Listener;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.pointprocess.PlannedNodes;
import org.junit.jupiter.api.Test;

/** Fits whose features are made in each pass against those that keep them. */
class StreamedFitTest {
    private static Fit<Kernels> fit(PointProcessFit problem) {
        return Driver.fit(problem, new PlannedNodes(), new StopRule().withRelativeGap(1e-10));
    }

    private static void assertSame(EventLog log, KernelBasis basis, KernelPenalty penalty, long most) {
        PointProcessFit kept = PointProcessFit.of(log, basis, penalty);
        PointProcessFit streamed = PointProcessFit.of(log, basis, penalty, most);
        assertThat(kept.every()).isEqualTo(1);
        assertThat(streamed.every()).isGreaterThan(1);
        assertThat(streamed.integrals()).isEqualTo(kept.integrals());
        Fit<Kernels> one = fit(kept);
        Fit<Kernels> other = fit(streamed);
        assertThat(other.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(other.certificate().primal()).isCloseTo(one.certificate().primal(), within(1e-9));
        for (int i = 0; i < basis.nodes(); i++) {
            assertThat(other.solution().coefficients()[i])
                    .containsExactly(one.solution().coefficients()[i], within(1e-4));
        }
        assertThat(streamed.objective(one.solution())).isCloseTo(kept.objective(one.solution()), within(1e-12));
    }

    @Test
    void aLongSequenceInSegments() {
        HawkesModel truth = SimulatorTest.excited();
        EventLog log = Simulator.of(truth).sequences(1, 0, 150_000, 4);
        PointProcessFit streamed = PointProcessFit.of(log, truth.basis(), new KernelPenalty(1e-3), 200_000);
        assertThat(streamed.stream().segments()).isGreaterThan(1);
        assertSame(log, truth.basis(), new KernelPenalty(1e-3), 200_000);
    }

    /** Ties, histories, sequences shorter than a segment, pieces, and a node that is silent for long. */
    @Test
    void manySequencesWithTiesAndHistories() {
        Random random = new Random(5);
        List<EventSequence> sequences = new ArrayList<>();
        for (int s = 0; s < 300; s++) {
            int n = s == 7 ? 40_000 : random.nextInt(400);
            double[] times = new double[n];
            int[] nodes = new int[n];
            for (int k = 0; k < n; k++) {
                double t = 100 * random.nextDouble();
                times[k] = random.nextInt(3) == 0 ? Math.rint(t) : t;
                nodes[k] = s < 200 ? random.nextInt(2) : random.nextInt(3);
            }
            sequences.add(EventSequence.of(10, 100, times, nodes));
        }
        EventLog log = EventLog.of(List.of("a", "b", "c"), sequences);
        KernelBasis basis = KernelBasis.of(3, new double[] {1, 5, 0.2}, Baseline.cyclic(3, 30));
        assertThat(PointProcessFit.of(log, basis, new KernelPenalty(0.01), 1000).stream()
                        .segments())
                .isGreaterThan(1);
        assertSame(log, basis, new KernelPenalty(0.01), 1000);
    }

    @Test
    void otherPenaltiesMakeTheRowsOfANodeOnce() {
        HawkesModel truth = SimulatorTest.excited();
        EventLog log = Simulator.of(truth).sequences(2, 0, 500, 4);
        KernelPenalty penalty = new KernelPenalty(0, 0.01, true, false);
        assertSame(log, truth.basis(), penalty, 500);
    }

    @Test
    void startsOutsideTheDomainAreBroughtIn() {
        HawkesModel truth = SimulatorTest.excited();
        EventLog log = Simulator.of(truth).sequences(1, 0, 2000, 4);
        PointProcessFit streamed = PointProcessFit.of(log, truth.basis(), new KernelPenalty(1e-3), 500);
        double[][] outside = {{0.1, -3, 1, 0, 0}, {0.1, 0, 0, -1, -1}};
        assertThat(streamed.objective(new Kernels(outside))).isInfinite();
        Fit<Kernels> fit = Driver.fit(
                streamed,
                new PlannedNodes(),
                new StopRule().withRelativeGap(1e-10),
                42,
                new Kernels(outside),
                Listener.NONE);
        assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(fit.certificate().primal())
                .isCloseTo(fit(streamed).certificate().primal(), within(1e-9));
    }
}
