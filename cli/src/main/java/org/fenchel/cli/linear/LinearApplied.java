package org.fenchel.cli.linear;

import java.util.List;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.use.ModelRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.model.ScalarModel;

/**
 * A model of one margin on the rows of a file.
 *
 * @param encoded the features, with the rows they come from
 * @param margins of these rows with the offset column but without the exposure, which is a matter of counts and not of rates
 */
public record LinearApplied(Encoded encoded, double[] margins) {
    /**
     * Computes the margins.
     *
     * @param needed further columns in which a row must have a value
     * @throws InvalidInput if the data does not fit the model
     */
    public static LinearApplied of(ScalarModel model, Examples examples, List<String> needed) {
        ModelRows applied = ModelRows.of(model.encoding(), examples, needed);
        double[] offsets = applied.offsets();
        double[] margins = model.margins(applied.encoded().rows());
        for (int k = 0; offsets != null && k < margins.length; k++) {
            margins[k] += offsets[k];
        }
        return new LinearApplied(applied.encoded(), margins);
    }
}
