package org.fenchel.loss;

/** What a loss says about the distribution of its targets. */
public enum Likelihood {
    /** Nothing: it is not minus a log-likelihood. */
    NONE,

    /** It is minus the log-likelihood of a target, up to what does not depend on the margin. */
    KNOWN_DISPERSION,

    /** It is that times a dispersion, which the residuals tell: the variance of least squares. */
    ESTIMATED_DISPERSION
}
