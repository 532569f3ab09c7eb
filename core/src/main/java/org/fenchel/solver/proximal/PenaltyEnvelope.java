package org.fenchel.solver.proximal;

import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the losses in a proximal subproblem: the squares l2/2 ||x||^2 + ||x - x0||^2 / (2 eta) and, where the
 * penalty has a part h with kinks or constraints, its Moreau envelope around multipliers z,
 *
 * <pre>H(x) = min_w h(w) + ||x + nu z - w||^2 / (2 nu) - nu ||z||^2 / 2,   H'(x) = (x + nu z - w) / nu.</pre>
 *
 * <p>Its second derivative D, with that of the squares, is diagonal, or block-diagonal for groups. Step sizes eta and nu of
 * column j are multiplied by {@code metric[j]} where there is a metric.
 *
 * <p>Arrays are indexed by column; only the chosen columns are read or written.
 */
abstract sealed class PenaltyEnvelope permits PlainSquares, SeparableEnvelope, GroupEnvelope {
    final double l2;
    final double @Nullable [] metric;
    int[] columns = new int[0];
    int count;
    double[] x0 = new double[0];
    double eta;
    double nu;

    PenaltyEnvelope(double l2, double @Nullable [] metric) {
        this.l2 = l2;
        this.metric = metric;
    }

    static PenaltyEnvelope of(Penalty penalty, int d, double @Nullable [] metric) {
        if (isPlain(penalty)) {
            return new PlainSquares(penalty.l2(), metric);
        }
        if (penalty instanceof Separable separable) {
            return new SeparableEnvelope(separable, d, metric);
        }
        if (penalty instanceof GroupL2 groups) {
            return new GroupEnvelope(groups, d, metric);
        }
        throw new IllegalArgumentException("no envelope is known for the penalty " + penalty);
    }

    /** Whether the penalty is l2 alone. */
    static boolean isPlain(Penalty penalty) {
        return penalty instanceof Separable separable
                && separable.l1() == 0
                && separable.low() == Double.NEGATIVE_INFINITY
                && separable.high() == Double.POSITIVE_INFINITY;
    }

    /** Which columns count from now on, ascending; kept, not copied. Multipliers of all of them become 0. */
    void choose(int[] newColumns, int columnCount) {
        columns = newColumns;
        count = columnCount;
    }

    /** Where the squares are centred, and their step. */
    void around(double[] newX0, double newEta) {
        x0 = newX0;
        eta = newEta;
    }

    final double factor(int j) {
        return metric == null ? 1 : metric[j];
    }

    /** Second derivative of the squares. */
    final double modulus(int j) {
        return 1 / (eta * factor(j)) + l2;
    }

    /** First derivative of the squares. */
    final double squaresSlope(int j, double x) {
        return (x - x0[j]) / (eta * factor(j)) + l2 * x;
    }

    /** Whether there is a part h. */
    boolean hasEnvelope() {
        return true;
    }

    /** Computes multipliers and second derivatives of the envelope at x. */
    abstract void evaluate(double[] x);

    /** {@code gradient += } first derivative of squares and envelope at the x of {@link #evaluate}. */
    abstract void addGradient(double[] x, double[] gradient);

    /** Value of the envelope at x + t dx, without the squares. */
    abstract double value(double[] x, double t, double[] dx);

    /** Adds D to the leading columns of the lower triangle of h, whose rows have length {@code order}. */
    abstract void addTo(int order, double[] h);

    /** {@code out += D v}. */
    abstract void addTimes(double[] v, double[] out);

    /** {@code out += } the diagonal of D. */
    abstract void addDiagonal(double[] out);

    /** {@code out = D^-1 v}. */
    abstract void solve(double[] v, double[] out);

    /** Takes the multipliers of the last {@link #evaluate} for the envelope's new centre. */
    abstract void recentre();

    /** {@code nu ||multipliers - z||^2 / 2}. */
    abstract double movement();

    /** The feasible, exactly sparse point w that belongs to x; x itself where there is no h. */
    abstract double[] point(double[] x);

    /** {@code out = prox_(eta r)(q)} with the squares' own step. */
    abstract void prox(double[] q, double[] out);
}
