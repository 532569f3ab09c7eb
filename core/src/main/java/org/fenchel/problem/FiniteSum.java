package org.fenchel.problem;

import java.util.Arrays;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.kernel.Shards;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.Penalty;

/**
 * A penalised weighted mean of losses over linear margins:
 *
 * <pre>P(b, c) = (1/W) sum_i w_i l(x_i'b + c + o_i, y_i) + r(b),   W = sum_i w_i</pre>
 *
 * with weights b (length d), an intercept c that r never touches (or is absent), sample weights w, offsets o. Rows of weight 0
 * are taken out: a row that weighs nothing is no row.
 */
public final class FiniteSum implements Problem<Solution.Linear> {
    private final Rows rows;
    private final double[] targets;
    private final double[] shares;
    private final double[] offsets;
    private final Loss loss;
    private final Penalty penalty;
    private final boolean intercept;
    private final double totalWeight;

    private FiniteSum(
            Rows rows,
            double[] targets,
            double[] shares,
            double[] offsets,
            Loss loss,
            Penalty penalty,
            boolean intercept,
            double totalWeight) {
        this.rows = rows;
        this.targets = targets;
        this.shares = shares;
        this.offsets = offsets;
        this.loss = loss;
        this.penalty = penalty;
        this.intercept = intercept;
        this.totalWeight = totalWeight;
    }

    /**
     * The problem of fitting a linear model.
     *
     * @param intercept whether the model has one
     * @throws InvalidInput if there is no row, or a target the loss is not defined for
     */
    public static FiniteSum of(Dataset data, Loss loss, Penalty penalty, boolean intercept) {
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
        Dataset used = n == data.n() ? data : data.select(Arrays.copyOf(kept, n));
        double[] shares = new double[n];
        double[] offsets = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += used.weight(i);
        }
        for (int i = 0; i < n; i++) {
            shares[i] = used.weight(i) / total;
            offsets[i] = used.offset(i);
        }
        return new FiniteSum(used.rows(), used.targets(), shares, offsets, loss, penalty, intercept, total);
    }

    /**
     * The same problem on some of the rows, whose shares are made to add up to 1. Copies those rows.
     *
     * @param chosen row numbers, at least one
     */
    public FiniteSum on(int[] chosen) {
        double[] someTargets = new double[chosen.length];
        double[] someShares = new double[chosen.length];
        double[] someOffsets = new double[chosen.length];
        double total = 0;
        for (int i : chosen) {
            total += shares[i];
        }
        for (int k = 0; k < chosen.length; k++) {
            someTargets[k] = targets[chosen[k]];
            someShares[k] = shares[chosen[k]] / total;
            someOffsets[k] = offsets[chosen[k]];
        }
        return new FiniteSum(
                rows.select(chosen),
                someTargets,
                someShares,
                someOffsets,
                loss,
                penalty,
                intercept,
                total * totalWeight);
    }

    /** The same problem with another penalty, on the same rows. */
    public FiniteSum with(Penalty other) {
        return new FiniteSum(rows, targets, shares, offsets, loss, other, intercept, totalWeight);
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

    /** Targets, length n. Read only. */
    public double[] targets() {
        return targets;
    }

    /** Sample weights divided by their sum, length n; they add up to 1. Read only. */
    public double[] shares() {
        return shares;
    }

    /** Sum of the sample weights, as they were given. */
    public double totalWeight() {
        return totalWeight;
    }

    /** Offsets, length n. Read only. */
    public double[] offsets() {
        return offsets;
    }

    /** The loss of a margin. */
    public Loss loss() {
        return loss;
    }

    /** The penalty on the weights. */
    public Penalty penalty() {
        return penalty;
    }

    /** Whether the model has an intercept. */
    public boolean intercept() {
        return intercept;
    }

    /**
     * Margins x_i'b + c + o_i of all rows. Cost: one pass over the data.
     *
     * @param out length n
     */
    public void margins(Solution.Linear at, double[] out) {
        for (int i = 0; i < n(); i++) {
            out[i] = rows.dot(i, at.weights()) + at.intercept() + offsets[i];
        }
    }

    /** Weighted mean of the losses at these margins; {@code +infinity} when one lies outside the domain. */
    public double meanLoss(double[] margins) {
        int shards = Shards.ofLosses(n());
        return shards == 1
                ? meanLoss(margins, 0, n())
                : Shards.sum(
                        shards, s -> meanLoss(margins, Shards.start(s, shards, n()), Shards.start(s + 1, shards, n())));
    }

    private double meanLoss(double[] margins, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += shares[i] * loss.value(margins[i], targets[i]);
        }
        return sum;
    }

    @Override
    public double objective(Solution.Linear solution) {
        double[] margins = new double[n()];
        margins(solution, margins);
        return meanLoss(margins) + penalty.value(solution.weights());
    }

    /** By the losses' derivatives at the best intercept for its weights, while the objective is the one with its own. */
    @Override
    public Certificate certify(Solution.Linear solution) {
        double primal = objective(solution);
        Certificate best = new Certifier(this).certify(solution.weights(), solution.intercept(), null);
        return best instanceof Certificate.DualityGap gap
                ? new Certificate.DualityGap(primal, gap.dual(), gap.radius())
                : new Certificate.None(primal, ((Certificate.None) best).why());
    }

    @Override
    public String describe() {
        return Words.of(loss) + " loss, " + Words.of(penalty) + ", n=" + n() + ", d=" + d()
                + (intercept ? ", intercept" : ", no intercept");
    }

    /** The loss as it is written on the command line, as in {@code huber(delta=1.0)}. */
    public String lossInWords() {
        return Words.of(loss);
    }

    /** The penalty with its parameters in the same form, as in {@code l2(l2=0.1)}. */
    public String penaltyInWords() {
        return Words.of(penalty);
    }
}
