package org.fenchel.model.hawkes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.problem.pointprocess.ExcitationState;
import org.fenchel.problem.pointprocess.KernelBasis;

/**
 * Where events came from: in a process without inhibition an event of node i is an immigrant with probability mu_i / lambda_i, and
 * the child of an earlier event with the probability that is that event's part of lambda_i. With inhibition the same is said of the
 * positive parts.
 */
public final class Parents {
    /** exp(-40) of a kernel is left: nothing. */
    private static final double FORGOTTEN = 40;

    private Parents() {}

    /**
     * An earlier event and the probability that it is the parent.
     *
     * @param event its number in the sequence
     */
    public record Parent(int event, double probability) {}

    /**
     * Expected numbers of events of node i that are immigrants, at [i][0], and children of events of node j, at [i][j + 1]: each row
     * sums to the node's events. Cost: D U an event.
     */
    public static double[][] attribution(HawkesModel model, EventLog log) {
        GoodnessOfFit.requireNodes(model, log);
        int nodes = model.nodes();
        KernelBasis basis = model.basis();
        double[][] counts = new double[nodes][nodes + 1];
        double[] parts = new double[nodes + 1];
        ExcitationState state = new ExcitationState(basis);
        for (EventSequence sequence : log.sequences()) {
            state.clear();
            int pending = 0;
            for (int k = 0; k < sequence.size(); k++) {
                double time = sequence.times()[k];
                if (k > 0 && time > sequence.times()[k - 1]) {
                    for (; pending < k; pending++) {
                        state.add(sequence.nodes()[pending]);
                    }
                }
                state.moveTo(time);
                if (k >= sequence.history()) {
                    int i = sequence.nodes()[k];
                    double total = parts(model, state, i, time, parts);
                    for (int p = 0; p <= nodes && total > 0; p++) {
                        counts[i][p] += parts[p] / total;
                    }
                }
            }
        }
        return counts;
    }

    private static double parts(HawkesModel model, ExcitationState state, int i, double time, double[] parts) {
        KernelBasis basis = model.basis();
        double total = Math.max(0, model.baseline(i, basis.baseline().piece(time)));
        parts[0] = total;
        for (int j = 0; j < model.nodes(); j++) {
            double part = 0;
            for (int u = 0; u < basis.decays(); u++) {
                part += model.coefficient(i, j, u) * state.values()[j * basis.decays() + u];
            }
            parts[j + 1] = Math.max(0, part);
            total += parts[j + 1];
        }
        return total;
    }

    /**
     * The parents an event may have, the likeliest first; what their probabilities lack to 1 is that of an immigrant.
     *
     * @param event its number in the sequence
     * @param least probability of those listed
     */
    public static List<Parent> of(HawkesModel model, EventSequence sequence, int event, double least) {
        KernelBasis basis = model.basis();
        double slowest = Double.POSITIVE_INFINITY;
        for (double decay : basis.allDecays()) {
            slowest = Math.min(slowest, decay);
        }
        int i = sequence.nodes()[event];
        double time = sequence.times()[event];
        double total = Math.max(0, model.baseline(i, basis.baseline().piece(time)));
        List<Parent> weights = new ArrayList<>();
        for (int k = event - 1; k >= 0 && slowest * (time - sequence.times()[k]) < FORGOTTEN; k--) {
            double ago = time - sequence.times()[k];
            double weight = 0;
            for (int u = 0; u < basis.decays() && ago > 0; u++) {
                weight +=
                        model.coefficient(i, sequence.nodes()[k], u) * basis.decay(u) * Math.exp(-basis.decay(u) * ago);
            }
            if (weight > 0) {
                weights.add(new Parent(k, weight));
                total += weight;
            }
        }
        double sum = total;
        return weights.stream()
                .map(parent -> new Parent(parent.event(), parent.probability() / sum))
                .filter(parent -> parent.probability() >= least)
                .sorted(Comparator.comparingDouble(Parent::probability).reversed())
                .toList();
    }
}
