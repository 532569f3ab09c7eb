package org.fenchel.solver.planner;

import java.util.Optional;
import org.fenchel.data.DenseRows;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.Costs;
import org.jspecify.annotations.Nullable;

/**
 * What the costs of methods depend on: the shape of the data, the sizes of the rows, the loss, the penalty, the accuracy wanted; and,
 * where somebody asks for it, the spectrum.
 */
public final class Facts {
    private static final double LEAST_ACCURACY = 1e-14;

    private final FiniteSum problem;
    private final double accuracy;
    private final Costs costs;
    private final double meanSquare;
    private @Nullable Spectrum spectrum;

    /** Cost: the rows' squared norms. */
    Facts(FiniteSum problem, double accuracy) {
        this.problem = problem;
        this.accuracy = Math.min(Math.max(accuracy, LEAST_ACCURACY), 0.5);
        costs = Costs.of(problem);
        double sum = 0;
        for (int i = 0; i < problem.n(); i++) {
            sum += problem.shares()[i] * problem.rows().squaredNorm(i);
        }
        meanSquare = sum;
    }

    /** Looks at the spectrum, a few passes, where the loss has one. */
    void look() {
        if (spectrum == null && problem.loss().differentiable()) {
            spectrum = Spectrum.of(problem);
        }
    }

    /** The problem. */
    public FiniteSum problem() {
        return problem;
    }

    /** Number of rows. */
    public int n() {
        return problem.n();
    }

    /** Number of features. */
    public int d() {
        return problem.d();
    }

    /** Stored entries of the rows. */
    public long entries() {
        return problem.rows().nonZeros();
    }

    /** Whether rows are stored with their zeros. */
    public boolean dense() {
        return problem.rows() instanceof DenseRows;
    }

    /** The relative gap to be reached. */
    public double accuracy() {
        return accuracy;
    }

    /** What steps cost. */
    public Costs costs() {
        return costs;
    }

    /** Weighted mean of the rows' squared norms. */
    public double meanSquare() {
        return meanSquare;
    }

    /** Weight of the squared norm in the penalty. */
    public double l2() {
        return problem.penalty().l2();
    }

    /** Whether the loss has kinks. */
    public boolean kinked() {
        return !problem.loss().differentiable();
    }

    /** Whether the proximal point method factors its systems, of the order of the smaller side. */
    boolean factored() {
        return Math.min(n(), d() + (problem.intercept() ? 1 : 0)) <= Costs.LARGEST_FACTOR;
    }

    /** Whether margins of some rows have to stay above a bound, as rates do. */
    public boolean openDomain() {
        for (double y : problem.targets()) {
            if (problem.loss().domainLow(y) > Double.NEGATIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    /** Whether the penalty has an l1 part. */
    public boolean sparseWeights() {
        return problem.penalty() instanceof Separable separable && separable.l1() > 0;
    }

    /** Whether the loss is its own second-order model. */
    public boolean quadratic() {
        return problem.loss() instanceof Squared;
    }

    /**
     * How far the penalty is from deciding alone: 1 + L mean ||x_i||^2 / l2, a condition number of the objective if all rows were
     * alike; infinite without l2. The losses' smoothness L counts as at most 1.
     */
    public double condition() {
        double smoothness = Math.min(problem.loss().smoothness(), 1);
        return 1 + smoothness * meanSquare / l2();
    }

    /** Digits wanted beside the six that estimates are made for. */
    public double digits() {
        return -Math.log10(accuracy) / 6;
    }

    /** What was seen of the spectrum; empty where nobody has looked, or a loss has kinks. */
    public Optional<Spectrum> spectrum() {
        return Optional.ofNullable(spectrum);
    }
}
