package org.fenchel.io.model;

import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.RowsEncoding;
import org.fenchel.io.encode.TableEncoding;

/** Which data a model takes: that of the kind it was fitted on. */
final class Inputs {
    private Inputs() {}

    /**
     * The encoding of tables.
     *
     * @throws InvalidInput if the model was fitted on rows of numbers
     */
    static TableEncoding table(Encoding encoding) {
        if (encoding instanceof TableEncoding table) {
            return table;
        }
        throw InvalidInput.of(
                "the model was fitted on " + encoding.d() + " numbered features, not on a table", "give LIBSVM data");
    }

    /**
     * The encoding of rows of numbers.
     *
     * @throws InvalidInput if the model was fitted on a table
     */
    static RowsEncoding rows(Encoding encoding) {
        if (encoding instanceof RowsEncoding rows) {
            return rows;
        }
        throw InvalidInput.of("the model was fitted on a table with named columns", "give a table with those columns");
    }
}
