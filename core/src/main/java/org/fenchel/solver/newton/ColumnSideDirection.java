package org.fenchel.solver.newton;

import java.util.Arrays;
import org.fenchel.data.ColumnGram;
import org.fenchel.kernel.Symmetric;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.ScalarPart;

/**
 * Newton's direction by Cholesky's factor of the Hessian, of the order p of the columns and the intercept.
 *
 * <p>Where the Hessian is singular (no l2 and dependent columns, or losses that are flat or linear where they are evaluated), its
 * diagonal is raised. The direction is then one of descent all the same.
 */
final class ColumnSideDirection implements NewtonDirection {
    private final ScalarPart smooth;
    private final FiniteSum problem;
    private final ColumnGram gram;
    private final int[] columns;
    private final double[] curvatures;
    private final double[] hessian;
    private final double[] factor;

    ColumnSideDirection(ScalarPart smooth) {
        this.smooth = smooth;
        problem = smooth.problem();
        gram = new ColumnGram(problem.rows(), problem.intercept());
        columns = new int[problem.d()];
        Arrays.setAll(columns, j -> j);
        curvatures = new double[smooth.n()];
        hessian = new double[smooth.size() * smooth.size()];
        factor = new double[hessian.length];
    }

    @Override
    public double solve(DescentPoint at, double[] out) {
        int p = out.length;
        smooth.curvatures(at.margins(), curvatures);
        Arrays.fill(hessian, 0);
        gram.add(smooth.all(), smooth.n(), curvatures, columns, columns.length, hessian);
        for (int j = 0; j < columns.length; j++) {
            hessian[j * p + j] += problem.penalty().l2();
        }
        if (!Double.isNaN(Symmetric.raisedCholesky(p, hessian, factor))) {
            for (int j = 0; j < p; j++) {
                out[j] = -at.gradient()[j];
            }
            Symmetric.solve(p, factor, out);
            return 1;
        }
        return -1;
    }
}
