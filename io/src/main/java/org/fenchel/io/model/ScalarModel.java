package org.fenchel.io.model;

import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.Prepared;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Loss;

/** A model whose prediction for a row is one number, the margin, which its loss turns into a response. */
public interface ScalarModel extends TrainedModel {
    /** From the data to the features. */
    Encoding encoding();

    /** From the data to the targets, and back. */
    TargetEncoding target();

    /** The loss it was fitted with. */
    Loss loss();

    /** Margins of encoded rows, offsets left out, length n. */
    double[] margins(Rows encoded);

    /**
     * Predicts the rows of a table.
     *
     * @throws InvalidInput if the model was not fitted on a table, or the table does not fit it
     */
    default Predictions predict(Table table) {
        TableEncoding fitted = Inputs.table(encoding());
        Roles roles = fitted.roles();
        Encoded encoded = fitted.encode(table, Prepared.neededToPredict(roles));
        return Predictions.of(this, table.n(), encoded, Prepared.offsets(table, roles, encoded.keptRows()));
    }

    /**
     * Predicts rows of numbers.
     *
     * @throws InvalidInput if the model was fitted on a table, or the rows do not fit it
     */
    default Predictions predict(Rows raw) {
        return Predictions.of(this, raw.n(), Inputs.rows(encoding()).encode(raw), null);
    }

    /**
     * Predicts rows of LIBSVM data or arrays; targets and weights do not matter, offsets are added.
     *
     * @throws InvalidInput if the model was fitted on a table, or the rows do not fit it
     */
    default Predictions predict(Dataset raw) {
        return Predictions.of(this, raw.n(), Inputs.rows(encoding()).encode(raw.rows()), raw.offsets());
    }
}
