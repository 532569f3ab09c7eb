package org.fenchel.model.hawkes;

import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.kernel.Eigenvalues;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.KernelBasis;

/**
 * A Hawkes process on D nodes: events of node i happen at rate max(0, lambda_i(t)),
 *
 * <pre>lambda_i(t) = mu_i(t) + sum_j sum_u a_ij^u sum_{t_k^j &lt; t} b_u exp(-b_u (t - t_k^j)).</pre>
 *
 * Immutable, thread-safe.
 */
public final class HawkesModel {
    private final List<String> nodeNames;
    private final KernelBasis basis;
    private final double[][] coefficients;

    private HawkesModel(List<String> nodeNames, KernelBasis basis, double[][] coefficients) {
        this.nodeNames = nodeNames;
        this.basis = basis;
        this.coefficients = coefficients;
    }

    /**
     * A model with these coefficients.
     *
     * @param nodeNames one for each node
     * @param solution row i: mu_i of each piece, then a_ij^u, j outside; copied
     * @throws InvalidInput if rows are of another number or length, or a coefficient is not finite
     */
    public static HawkesModel of(List<String> nodeNames, KernelBasis basis, Kernels solution) {
        int nodes = basis.nodes();
        double[][] given = solution.coefficients();
        if (nodeNames.size() != nodes || given.length != nodes) {
            throw InvalidInput.of(
                    nodeNames.size() + " names and " + given.length + " rows of coefficients for " + nodes + " nodes",
                    "give one of each a node");
        }
        double[][] copy = new double[nodes][];
        for (int i = 0; i < nodes; i++) {
            if (given[i].length != basis.columns()) {
                throw InvalidInput.of(
                        "row " + (i + 1) + " has " + given[i].length + " coefficients where there are "
                                + basis.columns() + " columns",
                        "give baselines, then one for each source node and decay");
            }
            copy[i] = given[i].clone();
            for (double a : copy[i]) {
                if (!Double.isFinite(a)) {
                    throw InvalidInput.of("a coefficient of row " + (i + 1) + " is " + a, "coefficients are finite");
                }
            }
        }
        return new HawkesModel(List.copyOf(nodeNames), basis, copy);
    }

    /** Number of nodes, D. */
    public int nodes() {
        return basis.nodes();
    }

    /** Names of the nodes, length D. */
    public List<String> nodeNames() {
        return nodeNames;
    }

    /** What the intensities are made of. */
    public KernelBasis basis() {
        return basis;
    }

    /** The coefficients, copied. */
    public Kernels kernels() {
        double[][] copy = new double[coefficients.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = coefficients[i].clone();
        }
        return new Kernels(copy);
    }

    /** mu_i in a piece of the baseline. */
    public double baseline(int node, int piece) {
        return coefficients[node][piece];
    }

    /** a_ij^u: how many events of {@code target} an event of {@code source} brings about, through decay u. */
    public double coefficient(int target, int source, int u) {
        return coefficients[target][basis.column(source, u)];
    }

    /** sum_u a_ij^u at [i][j]: the integrals of the kernels, how many events of i an event of j brings or takes. */
    public double[][] kernelNorms() {
        return sums(false);
    }

    /** sum_u max(a_ij^u, 0) at [i][j]. */
    public double[][] excitationNorms() {
        return sums(true);
    }

    private double[][] sums(boolean positive) {
        double[][] sums = new double[nodes()][nodes()];
        for (int i = 0; i < nodes(); i++) {
            for (int j = 0; j < nodes(); j++) {
                for (int u = 0; u < basis.decays(); u++) {
                    double a = coefficient(i, j, u);
                    sums[i][j] += positive ? Math.max(a, 0) : a;
                }
            }
        }
        return sums;
    }

    /**
     * The branching ratio: the spectral radius of the {@link #excitationNorms}, how many events follow from an event at most in the long
     * run. Below 1 the process does not explode. Cost: D^3.
     */
    public double branchingRatio() {
        double[][] norms = excitationNorms();
        double[] flat = new double[nodes() * nodes()];
        for (int i = 0; i < nodes(); i++) {
            System.arraycopy(norms[i], 0, flat, i * nodes(), nodes());
        }
        return Eigenvalues.spectralRadius(nodes(), flat);
    }

    /** A moment of this process before anything has happened. */
    public IntensityState begin() {
        return new IntensityState(this);
    }
}
