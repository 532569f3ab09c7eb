package org.fenchel.problem.lowrank;

import org.fenchel.data.ObservedEntries;

/**
 * What an entry of a matrix owes to its row and its column alone, mean + rows[i] + columns[j]: the generosity of users and the quality of
 * items.
 *
 * @param mean of all entries
 * @param rows length m
 * @param columns length n
 */
public record Biases(double mean, double[] rows, double[] columns) {
    /** So many entries of value 0 are imagined in each row and column: those with few entries are believed less. */
    private static final double DAMPING = 5;

    private static final int SWEEPS = 20;

    /** No biases. */
    public static Biases none(int m, int n) {
        return new Biases(0, new double[m], new double[n]);
    }

    /** Damped means of columns and rows, one after the other until they hardly change. Cost: 20 passes over the entries. */
    public static Biases of(ObservedEntries entries) {
        double[] value = entries.value();
        double sum = 0;
        for (double each : value) {
            sum += each;
        }
        double mean = sum / value.length;
        double[] rows = new double[entries.m()];
        double[] columns = new double[entries.n()];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            int[] start = entries.columnStart();
            for (int j = 0; j < columns.length; j++) {
                double rest = 0;
                for (int at = start[j]; at < start[j + 1]; at++) {
                    rest += value[entries.position()[at]] - mean - rows[entries.row()[at]];
                }
                columns[j] = rest / (DAMPING + start[j + 1] - start[j]);
            }
            start = entries.rowStart();
            for (int i = 0; i < rows.length; i++) {
                double rest = 0;
                for (int e = start[i]; e < start[i + 1]; e++) {
                    rest += value[e] - mean - columns[entries.column()[e]];
                }
                rows[i] = rest / (DAMPING + start[i + 1] - start[i]);
            }
        }
        return new Biases(mean, rows, columns);
    }

    /**
     * The bias of an entry.
     *
     * @param i its row, -1 for one that is not known
     * @param j its column, -1 for one that is not known
     */
    public double at(int i, int j) {
        return mean + (i < 0 ? 0 : rows[i]) + (j < 0 ? 0 : columns[j]);
    }

    /** The same entries without their biases. */
    public ObservedEntries removed(ObservedEntries entries) {
        double[] rest = entries.value().clone();
        int[] start = entries.rowStart();
        for (int i = 0; i < entries.m(); i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                rest[e] -= at(i, entries.column()[e]);
            }
        }
        return entries.withValues(rest);
    }
}
