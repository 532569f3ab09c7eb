package org.fenchel.solver.proximal;

import java.util.Arrays;
import org.fenchel.data.ColumnGram;
import org.fenchel.data.DenseRows;
import org.fenchel.data.Rows;
import org.fenchel.kernel.Symmetric;

/**
 * The linear system of a semismooth Newton step in margins: finds du with
 *
 * <pre>du = A dx + dc - G,   ((eta J)^-1 + A'EA) dx = A'E G  over the active columns (and the intercept)</pre>
 *
 * by one of three ways, by size: Cholesky on the side of the rows (order m, matrix I + E^1/2 A (eta J) A' E^1/2 with
 * eigenvalues of at least 1), Cholesky on the side of the columns, or, when both are large, conjugate gradients with a diagonal
 * preconditioner that never form a matrix.
 */
final class NewtonSystem {
    /** Orders above this go to conjugate gradients: a factor of this order takes 32 MB and about a second. */
    private static final int LARGEST_FACTOR = 2000;

    private final Rows rows;
    private final boolean intercept;
    private final PenaltyStep penalty;
    private final ColumnGram columnGram;

    private int[] batch = new int[0];
    private int m;
    private int[] columns = new int[0];
    private int count;
    private boolean kernelFresh;
    private long kernelVersion;
    private double kernelEta;
    private double etaOfIntercept;

    private double[] kernel = new double[0];
    private double[] factor = new double[0];
    private double[] right = new double[0];
    private final double[] dx;
    private final double[] scratch;
    private double[] cgResidual = new double[0];
    private double[] cgDirection = new double[0];
    private double[] cgProduct = new double[0];
    private double[] cgDiagonal = new double[0];
    private double[] margins = new double[0];

    NewtonSystem(Rows rows, boolean intercept, PenaltyStep penalty) {
        this.rows = rows;
        this.intercept = intercept;
        this.penalty = penalty;
        columnGram = new ColumnGram(rows, intercept);
        dx = new double[rows.d()];
        scratch = new double[rows.d()];
    }

    /** The batch whose systems follow. */
    void choose(int[] newBatch, int size, int[] newColumns, int columnCount) {
        batch = newBatch;
        m = size;
        columns = newColumns;
        count = columnCount;
        kernelFresh = false;
        if (margins.length < m) {
            margins = new double[m];
        }
    }

    /**
     * Solves for the direction.
     *
     * @param e weights times curvatures, length m, not negative
     * @param g residual G, length m
     * @param interceptEta step of the intercept
     * @param accuracy the largest relative residual, which says how well an iterative method must solve
     * @param du receives the direction, length m
     * @return false when the matrix is not finite
     */
    boolean direction(double eta, double interceptEta, double[] e, double[] g, double accuracy, double[] du) {
        int order = penalty.activeCount() + (intercept ? 1 : 0);
        etaOfIntercept = interceptEta;
        if (Math.min(m, order) > LARGEST_FACTOR) {
            return conjugateGradients(eta, e, g, accuracy, du);
        }
        // the kernel matrix of the rows costs m^2 / 2 row products, once where J stays; that of the columns m order^2 / 2
        return m <= order ? onRows(eta, e, g, du) : onColumns(eta, order, e, g, du);
    }

    private boolean onRows(double eta, double[] e, double[] g, double[] du) {
        if (kernel.length < m * m) {
            kernel = new double[m * m];
            factor = new double[m * m];
        }
        if (right.length < m) {
            right = new double[m];
        }
        if (!kernelFresh || kernelVersion != penalty.version() || kernelEta != eta) {
            rowKernel(eta);
            kernelFresh = true;
            kernelVersion = penalty.version();
            kernelEta = eta;
        }
        for (int k = 0; k < m; k++) {
            double root = Math.sqrt(e[k]);
            for (int l = 0; l <= k; l++) {
                factor[k * m + l] = root * kernel[k * m + l] * Math.sqrt(e[l]);
            }
            factor[k * m + k] += 1;
            right[k] = -root * g[k];
        }
        if (!Symmetric.cholesky(m, factor)) {
            return false;
        }
        Symmetric.solve(m, factor, right);
        for (int k = 0; k < m; k++) {
            right[k] *= Math.sqrt(e[k]);
        }
        for (int k = 0; k < m; k++) {
            double sum = g[k];
            for (int l = 0; l <= k; l++) {
                sum += kernel[k * m + l] * right[l];
            }
            for (int l = k + 1; l < m; l++) {
                sum += kernel[l * m + k] * right[l];
            }
            du[k] = -sum;
        }
        return true;
    }

    /** kernel = A (eta J) A' (+ eta with an intercept), lower triangle. */
    private void rowKernel(double eta) {
        double ones = intercept ? etaOfIntercept : 0;
        for (int k = 0; k < m; k++) {
            // dx = (eta J) a_k on the batch's columns, all others 0
            rows.axpy(1, batch[k], scratch);
            penalty.times(scratch, dx);
            for (int l = 0; l <= k; l++) {
                kernel[k * m + l] = rows.dot(batch[l], dx) + ones;
            }
            clearScratch();
            clearDx();
        }
    }

