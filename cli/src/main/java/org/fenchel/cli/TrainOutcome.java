package org.fenchel.cli;

import org.jspecify.annotations.Nullable;

/** A training run when it is over, for its reports. */
record TrainOutcome(
        TrainPlan plan, Learned<?> learned, @Nullable Evaluated test, Seconds seconds) {
    /** How long the parts took. */
    record Seconds(double read, double fit, double write) {}
}
