package org.fenchel.problem.pointprocess;

import org.fenchel.data.DenseRows;

/**
 * The features of the events of one node, or of every so many of them, row after row.
 *
 * @param n rows
 * @param d columns
 * @param values row-major, shape (n + 1, d); the last row is not an event's, see {@link PointProcessFit#linear}
 */
public record NodeRows(int n, int d, double[] values) {
    /** All n + 1 rows; shares the values. */
    DenseRows withLast() {
        return DenseRows.wrap(n + 1, d, values);
    }
}
