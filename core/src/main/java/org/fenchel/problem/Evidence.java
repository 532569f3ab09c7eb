package org.fenchel.problem;

import org.jspecify.annotations.Nullable;

/**
 * Weights to be certified, with what a method knows already: each thing known saves a {@link Certifier} a pass over the data, or
 * gives it a better bound. Holds the arrays given, and copies none.
 *
 * @param weights length d
 * @param intercept the point's own; the search for the exact one starts from it
 * @param margins of all rows at these weights and this intercept, offsets included, length n
 * @param lossGradient the gradient of the mean loss in the weights at these margins, length d
 * @param duals of the method, length n
 * @param onlyDuals whether the duals are known to be better than the losses' derivatives, which are then not tried
 */
public record Evidence(
        double[] weights,
        double intercept,
        double @Nullable [] margins,
        double @Nullable [] lossGradient,
        double @Nullable [] duals,
        boolean onlyDuals) {
    /** A point and no more. */
    public static Evidence of(double[] weights, double intercept) {
        return new Evidence(weights, intercept, null, null, null, false);
    }

    /** The same with margins. */
    public Evidence withMargins(double[] known) {
        return new Evidence(weights, intercept, known, lossGradient, duals, onlyDuals);
    }

    /** The same with the gradient at the margins. */
    public Evidence withLossGradient(double[] known) {
        return new Evidence(weights, intercept, margins, known, duals, onlyDuals);
    }

    /** The same with duals beside the losses' derivatives; null for none. */
    public Evidence withDuals(double @Nullable [] known) {
        return new Evidence(weights, intercept, margins, lossGradient, known, false);
    }

    /** The same with duals in place of the losses' derivatives. */
    public Evidence withDualsAlone(double[] known) {
        return new Evidence(weights, intercept, margins, lossGradient, known, true);
    }
}
