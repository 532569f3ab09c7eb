package org.fenchel.cli;

import org.fenchel.io.model.TrainedModel;

/**
 * What the command line does with fitted models of one kind: {@code predict}, {@code evaluate} and {@code inspect} ask it, and
 * know no kind themselves. A new kind of model has its own.
 */
interface ModelUse<M extends TrainedModel> {
    /** The models of this kind. */
    Class<M> type();

    /**
     * Predicts data.
     *
     * @throws org.fenchel.data.InvalidInput if the data does not fit the model
     */
    Predicted predict(M model, GivenData data);

    /**
     * Measures the model on data with known targets.
     *
     * @throws org.fenchel.data.InvalidInput if the data does not fit the model
     */
    Evaluated evaluate(M model, GivenData data, EvaluateOptions options);

    /** What there is to show. */
    Inspected inspect(M model, InspectOptions options);
}
