package org.fenchel.cli.linear;

import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.model.ScalarModel;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;

/**
 * All of a linear model but its weights: what it takes to read rows with targets as it was trained.
 *
 * @param exposure the column of exposures, or null
 * @param counts whether targets must be whole numbers
 */
record LinearFrame(
        Loss loss,
        Encoding encoding,
        TargetEncoding target,
        @Nullable String exposure,
        boolean counts) {
    /** That of a model. */
    static LinearFrame of(ScalarModel model) {
        return new LinearFrame(
                model.loss(), model.encoding(), model.target(), Exposure.column(model), CountTargets.needed(model));
    }

    /** That of the models to be learned from these data. */
    static LinearFrame of(LinearPlan plan, TrainingData data) {
        return new LinearFrame(
                plan.loss(),
                data.encoding(),
                data.target(),
                plan.exposure(),
                plan.task() == Task.POISSON && !plan.rates());
    }
}
