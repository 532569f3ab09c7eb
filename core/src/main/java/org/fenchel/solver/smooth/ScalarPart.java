package org.fenchel.solver.smooth;

import java.util.Arrays;
import org.fenchel.data.ColumnGram;
import org.fenchel.data.Rows;
import org.fenchel.kernel.Shards;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.jspecify.annotations.Nullable;

/** The smooth part of a {@link FiniteSum}: one margin a row. */
public final class ScalarPart implements SmoothPart {
    private final FiniteSum problem;
    private final Rows rows;
    private final Loss loss;
    private final double[] shares;
    private final int[] all;
    private final double[] first;
    private final double[] second;
    private @Nullable ColumnGram gram;

    /** Work space of two times n. */
    public ScalarPart(FiniteSum problem) {
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

    @Override
    public Penalty penalty() {
        return problem.penalty();
    }

    @Override
    public int weights() {
        return problem.d();
    }

    @Override
    public int n() {
        return all.length;
    }

    @Override
    public int size() {
        return problem.d() + (problem.intercept() ? 1 : 0);
    }

    /** Numbers of all rows, ascending. Read only. */
    public int[] all() {
        return all;
    }

    @Override
    public void along(double[] v, double[] out) {
        rows.multiply(all, all.length, v, out);
        if (problem.intercept()) {
            double c = v[problem.d()];
            for (int i = 0; i < out.length; i++) {
                out[i] += c;
            }
        }
    }

    @Override
    public void margins(double[] x, double[] out) {
        along(x, out);
        double[] offsets = problem.offsets();
        for (int i = 0; i < out.length; i++) {
            out[i] += offsets[i];
        }
    }

    @Override
    public double value(double[] margins) {
        double value = problem.meanLoss(margins);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    @Override
    public void slopes(double[] margins, double[] out) {
        loss.derivatives(all.length, margins, problem.targets(), out, second);
        for (int i = 0; i < out.length; i++) {
            out[i] *= shares[i];
        }
    }

    @Override
    public void curvatures(double[] margins, double[] out) {
        loss.derivatives(all.length, margins, problem.targets(), first, out);
        for (int i = 0; i < out.length; i++) {
            out[i] *= shares[i];
        }
    }

    @Override
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

    @Override
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

    @Override
    public double slopeAt(double[] margins, double t, double[] along) {
        double[] targets = problem.targets();
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            sum += shares[i] * loss.derivative(margins[i] + t * along[i], targets[i]) * along[i];
        }
        return sum;
    }

    @Override
    public double curvatureAt(double[] margins, double[] along) {
        double[] targets = problem.targets();
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            sum += shares[i] * loss.secondDerivative(margins[i], targets[i]) * along[i] * along[i];
        }
        return sum;
    }

    @Override
    public double changeOfSlope(double[] margins, double[] slopes, double[] along) {
        double[] targets = problem.targets();
        double sum = 0;
        for (int i = 0; i < all.length; i++) {
            sum += (shares[i] * loss.derivative(margins[i], targets[i]) - slopes[i]) * along[i];
        }
        return sum;
    }

    @Override
    public void bend(double[] curvatures, double[] along) {
        for (int i = 0; i < along.length; i++) {
            along[i] *= curvatures[i];
        }
    }

    @Override
    public void diagonal(double[] curvatures, double[] out) {
        ColumnGram squares = gram;
        if (squares == null) {
            squares = new ColumnGram(rows, false);
            gram = squares;
        }
        Arrays.fill(out, 0);
        squares.addDiagonal(all, all.length, curvatures, out);
        if (problem.intercept()) {
            for (double e : curvatures) {
                out[problem.d()] += e;
            }
        }
    }

    @Override
    public double smoothness() {
        return loss.smoothness();
    }

    @Override
    public double weigh(double[] along) {
        double sum = 0;
        for (int i = 0; i < along.length; i++) {
            sum += shares[i] * along[i] * along[i];
            along[i] *= shares[i];
        }
        return sum;
    }

    @Override
    public double meanSquaredNorm() {
        double sum = problem.intercept() ? 1 : 0;
        for (int i = 0; i < all.length; i++) {
            sum += shares[i] * rows.squaredNorm(i);
        }
        return sum;
    }
}
