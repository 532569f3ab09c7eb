package org.fenchel.cli.multinomial;

import java.nio.charset.StandardCharsets;
import org.fenchel.cli.use.EvaluateOptions;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.cli.use.ExportFormat;
import org.fenchel.cli.use.GivenData;
import org.fenchel.cli.use.InspectOptions;
import org.fenchel.cli.use.Inspected;
import org.fenchel.cli.use.ModelUse;
import org.fenchel.cli.use.Predicted;
import org.fenchel.io.coefficients.ClassCoefficientsJson;
import org.fenchel.io.coefficients.CoefficientsCsv;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.onnx.OnnxModel;

/** Models of several classes on the command line. */
public final class MultinomialUse implements ModelUse<TrainedMultinomial> {
    /** What these models are for. */
    static final String TASK = "multinomial";

    @Override
    public Class<TrainedMultinomial> type() {
        return TrainedMultinomial.class;
    }

    @Override
    public Predicted predict(TrainedMultinomial model, GivenData data) {
        return MultinomialPredicted.of(model, data.examples(model.encoding()));
    }

    @Override
    public Evaluated evaluate(TrainedMultinomial model, GivenData data, EvaluateOptions options) {
        return MultinomialEvaluated.of(
                model, ClassScoring.of(model, data.examples(model.encoding()), options.target), options);
    }

    @Override
    public Inspected inspect(TrainedMultinomial model, InspectOptions options) {
        return new MultinomialInspected(model, options);
    }

    @Override
    public byte[] export(TrainedMultinomial model, ExportFormat format) {
        return switch (format) {
            case ONNX -> OnnxModel.bytes(model);
            case JSON -> ClassCoefficientsJson.of(model).getBytes(StandardCharsets.UTF_8);
            case CSV -> CoefficientsCsv.of(model).getBytes(StandardCharsets.UTF_8);
        };
    }
}
