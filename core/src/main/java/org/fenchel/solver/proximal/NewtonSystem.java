package org.fenchel.solver.proximal;

import java.util.Arrays;
import org.fenchel.data.ColumnGram;
import org.fenchel.data.DenseRows;
import org.fenchel.data.Rows;
import org.fenchel.kernel.Symmetric;

/**
 * The linear system of a Newton step, {@code (D + A'EA) (dx, dc) = -(gradient)}: A are the batch's rows with a column of ones
 * for the intercept, E their weights times second derivatives, D that of squares and envelope.
 *
 * <p>Solved by one of three ways, by size: Cholesky on the side of the columns; Cholesky on the side of the rows that have curvature
 * ({@link RowSystem}); or, when both are large, conjugate gradients with a diagonal preconditioner, which never form a matrix.
 */
final class NewtonSystem {
    /** Orders above this go to conjugate gradients: a factor of this order takes 32 MB and about a second. */
    private static final int LARGEST_FACTOR = 2000;

    /** Up to this order the side of the columns is cheap enough, and a little more exact. */
    private static final int SMALL = 500;

    private final Rows rows;
    private final boolean intercept;
    private final PenaltyTerm squares;
    private final ColumnGram columnGram;
    private final RowSystem rowSystem;

    private int[] batch = new int[0];
    private int m;
    private int[] columns = new int[0];
    private int count;

    // the columns of the system: all, or those free to move
    private int[] chosen = new int[0];
    private int number;
    private final WorkingSet workingSet = new WorkingSet();
    private boolean distrusted;

    private double curvature;
    private double[] factor = new double[0];
    private double[] right = new double[0];
    private double[] margins = new double[0];
    private final double[] scratch;
    private double[] residual = new double[0];
    private double[] direction = new double[0];
    private double[] product = new double[0];
    private double[] diagonal = new double[0];

    /** The solution: the Newton direction of x, on the batch's columns; 0 elsewhere. */
    final double[] dx;
    /** The Newton direction of the intercept. */
    double dc;

    NewtonSystem(Rows rows, boolean intercept, PenaltyTerm squares) {
        this.rows = rows;
        this.intercept = intercept;
        this.squares = squares;
        columnGram = new ColumnGram(rows, intercept);
        rowSystem = new RowSystem(rows, intercept, squares);
        dx = new double[rows.d()];
        scratch = new double[rows.d()];
    }

    /**
     * What the losses add to the diagonal of the last system, on the mean over the columns, where that was factored on their
     * side; 0 where it was solved in another way.
     */
    double curvature() {
        return curvature;
    }

    /** The batch whose systems follow. */
    void choose(int[] newBatch, int size, int[] newColumns, int columnCount) {
        clear(dx);
        distrusted = false;
        batch = newBatch;
        m = size;
        columns = newColumns;
        count = columnCount;
        rowSystem.choose(batch, m);
        if (margins.length < m) {
            margins = new double[m];
        }
    }

    /**
     * Solves for {@link #dx} and {@link #dc}.
     *
     * @param e weights times second derivatives, length m, not negative
     * @param x the iterate, by column
     * @param gradient by column
     * @param interceptModulus D's entry for the intercept
     * @param accuracy relative accuracy an iterative method must reach
     * @return false when the matrix is not finite
     */
    boolean solve(
            double[] e,
            double[] x,
            double[] gradient,
            double interceptGradient,
            double interceptModulus,
            double accuracy) {
        int most = Math.max(m, count + 1);
        if (right.length < most) {
            right = new double[most];
        }
        if (squares instanceof SeparableTerm term) {
            return withKinks(term, e, x, gradient, interceptGradient, interceptModulus, accuracy);
        }
        chosen = columns;
        number = count;
        curvature = 0;
        int order = count + (intercept ? 1 : 0);
        int rowOrder = rowSystem.order(e);
        if (rowOrder <= LARGEST_FACTOR && (m < order || rowSystem.isEven() && order > SMALL && 2 * rowOrder < order)) {
            boolean solved =
                    rowSystem.solve(gradient, interceptGradient, interceptModulus, columns, count, scratch, dx);
            dc = rowSystem.dc();
            return solved;
        }
        if (order > LARGEST_FACTOR) {
            conjugateGradients(e, gradient, interceptGradient, interceptModulus, accuracy);
            return true;
        }
        return onColumns(order, e, gradient, interceptGradient, interceptModulus);
    }

    /**
     * The model with a part h of the penalty in it: only a {@link WorkingSet} of the columns is in it, and it is minimised by coordinate
     * descent. Where those away from kinks and bounds are too many for a matrix, conjugate gradients give the direction without h, which is
     * then cut off at kinks and bounds; if that leads nowhere, the columns furthest from balance make a set that fits.
     */
    private boolean withKinks(
            SeparableTerm term,
            double[] e,
            double[] x,
            double[] gradient,
            double interceptGradient,
            double modulus,
            double accuracy) {
        workingSet.choose(term, columns, count, x, gradient, LARGEST_FACTOR);
        clear(dx);
        chosen = workingSet.columns();
        number = workingSet.size();
        int order = number + (intercept ? 1 : 0);
        boolean fits = number <= LARGEST_FACTOR;
        if (!fits && !distrusted && cutOff(term, e, x, gradient, interceptGradient, modulus, accuracy)) {
            return true;
        }
        if (!fits) {
            workingSet.chooseWorst(term, columns, count, x, gradient, LARGEST_FACTOR);
            clear(dx);
            number = workingSet.size();
            order = number + (intercept ? 1 : 0);
        }
        matrix(order, e, gradient, interceptGradient, modulus);
        dc = term.model.minimise(order, number, chosen, factor, right, x, dx, accuracy);
        return true;
    }

