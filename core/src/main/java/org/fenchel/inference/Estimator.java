package org.fenchel.inference;

/** What the covariance of the weights is estimated by. */
public enum Estimator {
    /** The inverse information: right where the model is, that is the loss is minus the log-likelihood of the targets. */
    MODEL,

    /**
     * The sandwich: the inverse information on both sides of the rows' squared gradients, times n / (n - p). Right for any smooth
     * loss, whatever the spread of the targets, in many rows. P. Huber (1967); H. White, Econometrica 48 (1980); its correction for
     * n is HC1 of J. MacKinnon and H. White (1985).
     */
    ROBUST
}
