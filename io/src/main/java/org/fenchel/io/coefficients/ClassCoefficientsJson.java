package org.fenchel.io.coefficients;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.RowsEncoding;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.io.model.Training;
import org.fenchel.loss.VectorLoss;
import org.fenchel.model.MultiLinearModel;
import org.fenchel.problem.Solution;

/**
 * A linear model of several classes as one JSON object: that of {@link CoefficientsJson}, in which {@code fitted} and {@code original}
 * are lists, one number for each class in the order of the labels.
 */
public final class ClassCoefficientsJson {
    private ClassCoefficientsJson() {}

    /** The model as text that ends with a line break. */
    public static String of(TrainedMultinomial model) {
        Encoding encoding = model.encoding();
        Solution.MultiLinear original = model.original();
        double[] fitted = model.linear().weights();
        int classes = model.target().count();
        boolean scaledRows = encoding instanceof RowsEncoding && encoding.scale() != Scale.NONE;
        List<JsonObject> weights = new ArrayList<>(encoding.d());
        for (int j = 0; j < encoding.d(); j++) {
            JsonObject weight = new JsonObject()
                    .put("feature", model.featureNames().get(j))
                    .put("fitted", list(fitted, j * classes, classes))
                    .put("original", list(original.weights(), j * classes, classes));
            if (scaledRows) {
                weight.put("shift", encoding.shift(j)).put("divisor", encoding.divisor(j));
            }
            weights.add(weight);
        }
        return CoefficientsJson.head(model.training(), model.target(), encoding)
                        .put(
                                "intercept",
                                new JsonObject()
                                        .put("fitted", list(model.linear().intercepts(), 0, classes))
                                        .put("original", list(original.intercepts(), 0, classes)))
                        .put("weights", weights)
                + "\n";
    }

    private static List<Double> list(double[] values, int from, int count) {
        List<Double> list = new ArrayList<>(count);
        for (int k = from; k < from + count; k++) {
            list.add(values[k]);
        }
        return list;
    }

    /**
     * The model of a text that {@link #of} wrote.
     *
     * @throws InvalidInput if it is none, with line and column
     */
    public static TrainedMultinomial parse(String text) {
        return parse(CoefficientsJson.object(text));
    }

    static TrainedMultinomial parse(JsonObject json) {
        JsonObject trained = json.object("training");
        Training training = CoefficientsJson.at(json, "training", () -> Training.fromJson(trained));
        VectorLoss loss = CoefficientsJson.at(
                trained, "loss", () -> Catalogue.of(VectorLoss.class).parse(training.loss()));
        TargetEncoding target =
                CoefficientsJson.at(json, "target", () -> TargetEncoding.fromJson(json.object("target")));
        if (!(target instanceof SeveralClasses classes)) {
            throw json.at(
                    "target",
                    InvalidInput.of(
                            "the loss is for several classes, which the target does not list", "correct one of them"));
        }
        List<JsonObject> weights = json.objects("weights");
        Encoding encoding = CoefficientsJson.at(
                json, "encoding", () -> CoefficientsJson.encoding(json.object("encoding"), weights));
        CoefficientsJson.at(json, "weights", () -> CoefficientsJson.requireFeatures(weights, encoding));
        int k = classes.count();
        double[] fitted = new double[Math.multiplyExact(weights.size(), k)];
        for (int j = 0; j < weights.size(); j++) {
            System.arraycopy(numbers(weights.get(j), "fitted", k), 0, fitted, j * k, k);
        }
        Solution.MultiLinear solution =
                new Solution.MultiLinear(fitted, numbers(json.object("intercept"), "fitted", k));
        requireSame(weights, encoding.original(solution).weights(), k);
        MultiLinearModel linear = MultiLinearModel.of(loss, solution, encoding.featureNames(), classes.labels());
        return new TrainedMultinomial(linear, encoding, classes, training);
    }

    private static double[] numbers(JsonObject json, String field, int classes) {
        double[] numbers =
                json.numbers(field).stream().mapToDouble(Number::doubleValue).toArray();
        if (numbers.length != classes) {
            throw json.at(
                    field,
                    InvalidInput.of(
                            "\"" + field + "\" has " + numbers.length + " numbers for " + classes + " classes",
                            "give one for each"));
        }
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw json.at(field, InvalidInput.of("\"" + field + "\" holds " + number, "give finite numbers"));
            }
        }
        return numbers;
    }

    /** A weight that was changed in one of its two units only would be read in a way that nobody can guess. */
    private static void requireSame(List<JsonObject> weights, double[] original, int classes) {
        for (int j = 0; j < weights.size(); j++) {
            JsonObject weight = weights.get(j);
            double[] told = weight.has("original") ? numbers(weight, "original", classes) : new double[0];
            for (int k = 0; k < told.length; k++) {
                double follows = original[j * classes + k];
                if (!(Math.abs(told[k] - follows) <= CoefficientsJson.ROUNDING * Math.abs(follows))) {
                    throw weight.at(
                            "original",
                            InvalidInput.of(
                                    "a weight in data units does not follow from the fitted one, which makes it "
                                            + follows,
                                    "change both, or leave \"original\" out"));
                }
            }
        }
    }
}
