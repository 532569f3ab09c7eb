package org.fenchel.io.model;

import java.util.Arrays;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.encode.Unseen;
import org.jspecify.annotations.Nullable;

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
    /**
     * The predictions of a model for encoded rows.
     *
     * @param n rows of the input
     * @param encoded those of them that are predicted
     * @param offsets added to their margins, or null
     */
    static Predictions of(ScalarModel model, int n, Encoded encoded, double @Nullable [] offsets) {
        int[] kept = encoded.keptRows();
        double[] scores = model.margins(encoded.rows());
        double[] margins = new double[n];
        double[] responses = new double[n];
        if (kept.length < n) {
            Arrays.fill(margins, Double.NaN);
            Arrays.fill(responses, Double.NaN);
        }
        for (int k = 0; k < kept.length; k++) {
            margins[kept[k]] = scores[k] + (offsets == null ? 0 : offsets[k]);
            responses[kept[k]] = model.loss().response(margins[kept[k]]);
        }
        return new Predictions(margins, responses, n - kept.length, encoded.filled(), encoded.unseen(), model.target());
    }

    /** Number of rows. */
    public int n() {
        return margins.length;
    }

    /** The class of row {@code i} in the data's own words, or the response as text; empty for a row left out. */
    public String label(int i) {
        return Double.isNaN(margins[i]) ? "" : target.decode(margins[i], responses[i]);
    }
}
