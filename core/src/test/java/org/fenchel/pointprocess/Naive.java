package org.fenchel.pointprocess;

import org.fenchel.data.EventSequence;
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
}
