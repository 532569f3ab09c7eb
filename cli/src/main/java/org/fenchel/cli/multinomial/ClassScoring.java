package org.fenchel.cli.multinomial;

import org.fenchel.cli.data.Examples;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.metric.ClassScored;
import org.jspecify.annotations.Nullable;

/**
 * A model's probabilities of several classes beside the truth.
 *
 * @param scored probabilities, classes and weights
 * @param encoded what became of the features
 */
record ClassScoring(ClassScored scored, Encoded encoded) {
    /**
     * Scores data with targets.
     *
     * @param target the target's column, or null for the one the model was fitted on
     * @throws org.fenchel.data.InvalidInput if the data does not fit the model
     */
    static ClassScoring of(TrainedMultinomial model, Examples examples, @Nullable String target) {
        ClassHeld rows = ClassHeld.of(model.encoding(), model.target(), examples, target);
        return rows.score(model.linear().probabilities(rows.encoded().rows()));
    }
}
