package org.fenchel.solver.dual;

import org.fenchel.data.RowGram;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.jspecify.annotations.Nullable;

/** Coordinate ascent without a run around it, on problems with l2 and no intercept, and the dual computed from nothing. */
final class Steps {
    final FiniteSum problem;
    final DualRows rows;
    final Ascent ascent;

    /**
     * @param start where the duals come from, or null for the method's choice
     * @param block rows of a step
     */
    Steps(FiniteSum problem, @Nullable Linear start, int block, boolean naps) {
        this.problem = problem;
        double l2 = problem.penalty().l2();
        rows = new DualRows(problem, l2, 0);
        rows.setDuals(DualStart.of(problem, start));
        DualWeights weights = DualWeights.of(problem.rows(), problem.penalty(), 0);
        ascent = new Ascent(
                problem.rows(),
                problem.loss(),
                rows,
                weights,
                l2,
                0,
                naps,
                block,
                block > 1 ? new RowGram(problem.rows()) : null);
        weights.setV(v());
    }

    /** Visits these rows in turn. */
    void pass(int[] visits) {
        ascent.begin();
        ascent.visit(visits, 0, visits.length);
    }

    double[] duals() {
        double[] duals = new double[problem.n()];
        rows.readDuals(duals);
        return duals;
    }

    /** -X'(s u). */
    double[] v() {
        double[] v = new double[problem.d()];
        double[] duals = duals();
        for (int i = 0; i < duals.length; i++) {
            problem.rows().axpy(-problem.shares()[i] * duals[i], i, v);
        }
        return v;
    }

    /** D(u) = sum_i s_i (u_i o_i - l*(u_i, y_i)) - r*(-X'(s u)). */
    double dual() {
        double value = -problem.penalty().conjugate(v());
        double[] duals = duals();
        for (int i = 0; i < duals.length; i++) {
            value += problem.shares()[i]
                    * (duals[i] * problem.offsets()[i] - problem.loss().conjugate(duals[i], problem.targets()[i]));
        }
        return value;
    }

    /** The dual as it would be with another value of one variable, the weights left as they are. */
    double dualWith(int i, double u) {
        double[] duals = duals();
        double before = duals[i];
        duals[i] = u;
        rows.setDuals(duals);
        double value = dual();
        duals[i] = before;
        rows.setDuals(duals);
        return value;
    }
}
