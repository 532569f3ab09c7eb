package org.fenchel.cli.linear;

import java.util.Optional;
import org.fenchel.cli.console.OptionalValue;
import org.fenchel.cli.train.PenaltyOptions;
import org.fenchel.data.InvalidInput;
import org.fenchel.inference.Covariance;
import org.fenchel.inference.Estimator;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be known of the weights besides their values. */
final class InferenceOptions {
    @Option(
            names = "--standard-errors",
            paramLabel = "HOW",
            arity = "0..1",
            fallbackValue = "model",
            preprocessor = OptionalValue.class,
            completionCandidates = Estimators.class,
            description = "Standard errors, tests and intervals of weights without a penalty: model (default), robust.")
    private @Nullable String standardErrors;

    /** What the option takes. */
    static final class Estimators extends java.util.ArrayList<String> {
        private static final long serialVersionUID = 1;

        Estimators() {
            super(java.util.List.of("model", "robust"));
        }
    }

    /**
     * The estimator, or null for none.
     *
     * @throws InvalidInput if there is none of that name, or there are no standard errors for the loss or the penalty
     */
    @Nullable
    Estimator estimator(Loss loss, PenaltyOptions options) {
        if (standardErrors == null) {
            return null;
        }
        Estimator estimator = switch (standardErrors) {
            case "model" -> Estimator.MODEL;
            case "robust" -> Estimator.ROBUST;
            default ->
                throw InvalidInput.of("no standard errors are named '" + standardErrors + "'", "known: model, robust");
        };
        Penalty penalty = options.none() ? new None() : new L2(1);
        Optional<String> refusal = Covariance.refusal(loss, penalty, estimator);
        if (refusal.isPresent()) {
            throw InvalidInput.of(
                    "--standard-errors: " + refusal.get(),
                    options.none() ? "choose another loss, or leave --standard-errors out" : "leave one of them out");
        }
        return estimator;
    }
}
