package org.fenchel.solver.stochastic;

/** How the step size of SVRG goes on from the first. */
public enum SvrgSteps {
    /** Found anew at each full gradient, from how the gradient has changed along the last way (Barzilai and Borwein). */
    BARZILAI_BORWEIN,
    /** Always the same. */
    CONSTANT
}
