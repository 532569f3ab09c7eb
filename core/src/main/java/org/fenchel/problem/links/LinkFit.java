package org.fenchel.problem.links;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;
import org.fenchel.problem.lowrank.OperatorNorm;
import org.fenchel.problem.lowrank.SparsePlusLowRank;

/**
 * Predicting links: for N pairs of nodes it is known whether they are linked, y = +1, or not, y = -1, and a matrix X says it of all pairs by the
 * sign of its entries,
 *
 * <pre>F(X) = (1/N) sum_known max(1 - y_ij x_ij, 0) + l1 ||X||_1 + nuclear ||X||_*.</pre>
 *
 * The l1 norm is of all m n entries. A dual point is a full matrix M in the range of the subgradients of the first two terms, with ||M||_op at
 * most nuclear, and its value is the sum over the known pairs of the part of M that must be the hinge's. X has low rank and is kept as
 * factors; M is a {@link SplitMatrix}.
 *
 * <p>Source: N. He and Z. Harchaoui, "Semi-Proximal Mirror-Prox for Nonsmooth Composite Minimization", NIPS 2015, its third experiment.
 */
public final class LinkFit implements Problem<Solution.LowRank> {
    private static final long SEED = 8191;

    private final ObservedEntries pairs;
    private final double l1;
    private final double nuclear;

    private LinkFit(ObservedEntries pairs, double l1, double nuclear) {
        this.pairs = pairs;
        this.l1 = l1;
        this.nuclear = nuclear;
    }

    /**
     * The problem.
     *
     * @param pairs known, with values -1 and +1
     * @param l1 what the l1 norm is multiplied by, from 0 on
     * @param nuclear what the nuclear norm is multiplied by, above 0
     * @throws InvalidInput if one is out of its range
     */
    public static LinkFit of(ObservedEntries pairs, double l1, double nuclear) {
        if (!(l1 >= 0) || Double.isInfinite(l1)) {
            throw InvalidInput.of("l1=" + l1, "give 0 or a positive number");
        }
        if (!(nuclear > 0) || Double.isInfinite(nuclear)) {
            throw InvalidInput.of("nuclear=" + nuclear, "give a number above 0; from lambdaMax on, all entries are 0");
        }
        for (double label : pairs.value()) {
            if (label != 1 && label != -1) {
                throw InvalidInput.of("the label " + label + " is neither -1 nor 1", "give 1 to links, -1 to others");
            }
        }
        return new LinkFit(pairs, l1, nuclear);
    }

    /** The same with another multiplier of the nuclear norm. */
    public LinkFit withNuclear(double multiplier) {
        return of(pairs, l1, multiplier);
    }

    /** What is known. */
    public ObservedEntries pairs() {
        return pairs;
    }

    /** What the l1 norm is multiplied by. */
    public double l1() {
        return l1;
    }

    /** What the nuclear norm is multiplied by. */
    public double nuclear() {
        return nuclear;
    }

    /** Bytes of the one full matrix that its methods need; 0 without an l1 norm, where the multiplier is sparse. */
    public double fullMatrixBytes() {
        return l1 == 0 ? 0 : StoredMatrix.bytes(pairs.m(), pairs.n());
    }

    /** Hinge and l1 of one known pair. */
    HingeAndL1 cost() {
        return new HingeAndL1(1.0 / pairs.count(), l1);
    }

    /**
     * A multiplier of the nuclear norm from which on zeros are a solution: the norm of the hinge's part at 0, lowered by the l1 norm where that takes
     * it all.
     */
    public double lambdaMax() {
        double h = 1.0 / pairs.count();
        double[] u = new double[pairs.count()];
        for (int e = 0; e < u.length; e++) {
            u[e] = -Math.max(0, h - l1) * pairs.value()[e];
        }
        SparsePlusLowRank map = new SparsePlusLowRank(pairs);
        map.set(0, LowRankMatrix.zero(pairs.m(), pairs.n()), 1, u);
        return OperatorNorm.upper(map, 0, new double[0], new SplittableRandom(SEED));
    }

    @Override
    public double objective(Solution.LowRank solution) {
        LowRankMatrix x = solution.matrix();
        double[] fitted = new double[pairs.count()];
        x.entries(pairs, fitted);
        double hinge = 0;
        for (int e = 0; e < fitted.length; e++) {
            hinge += Math.max(1 - pairs.value()[e] * fitted[e], 0);
        }
        return hinge / fitted.length + l1 * sumOfSizes(x) + nuclear * x.nuclearNorm();
    }

    private double sumOfSizes(LowRankMatrix x) {
        if (l1 == 0 || x.rank() == 0) {
            return 0;
        }
        LowRankRows source = new LowRankRows(x);
        RowBlocks blocks = new RowBlocks(x.m(), x.n());
        int shards = blocks.shards(x.rank());
        double[] parts = new double[shards];
        blocks.each(shards, shard -> {
            double[] rows = new double[RowBlocks.SIZE * x.n()];
            return (from, to) -> {
                source.read(from, to, rows);
                double sum = 0;
                for (int j = 0; j < (to - from) * x.n(); j++) {
                    sum += Math.abs(rows[j]);
                }
                parts[shard] += sum;
            };
        });
        return Arrays.stream(parts).sum();
    }

    /** With a subgradient at the solution as the dual point; methods know better ones. */
    @Override
    public Certificate certify(Solution.LowRank solution) {
        return certify(solution, new SplitMatrix(this, solution.matrix(), 1));
    }

    /**
     * Bounds the gap by the multiplier of a split matrix, scaled down until its norm is within the bound. Cost: r m n multiply-adds, two products for each
     * rank of the solution, and up to 200 more.
     */
    public Certificate certify(Solution.LowRank solution, SplitMatrix split) {
        LowRankMatrix x = solution.matrix();
        double norm = OperatorNorm.upper(split.multiplier(), x.rank(), x.right(), new SplittableRandom(SEED));
        double scale = norm > nuclear ? nuclear / norm : 1;
        HingeAndL1 cost = cost();
        double dual = 0;
        double[] multiplier = split.multiplierAtPairs();
        for (int e = 0; e < multiplier.length; e++) {
            dual += cost.dual(scale * multiplier[e], pairs.value()[e]);
        }
        return new Certificate.DualityGap(objective(solution), dual, Double.POSITIVE_INFINITY);
    }

    @Override
    public String describe() {
        return "mean hinge, " + pairs.count() + " pairs of " + pairs.m() + " x " + pairs.n() + ", l1=" + l1
                + ", nuclear=" + nuclear;
    }
}
