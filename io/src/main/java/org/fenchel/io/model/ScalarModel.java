package org.fenchel.io.model;

import org.fenchel.data.Rows;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TargetEncoding;
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
}
