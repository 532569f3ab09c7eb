package org.fenchel.cli.linear;

import org.fenchel.cli.data.Examples;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.model.ScalarModel;
import org.fenchel.metric.Scored;
import org.jspecify.annotations.Nullable;

/**
 * A model's predictions beside the truth.
 *
 * @param scored predictions, targets and weights
 * @param encoded what became of the features
 * @param clipped how many negative rates were taken for 0
 * @param ruledOut for how many rows a rate of 0 or infinity rules out the count that was observed
 */
public record LinearScoring(Scored scored, Encoded encoded, int clipped, int ruledOut) {
    /**
     * Scores data with targets.
     *
     * @param target the target's column, or null for the one the model was fitted on
     * @throws InvalidInput if the data does not fit the model
     */
    public static LinearScoring of(ScalarModel model, Examples examples, @Nullable String target) {
        LinearHeld held = LinearHeld.of(LinearFrame.of(model), examples, target);
        return held.score(model.margins(held.encoded().rows()));
    }
}
