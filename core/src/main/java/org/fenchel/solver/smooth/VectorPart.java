package org.fenchel.solver.smooth;

import java.util.Arrays;
import org.fenchel.data.MatrixProducts;
import org.fenchel.kernel.Shards;
import org.fenchel.loss.VectorLoss;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.VectorSum;

/**
 * The smooth part of a {@link VectorSum}: K margins a row, those of a row together. Second derivatives are kept as the losses'
 * gradients, from which {@link VectorLoss#product} makes products with the Hessian.
 */
public final class VectorPart implements SmoothPart {
    private final VectorSum problem;
    private final VectorLoss loss;
    private final int classes;
    private final int rows;
    private final int shards;
    private final double[] shares;
    private final double[] targets;
    private final double[] trial;
    private final double[] gradients;
    private final double[] values;

    /** Work space of two times n K. */
    public VectorPart(VectorSum problem) {
        this.problem = problem;
        loss = problem.loss();
        classes = problem.classes();
        rows = problem.n();
        shards = problem.shards();
        shares = problem.shares();
        targets = problem.targets();
        trial = new double[n()];
        gradients = new double[n()];
        values = new double[rows];
    }

    @Override
    public Penalty penalty() {
        return problem.penalty();
    }

    @Override
    public int weights() {
        return problem.d() * classes;
    }

    @Override
    public int size() {
        return weights() + (problem.intercept() ? classes : 0);
    }

    @Override
    public int n() {
        return rows * classes;
    }

    @Override
    public void along(double[] v, double[] out) {
        MatrixProducts.multiply(problem.rows(), problem.all(), rows, classes, v, out);
        if (problem.intercept()) {
            int at = weights();
            for (int i = 0; i < out.length; i += classes) {
                for (int k = 0; k < classes; k++) {
                    out[i + k] += v[at + k];
                }
            }
        }
    }

    @Override
    public void margins(double[] x, double[] out) {
        along(x, out);
    }

    @Override
    public double value(double[] margins) {
        double value = problem.meanLoss(margins);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    @Override
    public void slopes(double[] margins, double[] out) {
        curvatures(margins, out);
        for (int i = 0; i < rows; i++) {
            for (int at = i * classes; at < (i + 1) * classes; at++) {
                out[at] *= shares[i];
            }
        }
    }

    @Override
    public void curvatures(double[] margins, double[] out) {
        if (shards == 1) { // methods ask for many of these, and a shard's work is an object
            loss.gradients(0, rows, classes, margins, targets, out, values);
            return;
        }
        Shards.run(shards, s -> loss.gradients(start(s), start(s + 1), classes, margins, targets, out, values));
    }

    private int start(int shard) {
        return Shards.start(shard, shards, rows);
    }

    @Override
    public void transposed(double[] a, double[] out) {
        Arrays.fill(out, 0);
        MatrixProducts.addTransposed(problem.rows(), problem.all(), rows, classes, a, out);
        addIntercepts(a, out);
    }

    /** The part of the column of ones, which stands for the intercepts. */
    private void addIntercepts(double[] a, double[] out) {
        if (problem.intercept()) {
            int to = weights();
            for (int i = 0; i < a.length; i += classes) {
                for (int k = 0; k < classes; k++) {
                    out[to + k] += a[i + k];
                }
            }
        }
    }

    /** The margins of a shard on the line, into {@link #trial}. */
    private void advance(int shard, double[] margins, double t, double[] along) {
        for (int at = start(shard) * classes; at < start(shard + 1) * classes; at++) {
            trial[at] = margins[at] + t * along[at];
        }
    }

    @Override
    public double valueAt(double[] margins, double t, double[] along) {
        double value = Shards.sum(shards, s -> {
            advance(s, margins, t, along);
            double sum = 0;
            for (int i = start(s); i < start(s + 1); i++) {
                sum += shares[i] * loss.value(classes, trial, i * classes, targets[i]);
            }
            return sum;
        });
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    @Override
    public double slopeAt(double[] margins, double t, double[] along) {
        return Shards.sum(shards, s -> {
            advance(s, margins, t, along);
            loss.gradients(start(s), start(s + 1), classes, trial, targets, gradients, values);
            double sum = 0;
            for (int i = start(s); i < start(s + 1); i++) {
                double slope = 0;
                for (int at = i * classes; at < (i + 1) * classes; at++) {
                    slope += gradients[at] * along[at];
                }
                sum += shares[i] * slope;
            }
            return sum;
        });
    }

    @Override
    public double changeOfSlope(double[] margins, double[] slopes, double[] along) {
        curvatures(margins, gradients);
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            for (int at = i * classes; at < (i + 1) * classes; at++) {
                sum += (shares[i] * gradients[at] - slopes[at]) * along[at];
            }
        }
        return sum;
    }

    @Override
    public double curvatureAt(double[] margins, double[] along) {
        curvatures(margins, gradients);
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            int at = i * classes;
            loss.product(classes, gradients, at, targets[i], along, at, trial, at);
            for (int k = at; k < at + classes; k++) {
                sum += shares[i] * trial[k] * along[k];
            }
        }
        return sum;
    }

    @Override
    public void bend(double[] curvatures, double[] along) {
        if (shards == 1) {
            bend(0, rows, curvatures, along);
            return;
        }
        Shards.run(shards, s -> bend(start(s), start(s + 1), curvatures, along));
    }

    private void bend(int from, int to, double[] curvatures, double[] along) {
        for (int i = from; i < to; i++) {
            int at = i * classes;
            loss.product(classes, curvatures, at, targets[i], along, at, along, at);
            for (int k = at; k < at + classes; k++) {
                along[k] *= shares[i];
            }
        }
    }

    @Override
    public void diagonal(double[] curvatures, double[] out) {
        for (int i = 0; i < rows; i++) {
            int at = i * classes;
            loss.diagonal(classes, curvatures, at, targets[i], trial, at);
            for (int k = at; k < at + classes; k++) {
                trial[k] *= shares[i];
            }
        }
        Arrays.fill(out, 0);
        MatrixProducts.addSquares(problem.rows(), classes, trial, out);
        addIntercepts(trial, out);
    }

    @Override
    public double smoothness() {
        return loss.smoothness();
    }

    @Override
    public double weigh(double[] along) {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            for (int at = i * classes; at < (i + 1) * classes; at++) {
                sum += shares[i] * along[at] * along[at];
                along[at] *= shares[i];
            }
        }
        return sum;
    }

    @Override
    public double meanSquaredNorm() {
        double sum = problem.intercept() ? 1 : 0;
        for (int i = 0; i < rows; i++) {
            sum += shares[i] * problem.rows().squaredNorm(i);
        }
        return sum;
    }
}
