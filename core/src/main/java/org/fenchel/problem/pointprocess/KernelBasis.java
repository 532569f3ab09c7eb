package org.fenchel.problem.pointprocess;

import java.util.Arrays;
import org.fenchel.data.InvalidInput;

/**
 * What intensities are made of: the B pieces of the baseline, and for each of D source nodes and U decays b_u the feature
 *
 * <pre>g_j^u(t) = sum_{t_k^j &lt; t} b_u exp(-b_u (t - t_k^j)),</pre>
 *
 * whose kernel integrates to 1, so that coefficients are expected numbers of events. Columns: the pieces, then j outside and u
 * inside.
 */
public final class KernelBasis {
    private final int nodes;
    private final double[] decays;
    private final Baseline baseline;

    private KernelBasis(int nodes, double[] decays, Baseline baseline) {
        this.nodes = nodes;
        this.decays = decays;
        this.baseline = baseline;
    }

    /**
     * A basis.
     *
     * @param nodes D, at least 1
     * @param decays b_u, positive and distinct, in units of one over the time's; copied
     * @throws InvalidInput if the decays are not so
     */
    public static KernelBasis of(int nodes, double[] decays, Baseline baseline) {
        if (nodes < 1) {
            throw InvalidInput.of("there are no nodes", "give at least one");
        }
        if (decays.length == 0) {
            throw InvalidInput.of(
                    "there are no decays", "give at least one, such as one over the time an effect lasts");
        }
        for (int u = 0; u < decays.length; u++) {
            if (!(decays[u] > 0) || Double.isInfinite(decays[u])) {
                throw InvalidInput.of("decay " + decays[u] + " is not positive", "decays are positive numbers");
            }
            for (int v = 0; v < u; v++) {
                if (decays[u] == decays[v]) {
                    throw InvalidInput.of("decay " + decays[u] + " is given twice", "give each once");
                }
            }
        }
        return new KernelBasis(nodes, decays.clone(), baseline);
    }

    /** Number of nodes, D. */
    public int nodes() {
        return nodes;
    }

    /** Number of decays, U. */
    public int decays() {
        return decays.length;
    }

    /** Decay b_u. */
    public double decay(int u) {
        return decays[u];
    }

    /** All decays, copied. */
    public double[] allDecays() {
        return decays.clone();
    }

    /** The baseline's pieces. */
    public Baseline baseline() {
        return baseline;
    }

    /** Number of columns, B + D U. */
    public int columns() {
        return Math.addExact(baseline.pieces(), Math.multiplyExact(nodes, decays.length));
    }

    /** The column of a source node and a decay. */
    public int column(int source, int u) {
        return baseline.pieces() + source * decays.length + u;
    }

    @Override
    public String toString() {
        return "decays " + Arrays.toString(decays)
                + (baseline.pieces() > 1 ? ", baseline of " + baseline.pieces() + " pieces" : "");
    }
}
