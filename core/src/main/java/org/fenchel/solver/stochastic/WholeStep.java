package org.fenchel.solver.stochastic;

import org.fenchel.data.Rows;
import org.fenchel.kernel.Vectors;
import org.fenchel.penalty.Penalty;

/** The step as it stands in the books: all weights, whatever the row. Cost: d. */
final class WholeStep implements ReducedStep {
    private final Rows rows;
    private final Penalty penalty;

    WholeStep(Rows rows, Penalty penalty) {
        this.rows = rows;
        this.penalty = penalty;
    }

    @Override
    public void take(double[] weights, int i, double correction, double[] mean, double eta) {
        Vectors.axpy(weights.length, -eta, mean, 0, weights, 0);
        rows.axpy(-eta * correction, i, weights);
        penalty.prox(weights, eta, weights);
    }
}
