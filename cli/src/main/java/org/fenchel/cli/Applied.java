package org.fenchel.cli;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.encode.Prepared;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.RowsEncoding;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A model on the rows of a file.
 *
 * @param encoded the features, with the rows they come from
 * @param margins of these rows with the offset column but without the exposure, which is a matter of counts and not of rates
 */
record Applied(Encoded encoded, double[] margins) {
    /**
     * Computes the margins.
     *
     * @param needed further columns in which a row must have a value
     * @throws InvalidInput if the data does not fit the model
     */
    static Applied of(TrainedModel model, Examples examples, List<String> needed) {
        try {
            if (examples instanceof Examples.Tabular tabular) {
                return ofTable(model, tabular.table(), needed);
            }
            Encoded encoded = rowsEncoding(model)
                    .encode(((Examples.Sparse) examples).raw().rows());
            return new Applied(encoded, margins(model, encoded, null));
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private static Applied ofTable(TrainedModel model, Table table, List<String> needed) {
        if (!(model.encoding() instanceof TableEncoding encoding)) {
            throw InvalidInput.of(
                    "the model was fitted on LIBSVM data with numbered features, not on a table with columns",
                    "give LIBSVM data");
        }
        Roles roles =
                new Roles(encoding.roles().target()).withOffset(encoding.roles().offset());
        List<String> columns = new ArrayList<>(needed);
        if (roles.offset() != null) {
            columns.add(roles.offset());
        }
        Encoded encoded = encoding.encode(table, columns);
        return new Applied(encoded, margins(model, encoded, Prepared.offsets(table, roles, encoded.keptRows())));
    }

    private static RowsEncoding rowsEncoding(TrainedModel model) {
        if (model.encoding() instanceof RowsEncoding encoding) {
            return encoding;
        }
        throw InvalidInput.of(
                "the model was fitted on a table with named columns, not on LIBSVM data",
                "give a table with those columns");
    }

    private static double[] margins(TrainedModel model, Encoded encoded, double @Nullable [] offsets) {
        double[] weights = model.linear().weights();
        double[] margins = new double[encoded.rows().n()];
        for (int k = 0; k < margins.length; k++) {
            margins[k] =
                    encoded.rows().dot(k, weights) + model.linear().intercept() + (offsets == null ? 0 : offsets[k]);
        }
        return margins;
    }
}
