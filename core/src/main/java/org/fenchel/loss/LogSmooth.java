package org.fenchel.loss;

/**
 * A loss whose decreasing part f(z) = l(z, y) - dualHigh(y) z is L-log smooth: |f'(a) - f'(b)| ≤ f'(a) f'(b) |a - b| / L on its open
 * domain, for which -L log is the worst case. Such a derivative is not Lipschitz, and yet dual coordinate ascent converges
 * linearly. M. Bompaire, E. Bacry, S. Gaïffas, "Dual optimization for convex constrained objectives without the
 * gradient-Lipschitz assumption", arXiv 1807.03545 (2018), definition 1.
 */
public interface LogSmooth extends Loss {
    /** L of target y; 0 where the loss is linear. */
    double logSmoothness(double y);
}
