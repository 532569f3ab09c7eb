package org.fenchel.io.model;

import java.util.Arrays;
import java.util.List;
import org.fenchel.io.encode.Unseen;

/**
 * What a model of several classes says of all rows of a file.
 *
 * @param n number of rows of the file
 * @param keptRows the rows that were predicted, ascending; all of them unless rows with a missing cell are left out. Read only
 * @param probabilities shape (kept rows, K), those of a row adding up to 1. Read only
 * @param filled number of missing cells filled in
 * @param unseen what the model had not seen in training
 * @param classes their labels, length K
 */
public record ClassPredictions(
        int n, int[] keptRows, double[] probabilities, long filled, Unseen unseen, List<String> classes) {
    /** The most probable class of row {@code i} of the file in the data's own words; empty for a row left out. */
    public String label(int i) {
        double[] row = probabilities(i);
        int best = 0;
        for (int k = 1; k < row.length; k++) {
            best = row[k] > row[best] ? k : best;
        }
        return row.length == 0 ? "" : classes.get(best);
    }

    /** The probability of each class for row {@code i} of the file, length K, copied; length 0 for a row left out. */
    public double[] probabilities(int i) {
        int kept = Arrays.binarySearch(keptRows, i);
        return kept < 0
                ? new double[0]
                : Arrays.copyOfRange(probabilities, kept * classes.size(), (kept + 1) * classes.size());
    }
}
