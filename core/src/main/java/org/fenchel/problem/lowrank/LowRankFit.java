package org.fenchel.problem.lowrank;

import java.util.SplittableRandom;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;

/**
 * Fitting a matrix X to some of its entries, those of a set Omega, at the price of its nuclear norm, the sum of its singular values:
 *
 * <pre>F(X) = f(X on Omega) + nuclear ||X||_*,   dual: max -f*(u) over u with ||P'u||_op at most nuclear,</pre>
 *
 * where P'u has u on Omega and zeros elsewhere. Any u, scaled down until its norm is within the bound, bounds F from below; so every fit ends
 * with a proof. X is never formed: memory is O(N + (m + n) r).
 *
 * <p>Source of the problems: N. He and Z. Harchaoui, "Semi-Proximal Mirror-Prox for Nonsmooth Composite Minimization", NIPS 2015.
 */
public final class LowRankFit implements Problem<Solution.LowRank> {
    private static final long SEED = 8191;

    private final ObservedEntries entries;
    private final DataFit fit;
    private final double nuclear;

    private LowRankFit(ObservedEntries entries, DataFit fit, double nuclear) {
        this.entries = entries;
        this.fit = fit;
        this.nuclear = nuclear;
    }

    /**
     * The problem.
     *
     * @param entries known
     * @param fit f
     * @param nuclear what the nuclear norm is multiplied by, above 0
     * @throws InvalidInput if that is out of its range, or an entry does not suit the loss
     */
    public static LowRankFit of(ObservedEntries entries, DataFit fit, double nuclear) {
        if (!(nuclear > 0) || Double.isInfinite(nuclear)) {
            throw InvalidInput.of(
                    "nuclear=" + nuclear, "give a number above 0; from lambdaMax on, all fitted entries are 0");
        }
        if (fit instanceof MeanLoss mean) {
            for (double value : entries.value()) {
                if (!mean.loss().accepts(value)) {
                    throw InvalidInput.of(
                            "the value " + value + " does not suit the loss",
                            "values must be " + mean.loss().targets());
                }
            }
        }
        return new LowRankFit(entries, fit, nuclear);
    }

    /** The same with another multiplier of the nuclear norm. */
    public LowRankFit withNuclear(double multiplier) {
        return of(entries, fit, multiplier);
    }

    /** The same entries fitted in another way. */
    public LowRankFit withFit(DataFit other) {
        return new LowRankFit(entries, other, nuclear);
    }

    /** The least multiplier for which zeros are a solution, in an estimate from above. */
    public double lambdaMax() {
        double[] u = new double[entries.count()];
        fit.gradient(u, entries.value(), u);
        return norm(u, LowRankMatrix.zero(entries.m(), entries.n()));
    }

    /** What is known. */
    public ObservedEntries entries() {
        return entries;
    }

    /** How it is fitted. */
    public DataFit fit() {
        return fit;
    }

    /** What the nuclear norm is multiplied by. */
    public double nuclear() {
        return nuclear;
    }

    @Override
    public double objective(Solution.LowRank solution) {
        double[] z = new double[entries.count()];
        solution.matrix().entries(entries, z);
        return fit.value(z, entries.value()) + nuclear * solution.matrix().nuclearNorm();
    }

    /** With the gradient at the solution as the dual vector; methods know better ones where there are kinks. */
    @Override
    public Certificate certify(Solution.LowRank solution) {
        double[] u = new double[entries.count()];
        solution.matrix().entries(entries, u);
        fit.gradient(u, entries.value(), u);
        return certify(solution, u);
    }

    /**
     * Bounds the gap by a dual vector. Cost: two products for each rank of the solution, and up to 200 more.
     *
     * @param u any vector; its part inside the domain of f* counts
     */
    public Certificate certify(Solution.LowRank solution, double[] u) {
        double[] inside = u.clone();
        fit.projectDual(inside, entries.value());
        double norm = norm(inside, solution.matrix());
        double scale = norm > nuclear ? nuclear / norm : 1;
        double dual = -fit.conjugate(inside, scale, entries.value());
        return new Certificate.DualityGap(objective(solution), dual, Double.POSITIVE_INFINITY);
    }

    /** An upper estimate of the largest singular value of P'u. */
    private double norm(double[] u, LowRankMatrix near) {
        SparsePlusLowRank map = new SparsePlusLowRank(entries);
        map.set(0, LowRankMatrix.zero(entries.m(), entries.n()), 1, u);
        return OperatorNorm.upper(map, near.rank(), near.right(), new SplittableRandom(SEED));
    }

    @Override
    public String describe() {
        String name = fit instanceof MeanLoss mean ? "mean " + mean.loss() : fit.toString();
        return name + ", " + entries.count() + " entries of " + entries.m() + " x " + entries.n() + ", nuclear="
                + nuclear;
    }
}