    /** Says that the last direction did not lower the objective: not to be tried in the same way again. */
    void distrust() {
        distrusted = true;
    }

    /** The direction without kinks and bounds, cut off at them: false where the model says that it leads up. */
    private boolean cutOff(
            SeparableTerm term,
            double[] e,
            double[] x,
            double[] gradient,
            double interceptGradient,
            double modulus,
            double accuracy) {
        for (int p = 0; p < number; p++) {
            int j = chosen[p];
            gradient[j] += term.l1 * direction(x[j], gradient[j]);
        }
        conjugateGradients(e, gradient, interceptGradient, modulus, accuracy);
        for (int p = 0; p < number; p++) {
            int j = chosen[p];
            double sign = direction(x[j], gradient[j]);
            gradient[j] -= term.l1 * sign;
            double to = x[j] + dx[j];
            // do not cross 0 where h has its kink, nor the bounds
            to = term.l1 > 0 && to * sign < 0 ? 0 : to;
            dx[j] = Math.min(Math.max(to, term.low), term.high) - x[j];
        }
        return term.decrease(x, gradient, dx) - (intercept ? interceptGradient * dc : 0) > 0;
    }

    /** The side of 0 on which x is, or to which the slope draws it. */
    private static double direction(double x, double slope) {
        return x != 0 ? Math.signum(x) : -Math.signum(slope);
    }

    /** factor = D + A'EA over the chosen columns and the intercept, right = -gradient. */
    private void matrix(int order, double[] e, double[] gradient, double interceptGradient, double modulus) {
        if (factor.length < order * order) {
            factor = new double[order * order];
        }
        Symmetric.clear(order, factor);
        columnGram.add(batch, m, e, chosen, number, factor);
        double trace = 0;
        for (int p = 0; p < number; p++) {
            trace += factor[p * order + p];
        }
        curvature = trace / Math.max(1, number);
        squares.addTo(chosen, number, order, factor);
        for (int p = 0; p < number; p++) {
            right[p] = -gradient[chosen[p]];
        }
        if (intercept) {
            factor[number * order + number] += modulus;
            right[number] = -interceptGradient;
        }
    }

    /** Cost: m order^2 / 2 multiply-adds (less when sparse) and order^3 / 6. */
    private boolean onColumns(int order, double[] e, double[] gradient, double interceptGradient, double modulus) {
        matrix(order, e, gradient, interceptGradient, modulus);
        if (!Symmetric.cholesky(order, factor)) {
            return false;
        }
        Symmetric.solve(order, factor, right);
        for (int k = 0; k < count; k++) {
            dx[columns[k]] = right[k];
        }
        dc = intercept ? right[count] : 0;
        return true;
    }

    /** Cost: two passes over the batch an iteration. */
    private void conjugateGradients(
            double[] e, double[] gradient, double interceptGradient, double modulus, double accuracy) {
        int order = number + 1;
        if (residual.length < order) {
            residual = new double[order];
            direction = new double[order];
            product = new double[order];
            diagonal = new double[order];
        }
        diagonal(e, modulus);
        for (int k = 0; k < number; k++) {
            residual[k] = -gradient[chosen[k]];
        }
        residual[number] = intercept ? -interceptGradient : 0;
        Arrays.fill(right, 0, order, 0);
        double rho = 0;
        double first = 0;
        for (int iteration = 0; iteration < 10 * order; iteration++) {
            double newRho = 0;
            for (int p = 0; p < order; p++) {
                newRho += residual[p] * residual[p] / diagonal[p];
            }
            if (iteration == 0) {
                first = newRho;
            }
            if (!(newRho > accuracy * accuracy * first) || Double.isInfinite(newRho)) {
                break;
            }
            double beta = iteration == 0 ? 0 : newRho / rho;
            rho = newRho;
            for (int p = 0; p < order; p++) {
                direction[p] = residual[p] / diagonal[p] + beta * direction[p];
            }
            multiply(e, modulus);
            double curvature = 0;
            for (int p = 0; p < order; p++) {
                curvature += direction[p] * product[p];
            }
            double t = rho / curvature;
            for (int p = 0; p < order; p++) {
                right[p] += t * direction[p];
                residual[p] -= t * product[p];
            }
        }
        for (int k = 0; k < number; k++) {
            dx[chosen[k]] = right[k];
        }
        dc = intercept ? right[number] : 0;
    }

    /** product = (D + A'EA) direction. */
    private void multiply(double[] e, double modulus) {
        for (int k = 0; k < number; k++) {
            dx[chosen[k]] = direction[k];
        }
        rows.multiply(batch, m, dx, margins);
        double shift = direction[number];
        double sum = 0;
        for (int k = 0; k < m; k++) {
            margins[k] = e[k] * (margins[k] + shift);
            sum += margins[k];
        }
        rows.addTransposed(batch, m, margins, scratch);
        squares.addTimes(dx, scratch);
        for (int k = 0; k < number; k++) {
            product[k] = scratch[chosen[k]];
        }
        product[number] = intercept ? sum + modulus * shift : shift;
        clear(scratch);
    }

    private void diagonal(double[] e, double modulus) {
        columnGram.addDiagonal(batch, m, e, scratch);
        squares.addDiagonal(scratch);
        for (int k = 0; k < number; k++) {
            diagonal[k] = scratch[chosen[k]];
        }
        clear(scratch);
        double sum = 0;
        for (int k = 0; k < m; k++) {
            sum += e[k];
        }
        diagonal[number] = intercept ? sum + modulus : 1;
    }

    private void clear(double[] a) {
        if (rows instanceof DenseRows || count == a.length) {
            Arrays.fill(a, 0);
        } else {
            for (int k = 0; k < count; k++) {
                a[columns[k]] = 0;
            }
        }
    }
}
