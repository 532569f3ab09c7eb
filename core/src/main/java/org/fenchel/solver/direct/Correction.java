package org.fenchel.solver.direct;

/** A way to the minimiser of {@code ||r - S^1/2 A c||^2 + l2 ||b + c||^2} over corrections c of b, that of least norm without l2. */
interface Correction {
    /**
     * Solves up to rounding.
     *
     * @param r residual at b, length n
     * @param b the weights, at least d entries
     * @param out receives c, length d
     */
    void solve(double[] r, double[] b, double[] out);

    /** Whether the last solve is known to be as good as rounding allows, so that there is nothing to refine. */
    boolean exact();
}
