package org.fenchel.solver.direct;

/** How a least squares problem is solved once. */
public enum Factorisation {
    /** Cholesky's up to an order of 3000, LSQR beyond. */
    AUTO,
    /** Cholesky's factor of the smaller of the two Gram matrices. */
    CHOLESKY,
    /** Conjugate gradients by bidiagonalisation, without a matrix. */
    LSQR,
    /** Singular values of the data themselves: slower by a factor of ten and more, and exact where columns are nearly dependent. */
    SVD
}
