package org.fenchel.solver.stochastic;

import java.util.OptionalDouble;
import org.fenchel.problem.FiniteSum;

/** Losses of one margin a row. */
final class ScalarLosses implements RowLosses {
    private final FiniteSum problem;
    private final VisitedRows visited;

    ScalarLosses(FiniteSum problem) {
        this.problem = problem;
        visited = new VisitedRows(problem);
    }

    @Override
    public int rows() {
        return problem.n();
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public void begin() {
        visited.begin();
    }

    @Override
    public void pull(int[] batch, int m, double[] z, double factor, double[] sums) {
        double sum = 0;
        for (int k = 0; k < m; k++) {
            int i = batch[k];
            double margin = z[k] + problem.offsets()[i];
            visited.add(i, margin);
            z[k] = factor * problem.shares()[i] * problem.loss().derivative(margin, problem.targets()[i]);
            sum += z[k];
        }
        sums[0] = sum;
    }

    @Override
    public OptionalDouble meanLoss() {
        return visited.meanLoss();
    }
}
