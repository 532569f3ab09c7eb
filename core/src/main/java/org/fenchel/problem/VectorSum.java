package org.fenchel.problem;

import java.util.Arrays;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.MatrixProducts;
import org.fenchel.data.Rows;
import org.fenchel.kernel.Shards;
import org.fenchel.loss.VectorLoss;
import org.fenchel.penalty.Penalty;

/**
 * A penalised weighted mean of losses of K linear margins, one for each class:
 *
 * <pre>P(B, c) = (1/W) sum_i w_i l(B'x_i + c, y_i) + r(B),   W = sum_i w_i</pre>
 *
 * with weights B (d x K), intercepts c (K numbers that r never touches, or absent) and sample weights w. Targets are the numbers
 * of classes, 0 to K - 1. The penalty sees the d K weights as one vector, those of a feature together: entry j K + k belongs to
 * feature j and class k. A group lasso whose groups are the features, j for all K entries of feature j, drops features for all
 * classes at once. Rows of weight 0 are taken out.
 */
public final class VectorSum implements Problem<Solution.MultiLinear> {
    private final Rows rows;
    private final double[] targets;
    private final double[] shares;
    private final VectorLoss loss;
    private final Penalty penalty;
    private final int classes;
    private final boolean intercept;
    private final int[] all;

    private VectorSum(
            Rows rows,
            double[] targets,
            double[] shares,
            VectorLoss loss,
            Penalty penalty,
            int classes,
            boolean intercept) {
        this.rows = rows;
        this.targets = targets;
        this.shares = shares;
        this.loss = loss;
        this.penalty = penalty;
        this.classes = classes;
        this.intercept = intercept;
        all = new int[rows.n()];
        Arrays.setAll(all, i -> i);
    }

    /**
     * The problem of fitting a linear model of several classes.
     *
     * @param data targets are class numbers
     * @param classes how many classes there are, K, 2 or more
     * @param intercept whether each class has an intercept
     * @throws InvalidInput if there is no row, a target is not a class number, there are offsets, or numbers are too many for an
     *     array
     */
    public static VectorSum of(Dataset data, VectorLoss loss, Penalty penalty, int classes, boolean intercept) {
        if (classes < 2) {
            throw InvalidInput.of(classes + " classes", "give 2 or more");
        }
        if (Math.max((long) data.n(), data.d() + 1L) * classes > Integer.MAX_VALUE - 8) {
            throw InvalidInput.of(
                    "n=" + data.n() + " rows, d=" + data.d() + " features and " + classes
                            + " classes make more margins or weights than an array holds",
                    "keep rows or features times classes below 2^31");
        }
        int[] kept = new int[data.n()];
        int n = 0;
        for (int i = 0; i < data.n(); i++) {
            double y = data.target(i);
            if (!(y >= 0 && y < classes && y == Math.rint(y))) {
                throw InvalidInput.of(
                        "target " + y + " of row " + (i + 1) + " is not the number of a class",
                        "targets must be whole numbers from 0 to " + (classes - 1));
            }
            if (data.offset(i) != 0) {
                throw InvalidInput.of(
                        "row " + (i + 1) + " has an offset, which belongs to models of one margin",
                        "leave offsets out");
            }
            if (data.weight(i) > 0) {
                kept[n++] = i;
            }
        }
        if (n == 0) {
            throw InvalidInput.of("there are no rows to learn from", "give at least one");
        }
        Dataset used = n == data.n() ? data : data.select(Arrays.copyOf(kept, n));
        double[] shares = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += used.weight(i);
        }
        for (int i = 0; i < n; i++) {
            shares[i] = used.weight(i) / total;
        }
        return new VectorSum(used.rows(), used.targets(), shares, loss, penalty, classes, intercept);
    }

    /** The same rows and loss with another penalty. Copies nothing. */
    public VectorSum with(Penalty other) {
        return new VectorSum(rows, targets, shares, loss, other, classes, intercept);
    }

    /** The design matrix of the rows that count, shape (n, d). */
    public Rows rows() {
        return rows;
    }

    /** Number of rows that count. */
    public int n() {
        return rows.n();
    }

    /** Number of features. */
    public int d() {
        return rows.d();
    }

    /** Number of classes, K. */
    public int classes() {
        return classes;
    }

    /** Class numbers, length n. Read only. */
    public double[] targets() {
        return targets;
    }

    /** Sample weights divided by their sum, length n; they add up to 1. Read only. */
    public double[] shares() {
        return shares;
    }

    /** The loss of K margins. */
    public VectorLoss loss() {
        return loss;
    }

    /** The penalty on the d K weights. */
    public Penalty penalty() {
        return penalty;
    }

    /** Whether each class has an intercept. */
    public boolean intercept() {
        return intercept;
    }

    /** Numbers of all rows, ascending. Read only. */
    public int[] all() {
        return all;
    }

    /**
     * Margins B'x_i + c of all rows. Cost: K times one pass over the data.
     *
     * @param weights length d K, or longer
     * @param intercepts length K
     * @param out shape (n, K)
     */
    public void margins(double[] weights, double[] intercepts, double[] out) {
        MatrixProducts.multiply(rows, all, n(), classes, weights, out);
        for (int i = 0; i < n(); i++) {
            for (int k = 0; k < classes; k++) {
                out[i * classes + k] += intercepts[k];
            }
        }
    }

    /** Into how many shards to cut a loop over all losses. */
    public int shards() {
        return Shards.ofLosses((int) Math.min(Integer.MAX_VALUE, (long) n() * classes));
    }

    /** Weighted mean of the losses at these margins, shape (n, K). */
    public double meanLoss(double[] margins) {
        int shards = shards();
        return shards == 1
                ? meanLoss(margins, 0, n())
                : Shards.sum(
                        shards, s -> meanLoss(margins, Shards.start(s, shards, n()), Shards.start(s + 1, shards, n())));
    }

    private double meanLoss(double[] margins, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += shares[i] * loss.value(classes, margins, i * classes, targets[i]);
        }
        return sum;
    }

    @Override
    public double objective(Solution.MultiLinear solution) {
        double[] margins = new double[n() * classes];
        margins(solution.weights(), solution.intercepts(), margins);
        return meanLoss(margins) + penalty.value(solution.weights());
    }

    @Override
    public String describe() {
        return Words.of(loss) + " loss, " + Words.of(penalty) + ", n=" + n() + ", d=" + d() + ", " + classes
                + " classes" + (intercept ? ", intercepts" : ", no intercepts");
    }

    /** The loss as it is written on the command line. */
    public String lossInWords() {
        return Words.of(loss);
    }

    /** The penalty with its parameters in the same form, as in {@code l2(l2=0.1)}. */
    public String penaltyInWords() {
        return Words.of(penalty);
    }
}
