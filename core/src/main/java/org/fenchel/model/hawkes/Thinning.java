package org.fenchel.model.hawkes;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.fenchel.data.EventSequence;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;

/**
 * One simulation on its way: from event to event. The bound has one number a decay; the intensities of the nodes, D U numbers, are
 * brought up to date only for candidates that pass the bound.
 */
final class Thinning {
    private final HawkesModel model;
    private final KernelBasis basis;
    private final int nodes;
    private final int decays;
    private final Baseline pieces;
    private final UniformRandomProvider random;
    private final ContinuousSampler exponential;
    private final IntensityState state;
    private final double[] bound;
    private final double[] boundJumps;
    private final double[] factors;
    private final double[] owed;
    private final double[] baseline;
    private double baselineBound;
    private double nextPiece;
    private double time;

    Thinning(HawkesModel model, double start, UniformRandomProvider random) {
        this.model = model;
        this.random = random;
        basis = model.basis();
        nodes = basis.nodes();
        decays = basis.decays();
        pieces = basis.baseline();
        exponential = ZigguratSampler.Exponential.of(random);
        state = model.begin();
        state.moveTo(start);
        bound = new double[decays];
        boundJumps = new double[nodes * decays];
        for (int j = 0; j < nodes; j++) {
            for (int u = 0; u < decays; u++) {
                for (int i = 0; i < nodes; i++) {
                    boundJumps[j * decays + u] += basis.decay(u) * Math.max(0, model.coefficient(i, j, u));
                }
            }
        }
        factors = new double[decays];
        owed = new double[decays];
        baseline = new double[nodes];
        time = start;
        settled();
        enterPiece();
    }

    /** Where it is: at the last event, or at the end. */
    double time() {
        return time;
    }

    /** Takes over what the events of a sequence that ends now have left behind. */
    void remember(EventSequence history) {
        state.clear();
        double last = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < history.size(); k++) {
            double at = history.times()[k];
            for (int u = 0; u < decays; u++) {
                bound[u] = (at > last && k > 0 ? Math.exp(-basis.decay(u) * (at - last)) : 1) * bound[u]
                        + boundJumps[history.nodes()[k] * decays + u];
            }
            state.moveTo(at);
            state.add(history.nodes()[k]);
            last = at;
        }
        for (int u = 0; u < decays && history.size() > 0; u++) {
            bound[u] *= Math.exp(-basis.decay(u) * (time - last));
        }
        state.moveTo(time);
    }

    /**
     * Goes on to the next event.
     *
     * @return its node, or -1 where there is none before the end
     */
    int next(double end) {
        while (true) {
            double total = baselineBound;
            for (int u = 0; u < decays; u++) {
                total += bound[u];
            }
            double limit = Math.min(end, nextPiece);
            double candidate = total > 0 ? time + exponential.sample() / total : Double.POSITIVE_INFINITY;
            if (!(candidate < limit)) {
                pass(limit);
                if (limit >= end) {
                    return -1;
                }
                enterPiece();
                continue;
            }
            pass(candidate);
            double level = random.nextDouble() * total;
            double now = baselineBound;
            for (int u = 0; u < decays; u++) {
                now += bound[u];
            }
            if (level < now) {
                int node = choose(level);
                if (node >= 0) {
                    state.add(node);
                    for (int u = 0; u < decays; u++) {
                        bound[u] += boundJumps[node * decays + u];
                    }
                    return node;
                }
            }
        }
    }

    /** Time goes by; what the states owe it is paid when they are looked at. */
    private void pass(double to) {
        for (int u = 0; u < decays; u++) {
            factors[u] = Math.exp(-basis.decay(u) * (to - time));
            bound[u] *= factors[u];
            owed[u] *= factors[u];
        }
        time = to;
    }

    /** The node whose stretch of the intensities, laid end to end, holds this level; -1 beyond all of them. */
    private int choose(double level) {
        state.moveTo(time, owed);
        settled();
        double[] excitation = state.excitation();
        double sum = 0;
        for (int i = 0; i < nodes; i++) {
            double intensity = baseline[i];
            for (int c = i * decays; c < (i + 1) * decays; c++) {
                intensity += excitation[c];
            }
            if (intensity > 0) {
                sum += intensity;
                if (level < sum) {
                    // the rest need not be looked at
                    return i;
                }
            }
        }
        return -1;
    }

    private void settled() {
        for (int u = 0; u < decays; u++) {
            owed[u] = 1;
        }
    }

    private void enterPiece() {
        int piece = pieces.piece(time);
        nextPiece = pieces.next(time);
        baselineBound = 0;
        for (int i = 0; i < nodes; i++) {
            baseline[i] = model.baseline(i, piece);
            baselineBound += Math.max(0, baseline[i]);
        }
    }
}
