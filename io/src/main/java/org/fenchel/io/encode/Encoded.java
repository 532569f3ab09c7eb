package org.fenchel.io.encode;

import org.fenchel.data.Rows;

/**
 * Rows of features, ready for a solver or a model.
 *
 * @param rows shape (kept rows, features)
 * @param keptRows which rows of the input these are, ascending, length {@code rows.n()}; all of them unless rows with a missing
 *     cell are dropped. Read only
 * @param filled how many missing cells were filled in
 * @param unseen what the training data did not hold
 */
public record Encoded(Rows rows, int[] keptRows, long filled, Unseen unseen) {}
