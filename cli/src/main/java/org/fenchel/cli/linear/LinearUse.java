package org.fenchel.cli.linear;

import java.nio.charset.StandardCharsets;
import org.fenchel.cli.use.EvaluateOptions;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.cli.use.ExportFormat;
import org.fenchel.cli.use.GivenData;
import org.fenchel.cli.use.InspectOptions;
import org.fenchel.cli.use.Inspected;
import org.fenchel.cli.use.ModelUse;
import org.fenchel.cli.use.Predicted;
import org.fenchel.io.coefficients.CoefficientsCsv;
import org.fenchel.io.coefficients.CoefficientsJson;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.onnx.OnnxModel;

/** Linear models on the command line. */
public final class LinearUse implements ModelUse<TrainedLinear> {
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

    @Override
    public byte[] export(TrainedLinear model, ExportFormat format) {
        return switch (format) {
            case ONNX -> OnnxModel.bytes(model);
            case JSON -> CoefficientsJson.of(model).getBytes(StandardCharsets.UTF_8);
            case CSV -> CoefficientsCsv.of(model).getBytes(StandardCharsets.UTF_8);
        };
    }
}
