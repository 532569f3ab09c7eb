package org.fenchel.io.model;

import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.encode.Unseen;

/**
 * What a model says of all rows of a file.
 *
 * @param margins {@code x'w + b} with the offset, one for each row, NaN for rows left out because a cell is missing. Read only
 * @param responses likewise: the mean for numbers and counts, the probability of the positive class for logistic. Read only
 * @param dropped number of rows left out
 * @param filled number of missing cells filled in
 * @param unseen what the model had not seen in training
 * @param target how labels are written
 */
public record Predictions(
        double[] margins, double[] responses, int dropped, long filled, Unseen unseen, TargetEncoding target) {
    /** Number of rows. */
    public int n() {
        return margins.length;
    }

    /** The class of row {@code i} in the data's own words, or the response as text; empty for a row left out. */
    public String label(int i) {
        return Double.isNaN(margins[i]) ? "" : target.decode(margins[i], responses[i]);
    }
}
