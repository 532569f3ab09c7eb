package org.fenchel.solver.newton;

import java.util.Arrays;
import org.fenchel.data.ColumnGram;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.ScalarPart;

/** Second derivatives as a matrix of the order p of the columns and the intercept. Cost: n p^2 / 2 multiply-adds, and p^2 a product. */
final class HessianMatrix implements Hessian {
    private final ScalarPart smooth;
    private final FiniteSum problem;
    private final ColumnGram gram;
    private final int[] columns;
    private final double[] curvatures;
    private final double[] matrix;
    private final double[] diagonal;

    HessianMatrix(ScalarPart smooth) {
        this.smooth = smooth;
        problem = smooth.problem();
        gram = new ColumnGram(problem.rows(), problem.intercept());
        columns = new int[problem.d()];
        Arrays.setAll(columns, j -> j);
        curvatures = new double[smooth.n()];
        matrix = new double[smooth.size() * smooth.size()];
        diagonal = new double[smooth.size()];
    }

    @Override
    public double at(DescentPoint point, double damping) {
        int p = diagonal.length;
        smooth.curvatures(point.margins(), curvatures);
        Arrays.fill(matrix, 0);
        gram.add(smooth.all(), smooth.n(), curvatures, columns, columns.length, matrix);
        for (int j = 0; j < p; j++) {
            diagonal[j] =
                    matrix[j * p + j] + (j < columns.length ? problem.penalty().l2() : 0);
        }
        HessianProducts.raise(diagonal, damping);
        for (int i = 0; i < p; i++) {
            matrix[i * p + i] = diagonal[i];
            for (int j = 0; j < i; j++) {
                matrix[j * p + i] = matrix[i * p + j];
            }
        }
        return 1;
    }

    @Override
    public double[] diagonal() {
        return diagonal;
    }

    @Override
    public double multiply(double[] v, double[] out) {
        int p = out.length;
        Arrays.fill(out, 0);
        for (int i = 0; i < p; i++) {
            if (v[i] != 0) {
                Vectors.axpy(p, v[i], matrix, i * p, out, 0);
            }
        }
        return 0;
    }
}
