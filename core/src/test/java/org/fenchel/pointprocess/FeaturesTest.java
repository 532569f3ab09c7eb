package org.fenchel.pointprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.Solution;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.NodeRows;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.junit.jupiter.api.Test;

/** Features and integrals by recurrence against their definition: history, ties, several sequences, baselines of pieces. */
class FeaturesTest {
    private static final int NODES = 3;

    @Test
    void agreeWithTheDefinition() {
        for (int seed = 0; seed < 20; seed++) {
            EventSequence sequence = sequence(seed, 700 + 40 * seed);
            KernelBasis basis = KernelBasis.of(NODES, new double[] {0.3, 2.5}, Baseline.cyclic(4, 7.3));
            check(List.of(sequence), basis);
        }
    }

    @Test
    void ofSeveralSequencesAddUp() {
        KernelBasis basis = KernelBasis.of(NODES, new double[] {1, 40, 0.01}, Baseline.pieces(3, 10, 100));
        check(List.of(sequence(1, 300), sequence(2, 500), sequence(3, 2)), basis);
    }

    /** Enough events that they are cut into segments, whose states are found side by side. */
    @Test
    void ofManySegments() {
        KernelBasis basis = KernelBasis.of(NODES, new double[] {0.3, 40}, Baseline.CONSTANT);
        EventSequence longest = sequence(4, 330_000);
        List<EventSequence> sequences = List.of(sequence(1, 30), longest, sequence(2, 40_000), sequence(3, 5));
        PointProcessFit fit =
                PointProcessFit.of(EventLog.of(List.of("a", "b", "c"), sequences), basis, new KernelPenalty(0));
        assertThat(fit.stream().segments()).isGreaterThan(2);
        double[] integrals = new double[basis.columns()];
        int[] row = new int[NODES];
        for (EventSequence sequence : sequences) {
            for (int k = 0; k < sequence.size(); k++) {
                int node = sequence.nodes()[k];
                double time = sequence.times()[k];
                for (int u = 0; u < 2; u++) {
                    integrals[basis.column(node, u)] += Math.exp(-basis.decay(u) * Math.max(0, sequence.start() - time))
                            - Math.exp(-basis.decay(u) * (sequence.end() - time));
                }
                if (k >= sequence.history()) {
                    NodeRows rows = fit.rows(node);
                    double[] expected = k % 9973 == 0 ? Naive.features(sequence, basis, time) : new double[0];
                    for (int c = 0; c < expected.length; c++) {
                        assertThat(rows.values()[row[node] * rows.d() + c])
                                .isCloseTo(expected[c], within(1e-10 * (1 + expected[c])));
                    }
                    row[node]++;
                }
            }
        }
        for (int c = 1; c < integrals.length; c++) {
            assertThat(fit.integrals()[c]).isCloseTo(integrals[c], within(1e-9 * integrals[c]));
        }
    }

    /** Random events on [-20, 100], a third of them at whole numbers, seen from 10 on. */
    private static EventSequence sequence(int seed, int n) {
        Random random = new Random(seed);
        double[] times = new double[n];
        int[] nodes = new int[n];
        for (int k = 0; k < n; k++) {
            double t = -20 + 120 * random.nextDouble();
            times[k] = random.nextInt(3) == 0 ? Math.rint(t) : t;
            nodes[k] = random.nextInt(NODES);
        }
        return EventSequence.of(10, 100, times, nodes);
    }

    private static void check(List<EventSequence> sequences, KernelBasis basis) {
        EventLog log = EventLog.of(List.of("a", "b", "c"), sequences);
        PointProcessFit fit = PointProcessFit.of(log, basis, new KernelPenalty(0));
        double[] integrals = new double[basis.columns()];
        int[] row = new int[NODES];
        for (EventSequence sequence : sequences) {
            double[] own = Naive.integrals(sequence, basis);
            for (int c = 0; c < own.length; c++) {
                integrals[c] += own[c];
            }
            for (int k = sequence.history(); k < sequence.size(); k++) {
                assertThat(sequence.times()[k]).isGreaterThan(10);
                int node = sequence.nodes()[k];
                NodeRows rows = fit.rows(node);
                double[] expected = Naive.features(sequence, basis, sequence.times()[k]);
                for (int c = 0; c < expected.length; c++) {
                    assertThat(rows.values()[row[node] * rows.d() + c])
                            .isCloseTo(expected[c], within(1e-12 * (1 + expected[c])));
                }
                row[node]++;
            }
        }
        for (int i = 0; i < NODES; i++) {
            assertThat(fit.rows(i).n()).isEqualTo(row[i]);
        }
        for (int c = 0; c < integrals.length; c++) {
            double tolerance = c < basis.baseline().pieces() ? 1e-3 : 1e-9;
            assertThat(fit.integrals()[c]).as("integral %d", c).isCloseTo(integrals[c], within(tolerance));
        }
        assertThat(fit.events()).isEqualTo(row[0] + row[1] + row[2]);
    }

    @Test
    void theObjectiveIsThatOfTheCounts() {
        EventLog log = EventLog.of(NODES, sequence(5, 400));
        KernelBasis basis = KernelBasis.of(NODES, new double[] {1, 5}, Baseline.CONSTANT);
        PointProcessFit fit = PointProcessFit.of(log, basis, new KernelPenalty(0.02, 0.3, false, true));
        double[][] theta = new double[NODES][basis.columns()];
        double total = 0;
        for (int i = 0; i < NODES; i++) {
            for (int c = 0; c < theta[i].length; c++) {
                theta[i][c] = 0.1 + 0.01 * c + 0.02 * i;
            }
            NodewiseFit.Linear counts = fit.linear(i);
            double objective = counts.problem().objective(new Solution.Linear(theta[i], 0));
            total += objective / counts.factor() + counts.constant();
        }
        assertThat(fit.objective(new Kernels(theta))).isCloseTo(total, within(1e-10));
    }

    @Test
    void mistakesAreRefusedInWords() {
        assertRefused(() -> EventSequence.of(0, 0, new double[0], new int[0]), "start is a number below the end");
        assertRefused(
                () -> EventSequence.of(0, 5, new double[] {1, Double.NaN}, new int[2]), "the time of event 2 is NaN");
        assertRefused(() -> EventSequence.of(0, 5, new double[] {6}, new int[1]), "event 1 at 6.0 is after the end");
        assertRefused(() -> KernelBasis.of(2, new double[] {1, -2}, Baseline.CONSTANT), "decay -2.0 is not positive");
        assertRefused(() -> KernelBasis.of(2, new double[] {1, 1}, Baseline.CONSTANT), "decay 1.0 is given twice");
        assertRefused(
                () -> PointProcessFit.of(
                        EventLog.of(1, EventSequence.of(0, 5, new double[] {-1}, new int[1])),
                        KernelBasis.of(1, new double[] {1}, Baseline.CONSTANT),
                        new KernelPenalty(0)),
                "there are no events between start and end");
    }

    private static void assertRefused(Runnable work, String words) {
        org.assertj.core.api.Assertions.assertThatThrownBy(work::run)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(words);
    }
}
