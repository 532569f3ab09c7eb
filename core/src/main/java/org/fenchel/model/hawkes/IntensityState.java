package org.fenchel.model.hawkes;

import java.util.Arrays;
import org.fenchel.problem.pointprocess.KernelBasis;

/**
 * The intensities of all nodes at a moment that moves forward, event by event: for node i and decay u one number
 * {@code y_i^u = sum_j a_ij^u g_j^u}, which decays by itself and jumps at events. D U numbers in all; a move costs U exponentials and D U
 * multiplications, an event D U additions. Not thread-safe.
 */
public final class IntensityState {
    private final HawkesModel model;
    private final KernelBasis basis;
    private final int nodes;
    private final int decays;
    private final double[] excitation;
    private final double[] jumps;
    private final double[] factors;
    private double time = Double.NEGATIVE_INFINITY;

    IntensityState(HawkesModel model) {
        this.model = model;
        basis = model.basis();
        nodes = basis.nodes();
        decays = basis.decays();
        excitation = new double[nodes * decays];
        factors = new double[decays];
        jumps = new double[nodes * excitation.length];
        int at = 0;
        for (int j = 0; j < nodes; j++) {
            for (int i = 0; i < nodes; i++) {
                for (int u = 0; u < decays; u++) {
                    jumps[at++] = model.coefficient(i, j, u) * basis.decay(u);
                }
            }
        }
    }

    private IntensityState(IntensityState other) {
        model = other.model;
        basis = other.basis;
        nodes = other.nodes;
        decays = other.decays;
        excitation = other.excitation.clone();
        factors = new double[decays];
        jumps = other.jumps;
        time = other.time;
    }

    /** The same moment, to move on by itself. */
    public IntensityState copy() {
        return new IntensityState(this);
    }

    /** As before the first event. */
    public void clear() {
        Arrays.fill(excitation, 0);
        time = Double.NEGATIVE_INFINITY;
    }

    /** Where it is; minus infinity before the first move. */
    public double time() {
        return time;
    }

    /** Moves to a time that is not before the present one. */
    public void moveTo(double to) {
        if (to > time && time > Double.NEGATIVE_INFINITY) {
            for (int u = 0; u < decays; u++) {
                factors[u] = Math.exp(-basis.decay(u) * (to - time));
            }
            decayBy(factors);
        }
        time = to;
    }

    /** Moves to a time by factors exp(-b_u (to - time)) that are known already. */
    void moveTo(double to, double[] byFactors) {
        decayBy(byFactors);
        time = to;
    }

    private void decayBy(double[] by) {
        for (int c = 0; c < excitation.length; ) {
            for (int u = 0; u < decays; u++) {
                excitation[c++] *= by[u];
            }
        }
    }

    /** An event of a node happens now; intensities read from here on are those just after it. */
    public void add(int node) {
        int from = node * excitation.length;
        for (int c = 0; c < excitation.length; c++) {
            excitation[c] += jumps[from + c];
        }
    }

    /** y_i^u, at index i U + u. Read only. */
    double[] excitation() {
        return excitation;
    }

    /** lambda_i now, which may be negative; events happen at the rate of its positive part. */
    public double intensity(int node) {
        double sum = model.baseline(node, basis.baseline().piece(time));
        for (int c = node * decays; c < (node + 1) * decays; c++) {
            sum += excitation[c];
        }
        return sum;
    }
}
