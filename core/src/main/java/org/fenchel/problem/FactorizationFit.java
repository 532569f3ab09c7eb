package org.fenchel.problem;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.fenchel.data.Dataset;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.RowBlocks;
import org.fenchel.data.RowEntries;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;

/**
 * Fitting a factorization machine: a weighted mean of losses of its scores (see {@link RowScore}) plus, for each row, a ridge on
 * what the row uses,
 *
 * <pre>P = (1/W) sum_i w_i [ l(sigma(x_i) + o_i, y_i) + sum_(j in row i) (l2Weights b_j^2 + l2Factors ||v_j||^2) / 2 ].</pre>
 *
 * So a feature is held back in proportion to the rows that have it, the constant is not held back at all, and the ridge's part of
 * a step costs nothing but for the row's own features. P is not convex in b0, b, v together: what a fit finds depends on where it
 * starts, and no duality gap proves it best.
 *
 * <p>Rows of weight 0 are no rows. Loss parameters, ridge and rank are fixed here, methods choose steps.
 */
public final class FactorizationFit implements Problem<Solution.Factorized> {
    private final Dataset data;
    private final double[] targets;
    private final double total;
    private final int most;
    private final Loss loss;
    private final int rank;
    private final double l2Weights;
    private final double l2Factors;
    private final @Nullable FactorizationFit validation;
    private final int @Nullable [] groups;
    private final @Nullable RowBlocks blocks;

    private FactorizationFit(
            Dataset data,
            @Nullable RowBlocks blocks,
            Loss loss,
            int rank,
            double l2Weights,
            double l2Factors,
            @Nullable FactorizationFit validation,
            int @Nullable [] groups) {
        this.data = data;
        this.blocks = blocks;
        this.groups = groups;
        this.loss = loss;
        this.rank = rank;
        this.l2Weights = l2Weights;
        this.l2Factors = l2Factors;
        this.validation = validation;
        targets = data.targets();
        most = blocks == null ? RowEntries.most(data.rows()) : blocks.mostEntries();
        double sum = 0;
        for (int i = 0; i < data.n(); i++) {
            sum += data.weight(i);
        }
        total = sum;
    }

    /**
     * The problem of fitting a machine.
     *
     * @param rank numbers in a latent vector, k
     * @param l2Weights ridge on the weight of each feature of a row
     * @param l2Factors ridge on the latent vector of each feature of a row
     * @throws InvalidInput if there is no row, a target does not suit the loss, or a number is out of its range
     */
    public static FactorizationFit of(Dataset data, Loss loss, int rank, double l2Weights, double l2Factors) {
        return new FactorizationFit(used(data, loss), null, loss, rank, l2Weights, l2Factors, null, null).checked();
    }

    /**
     * The same over rows that are read in parts, one at a time; all weigh the same.
     *
     * @throws InvalidInput as for {@link #of(Dataset, Loss, int, double, double)}; targets are looked at as they are read
     */
    public static FactorizationFit of(RowBlocks blocks, Loss loss, int rank, double l2Weights, double l2Factors) {
        Dataset none = Dataset.of(
                blocks.ones()
                        ? IndicatorRows.wrap(blocks.d(), new int[1], new int[0])
                        : SparseRows.wrap(blocks.d(), new int[1], new int[0], new double[0]),
                new double[0]);
        return new FactorizationFit(none, blocks, loss, rank, l2Weights, l2Factors, null, null).checked();
    }

    private FactorizationFit checked() {
        if (rank < 0) {
            throw InvalidInput.of("factors=" + rank + " is negative", "give 0 for a linear model, or 8, 16, 20");
        }
        if (!(l2Weights >= 0) || !(l2Factors >= 0) || Double.isInfinite(l2Weights) || Double.isInfinite(l2Factors)) {
            throw InvalidInput.of(
                    "ridges of " + l2Weights + " on weights and " + l2Factors + " on factors",
                    "give numbers that are 0 or more");
        }
        return this;
    }

    /** Whether the rows are in memory, all at once. */
    public boolean inMemory() {
        return blocks == null;
    }

    /** In how many parts the rows are read: 1 where they are in memory. */
    public int parts() {
        return blocks == null ? 1 : blocks.count();
    }

    /**
     * A part of the problem, with rows in memory; the whole where these are.
     *
     * @throws InvalidInput if the rows cannot be read
     */
    public FactorizationFit part(int p) {
        return blocks == null
                ? this
                : new FactorizationFit(used(blocks.block(p), loss), null, loss, rank, l2Weights, l2Factors, null, null);
    }

    /** The most rows a part has. */
    public int mostRows() {
        return blocks == null ? data.n() : blocks.mostRows();
    }

    /** Mean number of entries of a row. */
    public double meanEntries() {
        return blocks == null ? (double) data.rows().nonZeros() / data.n() : (double) blocks.nonZeros() / blocks.n();
    }

    private static Dataset used(Dataset data, Loss loss) {
        int[] kept = new int[data.n()];
        int n = 0;
        for (int i = 0; i < data.n(); i++) {
            if (!loss.accepts(data.target(i))) {
                throw InvalidInput.of(
                        "target " + data.target(i) + " of row " + (i + 1) + " does not suit the loss",
                        "targets must be " + loss.targets());
            }
            if (data.weight(i) > 0) {
                kept[n++] = i;
            }
        }
        if (n == 0) {
            throw InvalidInput.of("there are no rows to learn from", "give at least one");
        }
        return n == data.n() ? data : data.select(Arrays.copyOf(kept, n));
    }

