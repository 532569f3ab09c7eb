package org.fenchel.solver.lowrank;

import org.fenchel.solver.mirror.VariationalInequality;

/**
 * A reformulation of a fit with a nuclear norm as a semi-structured variational inequality: what the block with the exact prox is, and how it
 * is tied to the matrix. Norms are those of omega = |x|^2 / (2 tx) plus the like of the other block.
 */
interface FitForm extends VariationalInequality<FitPoint, FitField> {
    /** tx. */
    double matrixWeight();

    /** Length of the exact block. */
    int exactLength();

    /** Where the exact block begins, for a matrix of these entries. */
    double[] start(double[] fitted);

    /**
     * The exact prox-mapping.
     *
     * @param field of the exact block
     */
    double[] map(double[] centre, double gamma, double[] field);

    /** V of the exact block. */
    double distance(double[] from, double[] to);

    /** {@code <field, exact>} and the composite part. */
    double product(double[] field, double[] exact);

    /** The dual vector of the fit that a point stands for. */
    double[] dual(FitPoint point);
}
