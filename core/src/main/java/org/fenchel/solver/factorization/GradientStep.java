package org.fenchel.solver.factorization;

import org.fenchel.data.RowEntries;
import org.fenchel.kernel.Blocks;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;

/**
 * Steps along the gradient of a row's loss and ridge, the coordinates of its features only. How far a coordinate moves along its
 * derivative is left to a {@link Rule}. Cost: d k.
 */
final class GradientStep implements RowMethod {
    /** The step size of coordinates. */
    interface Rule {
        /** A step begins. */
        default void beginStep() {}

        /**
         * How far a coordinate moves.
         *
         * @param p its number, from 0 for the constant
         * @param g its derivative
         */
        double move(int p, double g);
    }

    private FactorizationFit problem;
    private final Factors factors;
    private final Rule rule;
    private RowEntries row;
    private final int width;
    private final double[] buffer;
    private final double[] sum;
    private final double[] norms;
    private final double[] values;
    private double constant;
    private double score;

    GradientStep(FactorizationFit problem, Factors factors, double constant, Rule rule) {
        this.problem = problem;
        this.factors = factors;
        this.constant = constant;
        this.rule = rule;
        row = new RowEntries(problem.rows());
        width = factors.width();
        int most = problem.mostEntries();
        buffer = new double[most * width];
        sum = new double[width];
        norms = new double[most];
        values = new double[most];
    }

    /** Numbers a rule must keep one of for each coordinate. */
    static int coordinates(FactorizationFit problem) {
        return Math.addExact(1, Math.multiplyExact(problem.d(), Blocks.padded(problem.rank()) + 1));
    }

    @Override
    public void turnTo(FactorizationFit part) {
        problem = part;
        row = new RowEntries(part.rows());
    }

    @Override
    public void beginPass(int done) {
        // rules count steps, not passes
    }

    @Override
    public void take(int i) {
        row.open(i);
        int m = row.count();
        factors.gather(m, row.columns(), row.at(), buffer, sum);
        Blocks.squaredNorms(m, width, buffer, norms);
        double z = constant + problem.offset(i);
        for (int e = 0; e < m; e++) {
            double w = row.ones() ? 1 : row.values()[row.at() + e];
            values[e] = w;
            z += w * (factors.weight(row.columns()[row.at() + e]) - 0.5 * w * norms[e]);
        }
        Blocks.combine(m, width, buffer, values, sum);
        for (double s : sum) {
            z += 0.5 * s * s;
        }
        score = z;
        double scale = problem.scale(i);
        move(m, scale * problem.loss().derivative(z, problem.target(i)), scale);
    }

    private void move(int m, double u, double scale) {
        rule.beginStep();
        constant -= rule.move(0, u);
        for (int e = 0; e < m; e++) {
            int j = row.columns()[row.at() + e];
            int p = 1 + j * (width + 1);
            double w = values[e];
            double b = factors.weight(j);
            factors.setWeight(j, b - rule.move(p + width, u * w + scale * problem.l2Weights() * b));
            for (int f = 0; f < problem.rank(); f++) {
                double v = buffer[e * width + f];
                double g = u * w * (sum[f] - w * v) + scale * problem.l2Factors() * v;
                factors.setFactor(j, f, v - rule.move(p + f, g));
            }
        }
    }

    @Override
    public double score() {
        return score;
    }

    @Override
    public Factors factors() {
        return factors;
    }

    @Override
    public double constant() {
        return constant;
    }
}
