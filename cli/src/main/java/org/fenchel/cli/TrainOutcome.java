package org.fenchel.cli;

import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.run.Fit;
import org.jspecify.annotations.Nullable;

/** A training run when it is over, for its reports. */
record TrainOutcome(
        TrainPlan plan,
        TrainingData data,
        TrainedModel model,
        FiniteSum problem,
        Fit<Solution.Linear> fit,
        @Nullable Scoring test,
        Seconds seconds) {
    /** How long the parts took. */
    record Seconds(double read, double fit, double write) {}
}
