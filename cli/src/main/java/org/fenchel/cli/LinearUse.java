package org.fenchel.cli;

import org.fenchel.io.model.TrainedLinear;

/** Linear models on the command line. */
final class LinearUse implements ModelUse<TrainedLinear> {
    @Override
    public Class<TrainedLinear> type() {
        return TrainedLinear.class;
    }

    @Override
    public Predicted predict(TrainedLinear model, GivenData data) {
        return LinearPredicted.of(model, data.examples(model.encoding()));
    }

    @Override
    public Evaluated evaluate(TrainedLinear model, GivenData data, EvaluateOptions options) {
        return LinearEvaluated.of(
                model, LinearScoring.of(model, data.examples(model.encoding()), options.target), options);
    }

    @Override
    public Inspected inspect(TrainedLinear model, InspectOptions options) {
        return new LinearInspected(model, options);
    }
}