    /**
     * The same with rows that are not learned from: a method then keeps the solution with the lowest loss on them, and stops when
     * that has not sunk for a while.
     *
     * @throws InvalidInput if they have more features, or as for {@link #of}
     */
    public FactorizationFit withValidation(Dataset rows) {
        return withValidation(of(rows, loss, rank, 0, 0));
    }

    /** The same with rows that are read in parts. */
    public FactorizationFit withValidation(RowBlocks rows) {
        return withValidation(of(rows, loss, rank, 0, 0));
    }

    private FactorizationFit withValidation(FactorizationFit held) {
        if (held.d() != d()) {
            throw InvalidInput.of(
                    "the validation rows have " + held.d() + " features, those to learn from " + d(),
                    "encode both with the same encoding");
        }
        return new FactorizationFit(data, blocks, loss, rank, l2Weights, l2Factors, held, groups);
    }

    /** The same with each row's weight multiplied by a number of 0 or more; rows that come to weigh 0 stay and count nothing. */
    public FactorizationFit reweighted(double[] by) {
        if (blocks != null) {
            throw new IllegalStateException("rows that are read in parts all weigh the same");
        }
        double[] weights = new double[n()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = by[i] * data.weight(i);
        }
        return new FactorizationFit(
                data.withWeights(weights), null, loss, rank, l2Weights, l2Factors, validation, groups);
    }

    /**
     * The same with features put into groups, such as the levels of one column each, that methods may treat alike.
     *
     * @param groupOf a number from 0 for each feature
     */
    public FactorizationFit withGroups(int[] groupOf) {
        if (groupOf.length != d() || Arrays.stream(groupOf).anyMatch(g -> g < 0)) {
            throw new IllegalArgumentException(groupOf.length + " groups for " + d() + " features");
        }
        return new FactorizationFit(data, blocks, loss, rank, l2Weights, l2Factors, validation, groupOf.clone());
    }

    /** The group of each feature, copied; 0 for all where none were given. */
    public int[] groups() {
        return groups == null ? new int[d()] : groups.clone();
    }

    /** The rows held out, as a problem without a ridge, where there are some. */
    public Optional<FactorizationFit> validation() {
        return Optional.ofNullable(validation);
    }

    /** The design matrix, shape (n, d); without rows where these are read in parts. */
    public Rows rows() {
        return data.rows();
    }

    /** Number of rows. */
    public int n() {
        return blocks == null ? data.n() : blocks.n();
    }

    /** Number of features. */
    public int d() {
        return data.d();
    }

    /** The most entries a row has. */
    public int mostEntries() {
        return most;
    }

    /** Target of row i. */
    public double target(int i) {
        return targets[i];
    }

    /** Weight of row i relative to the mean weight: 1 for every row where none were given. */
    public double scale(int i) {
        return data.weight(i) * n() / total;
    }

    /** Offset of row i. */
    public double offset(int i) {
        return data.offset(i);
    }

    /** The loss of a score. */
    public Loss loss() {
        return loss;
    }

    /** Numbers in a latent vector, k. */
    public int rank() {
        return rank;
    }

    /** Ridge on the weight of each feature of a row. */
    public double l2Weights() {
        return l2Weights;
    }

    /** Ridge on the latent vector of each feature of a row. */
    public double l2Factors() {
        return l2Factors;
    }

    /**
     * Scores of all rows with their offsets. Cost: n d k for d entries a row, on all cores.
     *
     * @param out length n
     */
    public void scores(Solution.Factorized at, double[] out) {
        new FactorizationLosses(this, at).scores(out);
    }

    /** Weighted mean of the losses; rows in parts are read for it. */
    public double meanLoss(Solution.Factorized at) {
        return blocks == null ? new FactorizationLosses(this, at).mean(false) : meanOfParts(part -> part.meanLoss(at));
    }

    @Override
    public double objective(Solution.Factorized at) {
        return blocks == null ? new FactorizationLosses(this, at).mean(true) : meanOfParts(part -> part.objective(at));
    }

    private double meanOfParts(ToDoubleFunction<FactorizationFit> value) {
        double sum = 0;
        for (int p = 0; p < parts(); p++) {
            FactorizationFit part = part(p);
            sum += part.n() * value.applyAsDouble(part);
        }
        return sum / n();
    }

    /**
     * Euclidean norm of the gradient of the objective in all parameters; at kinks of the loss, of some subgradient. Cost: one pass on
     * this thread, and memory for as many numbers as there are parameters.
     */
    public double gradientNorm(Solution.Factorized at) {
        return new FactorizationLosses(this, at).gradientNorm();
    }

    @Override
    public String describe() {
        return loss + " loss, n=" + n() + ", d=" + d() + ", factors=" + rank + ", l2 of weights=" + l2Weights
                + ", of factors=" + l2Factors + (validation == null ? "" : ", " + validation.n() + " rows held out");
    }
}
