package org.fenchel.problem.pointprocess;

import java.util.Arrays;
import org.fenchel.data.Dataset;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.kernel.Shards;
import org.fenchel.kernel.Vectors;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
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
 * <p>The nodes are problems of their own with the same psi. Memory: N (B + D U) numbers, or what is allowed of them. M. Bompaire, E. Bacry, S. Gaïffas, "Dual
 * optimization for convex constrained objectives without the gradient-Lipschitz assumption", arXiv 1807.03545 (2018).
 */
public final class PointProcessFit implements NodewiseFit {
    /** Features that are kept: half a gigabyte. Of more a part is kept, and all are made again in each pass. */
    private static final long MOST_KEPT = 1L << 26;

    private final Setting setting;
    private final KeptRows kept;
    private final FeatureStream stream;
    private final int[][] pieceCounts;
    private final double[] integrals;
    private final double duration;

    private PointProcessFit(
            Setting setting,
            KeptRows kept,
            FeatureStream stream,
            int[][] pieceCounts,
            double[] integrals,
            double duration) {
        this.setting = setting;
        this.kept = kept;
        this.stream = stream;
        this.pieceCounts = pieceCounts;
        this.integrals = integrals;
        this.duration = duration;
    }

    /**
     * The problem of fitting a log. Cost: one sweep through the events on all cores, which writes the features of all.
     *
     * @throws InvalidInput if the log has no events in its windows, or nodes differ in number
     */
    public static PointProcessFit of(EventLog log, KernelBasis basis, KernelPenalty penalty) {
        return of(log, basis, penalty, MOST_KEPT);
    }

    /**
     * The same with a limit of memory.
     *
     * @param most numbers of features to keep, 8 bytes each; where there are more, those of every second, fourth, ... event are kept
     *     and the passes over all make theirs again
     */
    public static PointProcessFit of(EventLog log, KernelBasis basis, KernelPenalty penalty, long most) {
        Setting setting = Setting.of(log, basis, penalty);
        double[] integrals = new double[basis.columns()];
        int segments = Shards.count((double) log.events() * integrals.length);
        FeatureStream stream = FeatureStream.of(log, basis, segments, integrals);
        KeptRows kept = KeptRows.of(log, integrals.length, stream, most);
        return new PointProcessFit(setting, kept, stream, pieceCounts(log, basis), integrals, log.duration());
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
        return new PointProcessFit(setting.withPenalty(other), kept, stream, pieceCounts, integrals, duration);
    }

    @Override
    public Setting setting() {
        return setting;
    }

    /** Length of all windows together, T. */
    public double duration() {
        return duration;
    }

    /** Integrals of the features over the windows, psi, length d. Read only. */
    public double[] integrals() {
        return integrals;
    }

    /** The features of the events of a node that are kept, every {@link #every()}-th. Read only. */
    public NodeRows rows(int node) {
        return kept.rows()[node];
    }

    /** The features of every how many events of a node are kept; 1 where all are. */
    public int every() {
        return kept.every();
    }

    /** The features of all events, made again in each pass. */
    public FeatureStream stream() {
        return stream;
    }

    @Override
    public void baselineOnly(int node, double[] out) {
        Arrays.fill(out, 0);
        for (int p = 0; p < pieceCounts[node].length; p++) {
            int n = pieceCounts[node][p];
            out[p] = n > 0 && integrals[p] > 0 ? n / integrals[p] : Math.max(events(node), 1) / duration;
        }
    }

    /** The objective at {@link #baselineOnly} of all nodes. Cost: no pass. */
    public double objectiveOfBaselines() {
        Penalty r = penalty().ofNode(basis(), 1);
        double[] theta = new double[d()];
        double sum = 0;
        for (int i = 0; i < nodes(); i++) {
            baselineOnly(i, theta);
            double likelihood = -duration;
            for (int p = 0; p < pieceCounts[i].length; p++) {
                likelihood += integrals[p] * theta[p] - pieceCounts[i][p] * Math.log(theta[p]);
            }
            sum += likelihood / events() + r.value(theta);
        }
        return sum;
    }

