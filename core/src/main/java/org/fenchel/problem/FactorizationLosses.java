package org.fenchel.problem;

import org.fenchel.data.RowEntries;
import org.fenchel.kernel.Shards;
import org.fenchel.problem.Solution.Factorized;

/** What a factorization machine loses on rows in memory, and how that changes with its parameters. */
record FactorizationLosses(FactorizationFit problem, Factorized at) {
    /** What is told of each row: its number, its score with its offset, and what it uses. */
    private interface Visitor {
        void visit(int i, double score, RowScore parts, RowEntries row);
    }

    /** Scores of all rows with their offsets. */
    void scores(double[] out) {
        forRows((i, score, parts, row) -> out[i] = score);
    }

    /** Weighted mean of the losses of the rows, with the ridge on what they use if so asked. */
    double mean(boolean penalized) {
        double[] losses = new double[problem.n()];
        forRows((i, score, parts, row) -> {
            double loss = problem.loss().value(score, problem.target(i));
            losses[i] = problem.scale(i) * (penalized ? loss + penalty(parts, row) : loss);
        });
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum / problem.n();
    }

    private void forRows(Visitor visitor) {
        int n = problem.n();
        double entries = (double) problem.rows().nonZeros() * Math.max(1, problem.rank());
        int shards = Shards.count(entries);
        Shards.run(shards, s -> {
            RowScore parts = new RowScore(at.factors(), problem.mostEntries());
            RowEntries row = new RowEntries(problem.rows());
            for (int i = Shards.start(s, shards, n), end = Shards.start(s + 1, shards, n); i < end; i++) {
                row.open(i);
                visitor.visit(i, at.intercept() + parts.of(row) + problem.offset(i), parts, row);
            }
        });
    }

    private double penalty(RowScore parts, RowEntries row) {
        double ridge = 0;
        if (problem.l2Weights() > 0) {
            for (int i = 0; i < row.count(); i++) {
                double b = at.factors().weight(row.columns()[row.at() + i]);
                ridge += problem.l2Weights() * b * b;
            }
        }
        if (problem.l2Factors() > 0) {
            ridge += problem.l2Factors() * parts.squaredNorms(row.count());
        }
        return 0.5 * ridge;
    }

    /** Norm of the gradient of the penalized mean, on this thread. */
    double gradientNorm() {
        Factors factors = at.factors();
        int width = factors.width();
        double[] gradient = new double[Math.multiplyExact(problem.d(), width + 1)];
        double constant = 0;
        RowScore parts = new RowScore(factors, problem.mostEntries());
        RowEntries row = new RowEntries(problem.rows());
        for (int i = 0; i < problem.n(); i++) {
            row.open(i);
            double share = problem.scale(i) / problem.n();
            double score = at.intercept() + parts.of(row) + problem.offset(i);
            double u = share * problem.loss().derivative(score, problem.target(i));
            constant += u;
            for (int e = 0; e < row.count(); e++) {
                int j = row.columns()[row.at() + e];
                double w = row.ones() ? 1 : row.values()[row.at() + e];
                int g = j * (width + 1);
                gradient[g + width] += u * w + share * problem.l2Weights() * factors.weight(j);
                for (int f = 0; f < width; f++) {
                    double v = parts.vectors()[e * width + f];
                    gradient[g + f] += u * w * (parts.sum()[f] - w * v) + share * problem.l2Factors() * v;
                }
            }
        }
        double square = constant * constant;
        for (double g : gradient) {
            square += g * g;
        }
        return Math.sqrt(square);
    }
}
