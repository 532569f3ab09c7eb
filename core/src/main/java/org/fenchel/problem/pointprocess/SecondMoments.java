package org.fenchel.problem.pointprocess;

import java.util.Arrays;
import org.fenchel.data.EventSequence;
import org.fenchel.kernel.Vectors;

/**
 * H = int x x' dt over the windows of some sequences, and q_i = sum_k x_k over the events of each node.
 *
 * <p>A product of two kernels' states falls at rate b_u + b_v between events and jumps at events by what q_i sums up:
 *
 * <pre>(b_u + b_v) int g_j^u g_k^v = [g_j^u g_k^v](start) - [g_j^u g_k^v](end) + b_u q_j(k, v) + b_v q_k(j, u) + b_u b_v c_jk</pre>
 *
 * where c_jk counts pairs of events of j and k at the same time. So H costs no more than q: D U additions an event, and not their
 * square.
 */
final class SecondMoments {
    /** Numbers in a node's block of rows. */
    private static final int BLOCK = 4096;

    private final KernelBasis basis;
    private final int decays;
    private final int pieces;
    private final int d;
    private final double[][] sums;
    private final double[] products;
    private final double[] durations;
    private final double[][] integrals;
    private final double[] coincidences;
    private final double[] here;
    private final Totals totals;

    SecondMoments(KernelBasis basis) {
        this.basis = basis;
        decays = basis.decays();
        pieces = basis.baseline().pieces();
        d = basis.columns();
        sums = new double[basis.nodes()][d];
        products = new double[d * d];
        durations = new double[pieces];
        integrals = new double[pieces][d - pieces];
        coincidences = new double[basis.nodes() * basis.nodes()];
        here = new double[d - pieces];
        totals = new Totals();
    }

    /** q_i at [i]. */
    double[][] sums() {
        return sums;
    }

    /** Adds a sequence. */
    void add(EventSequence sequence) {
        FeatureSweep sweep = new FeatureSweep(basis);
        Baseline baseline = basis.baseline();
        double[] times = sequence.times();
        int at = sequence.history();
        sweep.begin();
        sweep.walk(sequence, 0, at, RowSink.NONE);
        sweep.settle(sequence, at);
        double from = sequence.start();
        readState(sweep, sequence, at, from);
        addProducts(1);
        while (from < sequence.end()) {
            double until = Math.min(baseline.next(from), sequence.end());
            int piece = baseline.piece(from);
            double[] integral = integrals[piece];
            addState(1, integral);
            int to = at;
            while (to < times.length && times[to] <= until) {
                int first = sequence.nodes()[to] * decays;
                for (int u = 0; u < decays; u++) {
                    integral[first + u] += 1;
                }
                to++;
            }
            sweep.walk(sequence, at, to, totals);
            sweep.settle(sequence, to);
            readState(sweep, sequence, to, until);
            addState(-1, integral);
            durations[piece] += until - from;
            from = until;
            at = to;
        }
        addProducts(-1);
        totals.finish();
        addCoincidences(sequence);
    }

    /** The state at a time from the last event before place k on. */
    private void readState(FeatureSweep sweep, EventSequence sequence, int k, double time) {
        Arrays.fill(here, 0);
        if (k == 0) {
            return;
        }
        double ago = time - sequence.times()[k - 1];
        for (int c = 0; c < here.length; c++) {
            here[c] = sweep.state()[c] * Math.exp(-basis.decay(c % decays) * ago);
        }
    }

    private void addState(double sign, double[] integral) {
        for (int c = 0; c < here.length; c++) {
            integral[c] += sign * here[c] / basis.decay(c % decays);
        }
    }

    private void addProducts(double sign) {
        for (int c = 0; c < here.length; c++) {
            Vectors.axpy(c + 1, sign * here[c], here, 0, products, c * d);
        }
    }

    /** Pairs at the same time, each event with itself left out. */
    private void addCoincidences(EventSequence sequence) {
        double[] times = sequence.times();
        int[] nodes = sequence.nodes();
        int nodeCount = basis.nodes();
        int[] counted = new int[nodeCount];
        for (int k = sequence.history(); k < times.length; ) {
            int to = k + 1;
            while (to < times.length && times[to] == times[k]) {
                to++;
            }
            if (to > k + 1) {
                int[] met = Arrays.stream(nodes, k, to).distinct().toArray();
                for (int e = k; e < to; e++) {
                    counted[nodes[e]]++;
                }
                for (int i : met) {
                    for (int j : met) {
                        coincidences[i * nodeCount + j] += counted[i] * (double) counted[j] - (i == j ? counted[i] : 0);
                    }
                }
                for (int i : met) {
                    counted[i] = 0;
                }
            }
            k = to;
        }
    }

    /**
     * H, its lower triangle.
     *
     * @param counts events of each node in the windows
     */
    double[] gram(int[] counts) {
        double[] gram = new double[d * d];
        for (int p = 0; p < pieces; p++) {
            gram[p * d + p] = durations[p];
        }
        for (int c = 0; c < here.length; c++) {
            int row = (pieces + c) * d;
            for (int p = 0; p < pieces; p++) {
                gram[row + p] = integrals[p][c];
            }
            int j = c / decays;
            double bu = basis.decay(c % decays);
            for (int e = 0; e <= c; e++) {
                int k = e / decays;
                double bv = basis.decay(e % decays);
                double pairs = coincidences[j * basis.nodes() + k] + (j == k ? counts[j] : 0);
                double jumps = bu * sums[j][pieces + e] + bv * sums[k][pieces + c] + bu * bv * pairs;
                gram[row + pieces + e] = (products[c * d + e] + jumps) / (bu + bv);
            }
        }
        return gram;
    }

    /** Adds rows up, a block a node at a time. */
    private final class Totals implements RowSink {
        private final int block = Math.max(4, BLOCK / d);
        private final double[][] rows = new double[basis.nodes()][];
        private final int[] used = new int[basis.nodes()];

        @Override
        public int next(int node) {
            if (rows[node] == null) {
                rows[node] = new double[block * d];
            }
            if (used[node] == block) {
                take(node);
            }
            return used[node]++ * d;
        }

        @Override
        public double[] array(int node) {
            return rows[node];
        }

        private void take(int node) {
            int k = 0;
            for (; k + 3 < used[node]; k += 4) {
                Vectors.axpy4(d, 1, 1, 1, 1, rows[node], k * d, d, sums[node], 0);
            }
            for (; k < used[node]; k++) {
                Vectors.axpy(d, 1, rows[node], k * d, sums[node], 0);
            }
            used[node] = 0;
        }

        void finish() {
            for (int i = 0; i < rows.length; i++) {
                take(i);
            }
        }
    }
}
