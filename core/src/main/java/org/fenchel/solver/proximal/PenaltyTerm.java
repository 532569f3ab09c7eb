package org.fenchel.solver.proximal;

import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the losses in a proximal subproblem: the squares l2/2 ||x||^2 + ||x - x0||^2 / (2 eta), and the part h of
 * the penalty that has kinks or constraints.
 *
 * <p>Where h has no envelope, the smooth part is the squares alone, and this class has all its derivatives.
 *
 * <p>Steps eta and nu of column j are multiplied by {@code metric[j]} where there is a metric. Arrays are indexed by column;
 * only the chosen columns are read or written.
 */
abstract sealed class PenaltyTerm permits PlainSquares, SeparableTerm, GroupEnvelope {
    final double l2;
    final double @Nullable [] metric;
    int[] columns = new int[0];
    int count;
    double[] x0 = new double[0];
    double eta;
    double nu;

    PenaltyTerm(double l2, double @Nullable [] metric) {
        this.l2 = l2;
        this.metric = metric;
    }

    static PenaltyTerm of(Penalty penalty, int d, double @Nullable [] metric) {
        if (isPlain(penalty)) {
            return new PlainSquares(penalty.l2(), metric);
        }
        if (penalty instanceof Separable separable) {
            return new SeparableTerm(separable, metric);
        }
        if (penalty instanceof GroupL2 groups) {
            return new GroupEnvelope(groups, d, metric);
        }
        throw new IllegalArgumentException("no proximal step is known for the penalty " + penalty);
    }

    /** Whether there is a term for this penalty. */
    static boolean isKnown(Penalty penalty) {
        return penalty instanceof Separable || penalty instanceof GroupL2;
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

    /** Prepares the derivatives at x. */
    void evaluate(double[] x) {
        // squares need no preparation
    }

    /** {@code gradient += } first derivative of the smooth part at the x of {@link #evaluate}. */
    void addGradient(double[] x, double[] gradient) {
        for (int k = 0; k < count; k++) {
            gradient[columns[k]] += squaresSlope(columns[k], x[columns[k]]);
        }
    }

    /** What the squares do not cover, at x + t dx. */
    abstract double value(double[] x, double t, double[] dx);

    /** Slope of {@link #value} in t. */
    double slope(double[] x, double t, double[] dx) {
        double step = 1e-6 * t;
        return (value(x, t + step, dx) - value(x, t - step, dx)) / (2 * step);
    }

    /**
     * Adds the second derivative D of the smooth part to the leading rows of the lower triangle of h, whose rows have length
     * {@code order}.
     *
     * @param some the columns that h's rows stand for, the first {@code number}, ascending
     */
    void addTo(int[] some, int number, int order, double[] h) {
        for (int p = 0; p < number; p++) {
            h[p * order + p] += modulus(some[p]);
        }
    }

    /** {@code out += D v}. */
    void addTimes(double[] v, double[] out) {
        for (int k = 0; k < count; k++) {
            out[columns[k]] += modulus(columns[k]) * v[columns[k]];
        }
    }

    /** {@code out += } the diagonal of D. */
    void addDiagonal(double[] out) {
        for (int k = 0; k < count; k++) {
            out[columns[k]] += modulus(columns[k]);
        }
    }

    /** {@code out = D^-1 v}. */
    void solve(double[] v, double[] out) {
        for (int k = 0; k < count; k++) {
            out[columns[k]] = v[columns[k]] / modulus(columns[k]);
        }
    }

    /** {@code out = prox_(eta r)(q)} with the squares' own step. */
    abstract void prox(double[] q, double[] out);

    /**
     * How much the model falls along dx to first order: {@code -gradient'dx}, and the change of h where h is in the model as it
     * is.
     */
    double decrease(double[] x, double[] gradient, double[] dx) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum -= gradient[columns[k]] * dx[columns[k]];
        }
        return sum;
    }

    /** Puts back what rounding has moved out of bounds. */
    void keepFeasible(double[] x) {
        // no bounds
    }

    /** Whether h has been made smooth by an envelope, whose width nu must shrink. */
    boolean hasEnvelope() {
        return false;
    }

    /** Takes the multipliers of the last {@link #evaluate} for the envelope's new centre. */
    void recentre() {
        // no envelope, no centre
    }

    /** {@code nu ||multipliers - centre||^2 / 2}. */
    double movement() {
        return 0;
    }

    /** The feasible point that belongs to x; x itself where there is no envelope. */
    double[] point(double[] x) {
        return x;
    }
}
