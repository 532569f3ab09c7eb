package org.fenchel.data;

import java.util.Arrays;

/**
 * Weighted Gram matrices of columns, {@code H += sum_k e_k a_k a_k'}, over some rows and some columns of a design matrix, with
 * a column of ones behind them where the model has an intercept. Holds the work space; not thread-safe.
 */
public final class ColumnGram {
    /** So few rows are added where the matrix is: a sum in between would cost as much as they do. */
    private static final int SMALL = 64;

    private final Rows rows;
    private final boolean ones;
    private final int[] position;
    private final double[] centre;
    private final GramParts parts = new GramParts();
    private int[] rowPositions = new int[0];
    private double[] rowValues = new double[0];

    /**
     * @param ones whether a column of ones stands behind the last one
     */
    public ColumnGram(Rows rows, boolean ones) {
        this(rows, ones, new double[0]);
    }

    private ColumnGram(Rows rows, boolean ones, double[] centre) {
        this.rows = rows;
        this.ones = ones;
        this.centre = centre;
        position = new int[rows.d()];
        Arrays.fill(position, -1);
    }

    /**
     * Gram matrices of dense rows less a centre, which is taken off before anything is multiplied: no digits are lost where
     * columns lie far from 0.
     *
     * @param centre length d
     */
    public static ColumnGram centred(DenseRows rows, double[] centre) {
        return new ColumnGram(rows, false, centre);
    }

    /**
     * Adds the Gram matrix to the lower triangle of h, whose order is {@code count}, plus 1 with ones. The upper triangle may be
     * overwritten.
     *
     * <p>Cost: m order^2 / 2 multiply-adds when dense, half the sum of the squared row lengths when sparse.
     *
     * @param batch row numbers, the first m count
     * @param e weights of the rows, not negative, length m
     * @param columns ascending column numbers, the first {@code count} count
     */
    public void add(int[] batch, int m, double[] e, int[] columns, int count, double[] h) {
        int order = count + (ones ? 1 : 0);
        if (rows instanceof DenseRows dense) {
            addDense(dense, batch, m, e, columns, count, order, h);
            return;
        }
        for (int p = 0; p < count; p++) {
            position[columns[p]] = p;
        }
        if (rowPositions.length < order) {
            rowPositions = new int[order];
            rowValues = new double[order];
        }
        if (rows instanceof SparseRows sparse) {
            addSparse(sparse, batch, m, e, count, order, h);
        } else {
            addIndicators((IndicatorRows) rows, batch, m, e, count, order, h);
        }
        for (int p = 0; p < count; p++) {
            position[columns[p]] = -1;
        }
    }

    /**
     * {@code diagonal += sum_k e_k a_k .* a_k}, without the column of ones. Cost: the stored entries of the rows.
     *
     * @param diagonal length d
     */
    public void addDiagonal(int[] batch, int m, double[] e, double[] diagonal) {
        if (rows instanceof DenseRows dense) {
            double[] values = dense.values();
            int d = dense.d();
            for (int k = 0; k < m; k++) {
                int from = batch[k] * d;
                for (int j = 0; j < d; j++) {
                    diagonal[j] += e[k] * values[from + j] * values[from + j];
                }
            }
        } else if (rows instanceof SparseRows sparse) {
            for (int k = 0; k < m; k++) {
                for (int t = sparse.starts()[batch[k]], end = sparse.starts()[batch[k] + 1]; t < end; t++) {
                    double value = sparse.values()[t];
                    diagonal[sparse.columns()[t]] += e[k] * value * value;
                }
            }
        } else {
            rows.addTransposed(batch, m, e, diagonal);
        }
    }

    private void addDense(
            DenseRows dense, int[] batch, int m, double[] e, int[] columns, int count, int order, double[] h) {
        if (m < SMALL) {
            DenseGramPart part = parts.part(0);
            part.into(h, order);
            part.add(dense, batch, 0, m, e, centre, columns, count, ones);
            return;
        }
        parts.add(m, order, (part, from, to) -> part.add(dense, batch, from, to, e, centre, columns, count, ones), h);
    }

    private void addSparse(SparseRows sparse, int[] batch, int m, double[] e, int count, int order, double[] h) {
        int[] starts = sparse.starts();
        int[] entryColumns = sparse.columns();
        double[] entries = sparse.values();
        for (int k = 0; k < m; k++) {
            if (e[k] > 0) {
                int length = 0;
                for (int t = starts[batch[k]], end = starts[batch[k] + 1]; t < end; t++) {
                    int p = position[entryColumns[t]];
                    if (p >= 0) {
                        rowPositions[length] = p;
                        rowValues[length++] = entries[t];
                    }
                }
                if (ones) {
                    rowPositions[length] = count;
                    rowValues[length++] = 1;
                }
                for (int i = 0; i < length; i++) {
                    double scaled = e[k] * rowValues[i];
                    int row = rowPositions[i] * order;
                    for (int j = 0; j <= i; j++) {
                        h[row + rowPositions[j]] += scaled * rowValues[j];
                    }
                }
            }
        }
    }

    private void addIndicators(
            IndicatorRows indicators, int[] batch, int m, double[] e, int count, int order, double[] h) {
        int[] starts = indicators.starts();
        int[] entryColumns = indicators.columns();
        for (int k = 0; k < m; k++) {
            double weight = e[k];
            if (weight > 0) {
                int length = 0;
                for (int t = starts[batch[k]], end = starts[batch[k] + 1]; t < end; t++) {
                    int p = position[entryColumns[t]];
                    if (p >= 0) {
                        rowPositions[length++] = p;
                    }
                }
                if (ones) {
                    rowPositions[length++] = count;
                }
                for (int i = 0; i < length; i++) {
                    int row = rowPositions[i] * order;
                    for (int j = 0; j <= i; j++) {
                        h[row + rowPositions[j]] += weight;
                    }
                }
            }
        }
    }
}
