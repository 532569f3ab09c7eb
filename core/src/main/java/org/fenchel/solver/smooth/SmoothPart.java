package org.fenchel.solver.smooth;

import java.util.Arrays;
import org.fenchel.data.Rows;
import org.fenchel.kernel.Shards;
import org.fenchel.loss.Loss;
import org.fenchel.problem.FiniteSum;

/**
 * The smooth part of an objective, the weighted mean of losses without kinks, as a function of one vector: the weights, and
 * behind them the intercept where there is one.
 *
 * <p>Margins are affine in that vector, so methods keep the margins of their points and combine them: an objective, a slope or a
 * curvature on a line costs O(n), and only new directions cost a pass over the data.
 */
public final class SmoothPart {
    private final FiniteSum problem;
    private final Rows rows;
    private final Loss loss;
    private final double[] shares;
    private final int[] all;
    private final double[] first;
    private final double[] second;

    /** Work space of two times n. */
    public SmoothPart(FiniteSum problem) {
        this.problem = problem;
        rows = problem.rows();
        loss = problem.loss();
        shares = problem.shares();
        all = new int[problem.n()];
        Arrays.setAll(all, i -> i);
        first = new double[problem.n()];
        second = new double[problem.n()];
    }

    /** The problem it is a part of. */
    public FiniteSum problem() {
        return problem;
    }

    /** Number of rows. */
    public int n() {
        return all.length;
    }

    /** Length of a point: d, and 1 more with an intercept. */
    public int size() {
        return problem.d() + (problem.intercept() ? 1 : 0);
    }

    /** Numbers of all rows, ascending. Read only. */
    public int[] all() {
        return all;
    }

    /** {@code out = X v + v_c 1}, how margins change along v. Cost: half a pass. */
    public void along(double[] v, double[] out) {
        rows.multiply(all, all.length, v, out);
        if (problem.intercept()) {
            double c = v[problem.d()];
            for (int i = 0; i < out.length; i++) {
                out[i] += c;
            }
        }
    }

    /** Margins at x: {@link #along} and the offsets. Cost: half a pass. */
    public void margins(double[] x, double[] out) {
        along(x, out);
        double[] offsets = problem.offsets();
        for (int i = 0; i < out.length; i++) {
            out[i] += offsets[i];
        }
    }

    /** Mean loss at margins; {@code +infinity} outside the losses' domain, never NaN. Cost: O(n). */
    public double value(double[] margins) {
        double value = problem.meanLoss(margins);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /** The derivatives of the losses at margins in the domain, times shares. Cost: O(n). */
    public void slopes(double[] margins, double[] out) {
        loss.derivatives(all.length, margins, problem.targets(), out, second);
        for (int i = 0; i < out.length; i++) {
            out[i] *= shares[i];
        }
    }

    /** The second derivatives of the losses at margins in the domain, times shares. Cost: O(n). */
    public void curvatures(double[] margins, double[] out) {
        loss.derivatives(all.length, margins, problem.targets(), first, out);
        for (int i = 0; i < out.length; i++) {
            out[i] *= shares[i];
        }
    }

    /** {@code out = (X'a, 1'a)}: with {@link #slopes} the gradient. Cost: half a pass. */
    public void transposed(double[] a, double[] out) {
        Arrays.fill(out, 0);
        rows.addTransposed(all, all.length, a, out);
        if (problem.intercept()) {
            double sum = 0;
            for (double entry : a) {
                sum += entry;
            }
            out[problem.d()] = sum;
        }
    }

    /** The mean loss at {@code margins + t along}. Cost: O(n), no pass. */
    public double valueAt(double[] margins, double t, double[] along) {
        int shards = Shards.ofLosses(all.length);
        double value = shards == 1
                ? valueAt(margins, t, along, 0, all.length)
                : Shards.sum(
                        shards,
                        s -> valueAt(
                                margins,
                                t,
                                along,
                                Shards.start(s, shards, all.length),
                                Shards.start(s + 1, shards, all.length)));
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private double valueAt(double[] margins, double t, double[] along, int from, int to) {
        double[] targets = problem.targets();
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += shares[i] * loss.value(margins[i] + t * along[i], targets[i]);
        }
        return sum;
    }

    /** The slope in t of {@link #valueAt}, at a point of the domain. Cost: O(n), no pass. */
    public double slopeAt(double[] margins, double t, double[] along) {
        double[] targets = problem.targets();
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            sum += shares[i] * loss.derivative(margins[i] + t * along[i], targets[i]) * along[i];
        }
        return sum;
    }

    /**
     * By how much the mean loss at margins {@code to} lies above its tangent at {@code from}, which is never negative. Where
     * that is lost in the rounding of the losses, half the change of slope is taken, which agrees to second order.
     *
     * @param slopes {@link #slopes} at {@code from}
     * @param valueFrom the mean loss there
     */
    public double aboveTangent(double[] from, double valueFrom, double[] slopes, double[] to) {
        double value = value(to);
        if (Double.isInfinite(value)) {
            return value;
        }
        double linear = 0;
        for (int i = 0; i < all.length; i++) {
            linear += slopes[i] * (to[i] - from[i]);
        }
        double above = value - valueFrom - linear;
        double rounding = 1e-15 * (Math.abs(value) + Math.abs(valueFrom) + Math.abs(linear));
        if (above > 1e4 * rounding) {
            return above;
        }
        double change = 0;
        double[] targets = problem.targets();
        for (int i = 0; i < all.length; i++) {
            change += (shares[i] * loss.derivative(to[i], targets[i]) - slopes[i]) * (to[i] - from[i]);
        }
        return Math.max(0, change / 2);
    }
}
