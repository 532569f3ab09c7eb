package org.fenchel.cli.use;

import org.fenchel.cli.factorization.Ranked;
import org.fenchel.cli.hawkes.EventPredictionOptions;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.model.ScalarModel;
import org.fenchel.io.model.TrainedModel;

/**
 * What the command line does with fitted models of one kind: {@code predict}, {@code evaluate} and {@code inspect} ask it, and
 * know no kind themselves. A new kind of model has its own.
 */
public interface ModelUse<M extends TrainedModel> {
    /** The models of this kind. */
    Class<M> type();

    /**
     * Predicts data.
     *
     * @throws InvalidInput if the data does not fit the model
     */
    Predicted predict(M model, GivenData data);

    /**
     * Says of events what is asked.
     *
     * @throws InvalidInput if the data does not fit the model, or it is no model of events
     */
    default Predicted ofEvents(M model, GivenData data, EventPredictionOptions options) {
        throw InvalidInput.of(
                "--horizon, --intensities and --parents are for models of events, and this one predicts rows",
                "leave it out");
    }

    /**
     * Ranks items for one user of the data.
     *
     * @param whom as {@code --for} has it
     * @throws InvalidInput if models of this kind rank nothing, or the data does not fit the model
     */
    default Predicted rank(M model, GivenData data, RankOptions options, String whom) {
        if (model instanceof ScalarModel scalar) {
            return Ranked.of(scalar, data.examples(scalar.encoding()), options, whom);
        }
        throw InvalidInput.of("models of this kind rank nothing", "leave --for out");
    }

    /**
     * Measures the model on data with known targets.
     *
     * @throws InvalidInput if the data does not fit the model
     */
    Evaluated evaluate(M model, GivenData data, EvaluateOptions options);

    /** What there is to show. */
    Inspected inspect(M model, InspectOptions options);

    /**
     * Writes the model for other programs.
     *
     * @return the bytes of a file, UTF-8 unless the format is binary
     * @throws InvalidInput if there is no such file of models of this kind
     */
    default byte[] export(M model, ExportFormat format) {
        throw InvalidInput.of(
                "a model of this kind can't be exported", "linear models can; use this one by fenchel predict");
    }
}
