package org.fenchel.problem.pointprocess;

import java.util.Arrays;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.EventLog;
import org.fenchel.data.InvalidInput;
import org.fenchel.kernel.Vectors;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Kernels;

/**
 * Fitting a Hawkes process by least squares instead of likelihood:
 *
 * <pre>P(theta) = (1/N) sum_i [ theta_i'H theta_i / 2 - q_i'theta_i ] + r(theta),</pre>
 *
 * with H = int x x' dt over the windows and q_i = sum_k x_k over the events of node i, so that the loss is, up to a constant, half the
 * expected squared distance of the intensities from the true ones. A quadratic whose H is that of all nodes: coefficients may be
 * negative, no intensity need be positive, and nothing of the events is needed but these sums. Cost: one sweep through the events, D U
 * additions each; memory: B + D U squared numbers.
 *
 * <p>Sources: P. Reynaud-Bouret and S. Schbath, "Adaptive estimation for Hawkes processes; application to genome analysis", Annals of
 * Statistics 38 (2010); E. Bacry, S. Gaïffas, J.-F. Muzy, "A generalization error bound for sparse and low-rank multivariate Hawkes
 * processes", arXiv 1501.00725 (2015).
 */
public final class ContrastFit implements NodewiseFit {
    private static final int LARGEST = 20_000;

    private final Setting setting;
    private final double[] gram;
    private final double[][] sums;
    private final SquareRoot root;

    private ContrastFit(Setting setting, double[] gram, double[][] sums, SquareRoot root) {
        this.setting = setting;
        this.gram = gram;
        this.sums = sums;
        this.root = root;
    }

    /**
     * The problem of fitting a log.
     *
     * @throws InvalidInput if the log has no events in its windows, nodes differ in number, or there are too many columns for a matrix
     */
    public static ContrastFit of(EventLog log, KernelBasis basis, KernelPenalty penalty) {
        Setting setting = Setting.of(log, basis, penalty);
        if (basis.columns() > LARGEST) {
            throw InvalidInput.of(
                    "least squares needs a matrix of order " + basis.columns(),
                    "take fewer decays, or the likelihood with --l1");
        }
        SecondMoments moments = new SecondMoments(basis);
        log.sequences().forEach(moments::add);
        double[] gram = moments.gram(setting.counts());
        return new ContrastFit(setting, gram, moments.sums(), new SquareRoot(basis.columns(), gram));
    }

    /** The same sums under another penalty; shares them. */
    public ContrastFit withPenalty(KernelPenalty other) {
        return new ContrastFit(setting.withPenalty(other), gram, sums, root);
    }

    @Override
    public Setting setting() {
        return setting;
    }

    /** H, of which the lower triangle counts, shape (d, d). Read only. */
    public double[] gram() {
        return gram;
    }

    /** q_i, length d. Read only. */
    public double[] sum(int node) {
        return sums[node];
    }

    @Override
    public void baselineOnly(int node, double[] out) {
        Arrays.fill(out, 0);
        for (int p = 0; p < basis().baseline().pieces(); p++) {
            double duration = gram[p * d() + p];
            out[p] = duration > 0 ? sums[node][p] / duration : 0;
        }
    }

    /** Least squares with H = R'R: d rows R and targets y with R'y = q_i, d times the mean of their squares. */
    @Override
    public Linear linear(int node) {
        int d = d();
        double[] targets = root.targets(sums[node]);
        double factor = (double) events() / d;
        Penalty r = penalty().ofNode(basis(), factor);
        FiniteSum problem =
                FiniteSum.of(Dataset.of(DenseRows.wrap(d, d, root.rows()), targets), new Squared(), r, false);
        return new Linear(problem, factor, -Vectors.dot(d, targets, 0, targets, 0) / (2 * events()));
    }

    @Override
    public double objective(Kernels solution) {
        double[] product = new double[d()];
        Penalty r = penalty().ofNode(basis(), 1);
        double sum = 0;
        for (int i = 0; i < nodes(); i++) {
            double[] theta = solution.coefficients()[i];
            sum += loss(i, theta, product) + r.value(theta);
        }
        return sum;
    }

    /**
     * A node's part of the objective, without the penalty.
     *
     * @param product receives H theta
     */
    public double loss(int node, double[] theta, double[] product) {
        int d = d();
        Arrays.fill(product, 0);
        for (int i = 0; i < d; i++) {
            product[i] += Vectors.dot(i + 1, gram, i * d, theta, 0);
            Vectors.axpy(i, theta[i], gram, i * d, product, 0);
        }
        double square = Vectors.dot(d, theta, 0, product, 0);
        return (square / 2 - Vectors.dot(d, sums[node], 0, theta, 0)) / events();
    }

    @Override
    public String describe() {
        return "hawkes least squares, " + setting;
    }
}
