package org.fenchel.cli;

import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.model.TrainedLinear;

/**
 * A linear model on the rows of a file.
 *
 * @param encoded the features, with the rows they come from
 * @param margins of these rows with the offset column but without the exposure, which is a matter of counts and not of rates
 */
record LinearApplied(Encoded encoded, double[] margins) {
    /**
     * Computes the margins.
     *
     * @param needed further columns in which a row must have a value
     * @throws InvalidInput if the data does not fit the model
     */
    static LinearApplied of(TrainedLinear model, Examples examples, List<String> needed) {
        ModelRows applied = ModelRows.of(model.encoding(), examples, needed);
        double[] offsets = applied.offsets();
        double[] weights = model.linear().weights();
        Rows rows = applied.encoded().rows();
        double[] margins = new double[rows.n()];
        for (int k = 0; k < margins.length; k++) {
            margins[k] = rows.dot(k, weights) + model.linear().intercept() + (offsets == null ? 0 : offsets[k]);
        }
        return new LinearApplied(applied.encoded(), margins);
    }
}