    /**
     * A node's problem as counts with mean x'theta: its n events count 1, and one more row, psi - sum_k x_k with count 0, makes the
     * linear part right.
     *
     * @throws InvalidInput if the features of the node do not fit one array
     */
    @Override
    public Linear linear(int node) {
        return counts(every() == 1 ? rows(node) : allRows(node), integrals, basis());
    }

    /**
     * A node's problem where only some nodes have effects on it.
     *
     * @param own the features of all its events: the baseline's and those of these nodes
     * @param sources the nodes, at least one
     */
    public Linear linear(NodeRows own, int[] sources) {
        KernelBasis some = KernelBasis.of(sources.length, basis().allDecays(), basis().baseline());
        double[] psi = new double[some.columns()];
        gather(integrals, sources, psi, 0);
        return counts(own, psi, some);
    }

    /** Copies the columns of the baseline and of some nodes out of a row. */
    public void gather(double[] row, int[] sources, double[] out, int to) {
        int pieces = basis().baseline().pieces();
        int decays = basis().decays();
        System.arraycopy(row, 0, out, to, pieces);
        for (int s = 0; s < sources.length; s++) {
            for (int u = 0; u < decays; u++) {
                out[to + pieces + s * decays + u] = row[pieces + sources[s] * decays + u];
            }
        }
    }

    private Linear counts(NodeRows own, double[] psi, KernelBasis some) {
        int d = own.d();
        double[] values = own.values();
        int last = own.n() * d;
        System.arraycopy(psi, 0, values, last, d);
        double[] targets = new double[own.n() + 1];
        Arrays.fill(targets, 0, own.n(), 1);
        for (int k = 0; k < own.n(); k++) {
            for (int c = 0; c < d; c++) {
                values[last + c] -= values[k * d + c];
            }
        }
        double factor = (double) events() / (own.n() + 1);
        Penalty r = penalty().ofNode(some, factor);
        FiniteSum problem = FiniteSum.of(Dataset.of(own.withLast(), targets), new PoissonIdentity(), r, false);
        return new Linear(problem, factor, -duration / events());
    }

    private NodeRows allRows(int node) {
        int n = events(node);
        if ((n + 1L) * d() > Integer.MAX_VALUE - 8) {
            throw InvalidInput.of(
                    "node number " + (node + 1) + " has " + n + " events of " + d()
                            + " features each, more than an array can hold",
                    "take l2 alone, whose method keeps no features, fewer decays or a shorter window");
        }
        NodeRows all = new NodeRows(n, d(), new double[(n + 1) * d()]);
        int[] seen = new int[1];
        for (int segment = 0; segment < stream.segments(); segment++) {
            stream.visit(segment, (of, row) -> {
                if (of == node) {
                    System.arraycopy(row, 0, all.values(), seen[0]++ * all.d(), all.d());
                }
            });
        }
        return all;
    }

    @Override
    public double objective(Kernels solution) {
        double[][] theta = solution.coefficients();
        Penalty r = penalty().ofNode(basis(), 1);
        double sum = 0;
        for (int i = 0; i < nodes(); i++) {
            sum += (Vectors.dot(d(), integrals, 0, theta[i], 0) - duration) / events() + r.value(theta[i]);
        }
        return sum - Shards.sum(stream.segments(), segment -> logs(segment, theta)) / events();
    }

    /** The sum of log lambda at the events of a segment; minus infinity where one is not positive. */
    private double logs(int segment, double[][] theta) {
        double[] sum = new double[1];
        stream.visit(segment, (node, row) -> {
            double z = Vectors.dot(row.length, row, 0, theta[node], 0);
            sum[0] += z > 0 ? Math.log(z) : Double.NEGATIVE_INFINITY;
        });
        return sum[0];
    }

    @Override
    public String describe() {
        return "hawkes likelihood, " + setting + (every() > 1 ? ", features made in each pass" : "");
    }
}
