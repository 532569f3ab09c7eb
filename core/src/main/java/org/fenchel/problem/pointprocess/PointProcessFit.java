package org.fenchel.problem.pointprocess;

import java.util.Arrays;
import org.fenchel.data.Dataset;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution.Kernels;

/**
 * Fitting a Hawkes process by penalised maximum likelihood: with N events in windows of total length T,
 *
 * <pre>P(theta) = (1/N) sum_i [ psi'theta_i - T - sum_k log(x_k'theta_i) ] + r(theta),</pre>
 *
 * k over the events of node i, x_k the features just before event k and psi their integrals. It is the negative log-likelihood an
 * event, relative to processes of rate 1 each, of intensities that are positive at all events. Coefficients may be negative. Where
 * an intensity is negative between events psi'theta_i is below the integral of its positive part: the likelihood of the process itself
 * is that of a model.
 *
 * <p>The nodes are problems of their own with the same psi. Memory: N (B + D U) numbers. M. Bompaire, E. Bacry, S. Gaïffas, "Dual
 * optimization for convex constrained objectives without the gradient-Lipschitz assumption", arXiv 1807.03545 (2018).
 */
public final class PointProcessFit implements Problem<Kernels> {
    private final KernelBasis basis;
    private final KernelPenalty penalty;
    private final NodeRows[] rows;
    private final int[][] pieceCounts;
    private final double[] integrals;
    private final double duration;
    private final long events;

    private PointProcessFit(
            KernelBasis basis,
            KernelPenalty penalty,
            NodeRows[] rows,
            int[][] pieceCounts,
            double[] integrals,
            double duration,
            long events) {
        this.basis = basis;
        this.penalty = penalty;
        this.rows = rows;
        this.pieceCounts = pieceCounts;
        this.integrals = integrals;
        this.duration = duration;
        this.events = events;
    }

    /**
     * The problem of fitting a log. Cost: one sweep through the events, which writes the features of all.
     *
     * @throws InvalidInput if the log has no events in its windows, nodes differ in number, or the features do not fit one array a
     *     node
     */
    public static PointProcessFit of(EventLog log, KernelBasis basis, KernelPenalty penalty) {
        if (log.nodes() != basis.nodes()) {
            throw InvalidInput.of(
                    "the log has " + log.nodes() + " nodes and the basis " + basis.nodes(), "give both the same nodes");
        }
        if (log.events() == 0) {
            throw InvalidInput.of("there are no events between start and end", "let the window hold some");
        }
        int d = basis.columns();
        NodeRows[] rows = new NodeRows[basis.nodes()];
        for (int i = 0; i < rows.length; i++) {
            int n = log.events(i);
            if ((n + 1L) * d > Integer.MAX_VALUE - 8) {
                throw InvalidInput.of(
                        "node " + log.nodeNames().get(i) + " has " + n + " events of " + d
                                + " features each, more than an array can hold",
                        "take fewer decays, or fit the nodes that matter");
            }
            rows[i] = new NodeRows(n, d, new double[(n + 1) * d]);
        }
        double[] integrals = new double[d];
        int[] next = new int[rows.length];
        FeatureSweep sweep = new FeatureSweep(basis);
        FeatureSweep.Sink sink = new FeatureSweep.Sink() {
            @Override
            public double[] array(int node) {
                return rows[node].values();
            }

            @Override
            public int next(int node) {
                int at = next[node];
                next[node] = at + d;
                return at;
            }
        };
        for (EventSequence sequence : log.sequences()) {
            sweep.sweep(sequence, integrals, sink);
        }
        return new PointProcessFit(
                basis, penalty, rows, pieceCounts(log, basis), integrals, log.duration(), log.events());
    }

    private static int[][] pieceCounts(EventLog log, KernelBasis basis) {
        int[][] counts = new int[basis.nodes()][basis.baseline().pieces()];
        for (EventSequence sequence : log.sequences()) {
            for (int k = sequence.history(); k < sequence.size(); k++) {
                counts[sequence.nodes()[k]][basis.baseline().piece(sequence.times()[k])]++;
            }
        }
        return counts;
    }