    private boolean onColumns(double eta, int order, double[] e, double[] g, double[] du) {
        if (factor.length < order * order) {
            factor = new double[order * order];
        }
        if (right.length < order) {
            right = new double[order];
        }
        Symmetric.clear(order, factor);
        columnGram.add(batch, m, e, penalty.active(), penalty.activeCount(), factor);
        penalty.addInverse(order, factor);
        int active = penalty.activeCount();
        if (intercept) {
            factor[active * order + active] += 1 / etaOfIntercept;
        }
        double constant = rightSide(e, g);
        for (int p = 0; p < active; p++) {
            right[p] = scratch[penalty.active()[p]];
        }
        if (intercept) {
            right[active] = constant;
        }
        clearScratch();
        if (!Symmetric.cholesky(order, factor)) {
            return false;
        }
        Symmetric.solve(order, factor, right);
        for (int p = 0; p < active; p++) {
            dx[penalty.active()[p]] = right[p];
        }
        finish(intercept ? right[active] : 0, g, du);
        return true;
    }

    /** scratch = A'E G on the batch's columns; returns the entry of the intercept. */
    private double rightSide(double[] e, double[] g) {
        double constant = 0;
        for (int k = 0; k < m; k++) {
            margins[k] = e[k] * g[k];
            constant += margins[k];
        }
        rows.addTransposed(batch, m, margins, scratch);
        return constant;
    }

    /** du = A dx + dc - G; leaves dx clear for the next time. */
    private void finish(double dc, double[] g, double[] du) {
        rows.multiply(batch, m, dx, du);
        for (int k = 0; k < m; k++) {
            du[k] += dc - g[k];
        }
        clearDx();
    }

    private boolean conjugateGradients(double eta, double[] e, double[] g, double accuracy, double[] du) {
        int active = penalty.activeCount();
        int order = active + 1;
        if (cgResidual.length < order) {
            cgResidual = new double[order];
            cgDirection = new double[order];
            cgProduct = new double[order];
            cgDiagonal = new double[order];
        }
        diagonal(eta, e);
        double constant = rightSide(e, g);
        gather(scratch, cgResidual);
        clearScratch();
        cgResidual[active] = intercept ? constant : 0;
        double[] solution = right.length < order ? (right = new double[order]) : right;
        Arrays.fill(solution, 0, order, 0);
        double rho = 0;
        double first = 0;
        double tolerance = Math.max(1e-13, Math.min(1e-2, 0.1 * accuracy));
        for (int iteration = 0; iteration < 10 * order; iteration++) {
            double newRho = 0;
            for (int p = 0; p < order; p++) {
                newRho += cgResidual[p] * cgResidual[p] / cgDiagonal[p];
            }
            if (!(newRho > 0) || Double.isInfinite(newRho)) {
                break;
            }
            if (iteration == 0) {
                first = newRho;
            } else if (newRho <= tolerance * tolerance * first) {
                break;
            }
            double beta = iteration == 0 ? 0 : newRho / rho;
            rho = newRho;
            for (int p = 0; p < order; p++) {
                cgDirection[p] = cgResidual[p] / cgDiagonal[p] + beta * cgDirection[p];
            }
            multiply(eta, e);
            double curvature = 0;
            for (int p = 0; p < order; p++) {
                curvature += cgDirection[p] * cgProduct[p];
            }
            double t = rho / curvature;
            for (int p = 0; p < order; p++) {
                solution[p] += t * cgDirection[p];
                cgResidual[p] -= t * cgProduct[p];
            }
        }
        scatter(solution, dx);
        finish(solution[active], g, du);
        return true;
    }

    /** product = ((eta J)^-1 + A'EA) direction. */
    private void multiply(double eta, double[] e) {
        int active = penalty.activeCount();
        scatter(cgDirection, dx);
        rows.multiply(batch, m, dx, margins);
        double shift = cgDirection[active];
        double constant = 0;
        for (int k = 0; k < m; k++) {
            margins[k] = e[k] * (margins[k] + shift);
            constant += margins[k];
        }
        rows.addTransposed(batch, m, margins, scratch);
        penalty.addInverseTimes(dx, scratch);
        gather(scratch, cgProduct);
        cgProduct[active] = intercept ? constant + shift / etaOfIntercept : shift;
        clearScratch();
        clearDx();
    }

    /** The diagonal of the system's matrix. */
    private void diagonal(double eta, double[] e) {
        int active = penalty.activeCount();
        double sum = 0;
        Arrays.fill(cgDiagonal, 0, active, 0);
        columnGram.addDiagonal(batch, m, e, scratch);
        gather(scratch, cgDiagonal);
        clearScratch();
        for (int p = 0; p < active; p++) {
            dx[penalty.active()[p]] = 1;
        }
        penalty.addInverseTimes(dx, scratch);
        for (int p = 0; p < active; p++) {
            cgDiagonal[p] += scratch[penalty.active()[p]];
        }
        clearScratch();
        clearDx();
        for (int k = 0; k < m; k++) {
            sum += e[k];
        }
        cgDiagonal[active] = intercept ? sum + 1 / etaOfIntercept : 1;
    }

    private void gather(double[] from, double[] to) {
        int[] active = penalty.active();
        for (int p = 0; p < penalty.activeCount(); p++) {
            to[p] = from[active[p]];
        }
    }

    private void scatter(double[] from, double[] to) {
        int[] active = penalty.active();
        for (int p = 0; p < penalty.activeCount(); p++) {
            to[active[p]] = from[p];
        }
    }

    private void clearScratch() {
        clear(scratch);
    }

    private void clearDx() {
        clear(dx);
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
