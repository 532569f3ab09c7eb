package org.fenchel.cli.train;

import org.fenchel.cli.use.Evaluated;
import org.jspecify.annotations.Nullable;

/**
 * A training run when it is over, for its reports.
 *
 * @param test how the model does on rows it has not seen, null where there are none
 * @param testWords which these are, as in "held out"
 */
public record TrainOutcome(
        TrainPlan plan, Learned<?> learned, @Nullable Evaluated test, String testWords, Seconds seconds) {
    /** How long the parts took. */
    public record Seconds(double read, double fit, double write) {}
}
