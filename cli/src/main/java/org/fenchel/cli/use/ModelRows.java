package org.fenchel.cli.use;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.data.Examples;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.Prepared;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.RowsEncoding;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file encoded for a model that was fitted before.
 *
 * @param encoded the features, with the rows they come from
 * @param offsets what the offset column adds to the margin of each of them, or null where there is none; an exposure, which is
 *     a matter of counts and not of rates, is not in it
 */
public record ModelRows(Encoded encoded, double @Nullable [] offsets) {
    /**
     * Encodes rows.
     *
     * @param needed further columns in which a row must have a value
     * @throws InvalidInput if the data does not fit the model
     */
    public static ModelRows of(Encoding encoding, Examples examples, List<String> needed) {
        try {
            if (examples instanceof Examples.Tabular tabular) {
                return ofTable(encoding, tabular.table(), needed);
            }
            return ofNumbers(encoding, (Examples.Numbered) examples);
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private static ModelRows ofNumbers(Encoding fitted, Examples.Numbered examples) {
        if (!(fitted instanceof RowsEncoding encoding)) {
            throw InvalidInput.of(
                    "the model was fitted on a table with named columns, not on " + examples.form(),
                    "give a table with those columns");
        }
        if (examples instanceof Examples.Pictured pictures && pictures.raw().d() != encoding.d()) {
            throw InvalidInput.of(
                    "the pictures have " + pictures.size() + " pixels where the model has "
                            + Numbers.count(encoding.d(), "feature"),
                    "give pictures of the size that the model was fitted on");
        }
        return new ModelRows(encoding.encode(examples.raw().rows()), null);
    }

    private static ModelRows ofTable(Encoding fitted, Table table, List<String> needed) {
        if (!(fitted instanceof TableEncoding encoding)) {
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
        return new ModelRows(encoded, Prepared.offsets(table, roles, encoded.keptRows()));
    }
}
