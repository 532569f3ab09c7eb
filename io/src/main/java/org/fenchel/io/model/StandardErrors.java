package org.fenchel.io.model;

import java.util.Locale;
import org.fenchel.inference.Coefficient;
import org.fenchel.inference.Covariance;
import org.fenchel.inference.Estimator;
import org.fenchel.io.encode.Encoding;

/**
 * How sure the weights of a linear model are, in the data's own units.
 *
 * @param estimator what they were estimated by
 * @param degrees of freedom of the t distribution, infinite for the normal one
 * @param weights the standard error of each, length d
 * @param intercept its standard error; 0 where there is none
 */
public record StandardErrors(Estimator estimator, double degrees, double[] weights, double intercept) {
    /** Those of weights on encoded features, carried over to the data. */
    public static StandardErrors of(
            Covariance covariance, Encoding encoding, Estimator estimator, boolean hasIntercept) {
        int d = encoding.d();
        double[] weights = new double[d];
        double[] shifts = new double[d];
        for (int j = 0; j < d; j++) {
            weights[j] = covariance.weight(j).standardError() / encoding.divisor(j);
            shifts[j] = -encoding.shift(j) / encoding.divisor(j);
        }
        // Shifts of the features leave an intercept in the data's units even where the model has none.
        double intercept = covariance.combination(shifts, hasIntercept ? 1 : 0).standardError();
        return new StandardErrors(estimator, covariance.degrees(), weights, intercept);
    }

    /** A weight in the data's units, with its test and interval. */
    public Coefficient weight(int j, double estimate) {
        return Coefficient.of(estimate, weights[j], degrees);
    }

    /** The intercept in the data's units, with its test and interval. */
    public Coefficient intercept(double estimate) {
        return Coefficient.of(estimate, intercept, degrees);
    }

    /** The estimator's name, as on the command line. */
    public String estimatorName() {
        return estimator.name().toLowerCase(Locale.ROOT);
    }
}
