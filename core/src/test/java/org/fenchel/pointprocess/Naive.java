package org.fenchel.pointprocess;

import org.fenchel.data.EventSequence;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;

/** Features by their definition: a loop over all events for each event. */
final class Naive {
    private Naive() {}

    /** (1_p(t), g_1^1(t), ..., g_D^U(t)). */
    static double[] features(EventSequence sequence, KernelBasis basis, double t) {
        double[] x = new double[basis.columns()];
        x[basis.baseline().piece(t)] = 1;
        for (int k = 0; k < sequence.size(); k++) {
            if (sequence.times()[k] < t) {
                for (int u = 0; u < basis.decays(); u++) {
                    double b = basis.decay(u);
                    x[basis.column(sequence.nodes()[k], u)] += b * Math.exp(-b * (t - sequence.times()[k]));
                }
            }
        }
        return x;
    }

    /** Their integrals over the window; the baseline's by a fine grid. */
    static double[] integrals(EventSequence sequence, KernelBasis basis) {
        double[] x = new double[basis.columns()];
        int grid = 1_000_000;
        for (int g = 0; g < grid; g++) {
            double t = sequence.start() + (g + 0.5) / grid * sequence.duration();
            x[basis.baseline().piece(t)] += sequence.duration() / grid;
        }
        for (int k = 0; k < sequence.size(); k++) {
            double t = sequence.times()[k];
            for (int u = 0; u < basis.decays(); u++) {
                double b = basis.decay(u);
                x[basis.column(sequence.nodes()[k], u)] +=
                        Math.exp(-b * Math.max(0, sequence.start() - t)) - Math.exp(-b * (sequence.end() - t));
            }
        }
        return x;
    }

    /** int x x' dt over the window, by pairs of events; whole matrix. */
    static double[][] products(EventSequence sequence, KernelBasis basis) {
        double[][] h = new double[basis.columns()][basis.columns()];
        Baseline baseline = basis.baseline();
        for (double from = sequence.start(); from < sequence.end(); ) {
            double to = Math.min(baseline.next(from), sequence.end());
            int p = baseline.piece(from);
            h[p][p] += to - from;
            for (int a = 0; a < sequence.size(); a++) {
                for (int u = 0; u < basis.decays(); u++) {
                    int c = basis.column(sequence.nodes()[a], u);
                    double bu = basis.decay(u);
                    double ta = sequence.times()[a];
                    if (ta < to) {
                        double integral = Math.exp(-bu * Math.max(0, from - ta)) - Math.exp(-bu * (to - ta));
                        h[p][c] += integral;
                        h[c][p] += integral;
                    }
                    for (int b = 0; b < sequence.size(); b++) {
                        double tb = sequence.times()[b];
                        double since = Math.max(from, Math.max(ta, tb));
                        for (int v = 0; v < basis.decays() && since < to; v++) {
                            double bv = basis.decay(v);
                            double start = Math.exp(-bu * (since - ta) - bv * (since - tb));
                            h[c][basis.column(sequence.nodes()[b], v)] +=
                                    bu * bv / (bu + bv) * start * -Math.expm1(-(bu + bv) * (to - since));
                        }
                    }
                }
            }
            from = to;
        }
        return h;
    }
}
