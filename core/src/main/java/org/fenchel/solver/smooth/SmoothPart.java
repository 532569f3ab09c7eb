package org.fenchel.solver.smooth;

import org.fenchel.penalty.Penalty;

/**
 * The smooth part of an objective, the weighted mean of losses without kinks, as a function of one vector: the weights, and
 * behind them the intercepts where there are any.
 *
 * <p>Margins, one or several for each row, are affine in that vector, so methods keep the margins of their points and combine them: an
 * objective, a slope or a curvature on a line costs an evaluation of the losses, and only new directions cost a pass over the data.
 */
public interface SmoothPart {
    /** The penalty, the other part of the objective. */
    Penalty penalty();

    /** Number of weights, the first entries of a point. */
    int weights();

    /** Length of a point: the weights and the intercepts. */
    int size();

    /** Number of margins. */
    int n();

    /** How margins change along v. Cost: half a pass. */
    void along(double[] v, double[] out);

    /** Margins at x. Cost: half a pass. */
    void margins(double[] x, double[] out);

    /** Mean loss at margins; {@code +infinity} outside the losses' domain, never NaN. */
    double value(double[] margins);

    /** The gradient in the margins, at margins in the domain: derivatives times shares. */
    void slopes(double[] margins, double[] out);

    /** From the gradient in the margins to that in the point; {@code a} may be anything else. Cost: half a pass. */
    void transposed(double[] a, double[] out);

    /** The mean loss at {@code margins + t along}. No pass. */
    double valueAt(double[] margins, double t, double[] along);

    /** The slope in t of {@link #valueAt}, at a point of the domain. No pass. */
    double slopeAt(double[] margins, double t, double[] along);

    /** The second derivative in t of {@link #valueAt} at t = 0. No pass. */
    double curvatureAt(double[] margins, double[] along);

    /** What {@link #bend} and {@link #diagonal} want to know of the second derivatives at margins in the domain. */
    void curvatures(double[] margins, double[] out);

    /** The product of the Hessian in the margins with a vector, in its place. No pass. */
    void bend(double[] curvatures, double[] along);

    /** The diagonal of the Hessian in the point. Cost: half a pass. */
    void diagonal(double[] curvatures, double[] out);

    /** Lipschitz constant of the losses' gradients. */
    double smoothness();

    /** Multiplies margins by the shares of their rows, and returns the sum of what that leaves times what there was. */
    double weigh(double[] along);

    /** A bound of {@link #weigh} over {@link #along} of all vectors of length 1: the weighted mean of the rows' squared norms. */
    double meanSquaredNorm();

    /**
     * By how much the mean loss at margins {@code to} lies above its tangent at {@code from}, which is never negative. Where
     * that is lost in the rounding of the losses, half the change of slope is taken, which agrees to second order.
     *
     * @param slopes {@link #slopes} at {@code from}
     * @param valueFrom the mean loss there
     * @param moved work space, as long as the margins
     */
    default double aboveTangent(double[] from, double valueFrom, double[] slopes, double[] to, double[] moved) {
        double value = value(to);
        if (Double.isInfinite(value)) {
            return value;
        }
        double linear = 0;
        for (int i = 0; i < to.length; i++) {
            moved[i] = to[i] - from[i];
            linear += slopes[i] * moved[i];
        }
        double above = value - valueFrom - linear;
        double rounding = 1e-15 * (Math.abs(value) + Math.abs(valueFrom) + Math.abs(linear));
        if (above > 1e4 * rounding) {
            return above;
        }
        return Math.max(0, changeOfSlope(to, slopes, moved) / 2);
    }

    /** {@code (slopes at margins - slopes)'along}, the differences taken first. */
    double changeOfSlope(double[] margins, double[] slopes, double[] along);
}