    /** The same features under another penalty; shares them. */
    public PointProcessFit withPenalty(KernelPenalty other) {
        return new PointProcessFit(basis, other, rows, pieceCounts, integrals, duration, events);
    }

    /** What intensities are made of. */
    public KernelBasis basis() {
        return basis;
    }

    /** The penalty on all coefficients. */
    public KernelPenalty penalty() {
        return penalty;
    }

    /** Number of nodes, D. */
    public int nodes() {
        return rows.length;
    }

    /** Number of coefficients of a node. */
    public int d() {
        return integrals.length;
    }

    /** Number of events in the windows, N. */
    public long events() {
        return events;
    }

    /** Length of all windows together, T. */
    public double duration() {
        return duration;
    }

    /** Integrals of the features over the windows, psi, length d. Read only. */
    public double[] integrals() {
        return integrals;
    }

    /** The features of a node's events. Read only. */
    public NodeRows rows(int node) {
        return rows[node];
    }

    /**
     * The baseline alone that fits a node best: its rate of events in each piece (of the whole, where a piece has none).
     *
     * @param out length d
     */
    public void baselineOnly(int node, double[] out) {
        Arrays.fill(out, 0);
        for (int p = 0; p < pieceCounts[node].length; p++) {
            int n = pieceCounts[node][p];
            out[p] = n > 0 && integrals[p] > 0 ? n / integrals[p] : Math.max(rows[node].n(), 1) / duration;
        }
    }

    /** The objective at {@link #baselineOnly} of all nodes. Cost: no pass. */
    public double objectiveOfBaselines() {
        Penalty r = penalty.ofNode(basis, 1);
        double[] theta = new double[d()];
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            baselineOnly(i, theta);
            double likelihood = -duration;
            for (int p = 0; p < pieceCounts[i].length; p++) {
                likelihood += integrals[p] * theta[p] - pieceCounts[i][p] * Math.log(theta[p]);
            }
            sum += likelihood / events + r.value(theta);
        }
        return sum;
    }

    /**
     * A node's problem as counts with mean x'theta: its n events count 1, and one more row, psi - sum_k x_k with count 0, makes the
     * linear part right. Its objective is {@link #countsFactor} times the node's part of this problem's, less constants.
     */
    public FiniteSum asCounts(int node) {
        NodeRows own = rows[node];
        int d = own.d();
        double[] values = own.values();
        int last = own.n() * d;
        System.arraycopy(integrals, 0, values, last, d);
        double[] targets = new double[own.n() + 1];
        Arrays.fill(targets, 0, own.n(), 1);
        for (int k = 0; k < own.n(); k++) {
            for (int c = 0; c < d; c++) {
                values[last + c] -= values[k * d + c];
            }
        }
        Penalty r = penalty.ofNode(basis, countsFactor(node));
        return FiniteSum.of(Dataset.of(own.withLast(), targets), new PoissonIdentity(), r, false);
    }

    /** See {@link #asCounts}. */
    public double countsFactor(int node) {
        return (double) events / (rows[node].n() + 1);
    }

    @Override
    public double objective(Kernels solution) {
        double sum = 0;
        Penalty r = penalty.ofNode(basis, 1);
        for (int i = 0; i < rows.length; i++) {
            double[] theta = solution.coefficients()[i];
            sum += nodeLoss(i, theta) + r.value(theta);
        }
        return sum;
    }

    /** A node's part of the objective without its penalty; infinite where an intensity at an event is not positive. */
    private double nodeLoss(int node, double[] theta) {
        NodeRows own = rows[node];
        double sum = -duration;
        for (int c = 0; c < theta.length; c++) {
            sum += integrals[c] * theta[c];
        }
        for (int k = 0; k < own.n(); k++) {
            double z = 0;
            for (int c = 0; c < theta.length; c++) {
                z += own.values()[k * own.d() + c] * theta[c];
            }
            if (!(z > 0)) {
                return Double.POSITIVE_INFINITY;
            }
            sum -= Math.log(z);
        }
        return sum / events;
    }

    @Override
    public String describe() {
        return "hawkes likelihood, " + basis + ", " + penalty + ", N=" + events + ", D=" + rows.length + ", d=" + d();
    }
}
