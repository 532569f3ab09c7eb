package org.fenchel.io.coefficients;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.RowsEncoding;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.model.Training;
import org.fenchel.loss.Loss;
import org.fenchel.model.LinearModel;
import org.fenchel.problem.Solution;

/**
 * A linear model as one JSON object: {@code format} and {@code version}; {@code training}, {@code target} and {@code encoding}
 * as in the header of a model file; {@code intercept} {{@code fitted}, {@code original}}; {@code weights}, a list of
 * {{@code feature}, {@code fitted}, {@code original}} in the order of the features, original meaning for the data in its own
 * units. Weights of rows of numbers that were scaled have {@code shift} and {@code divisor} besides.
 *
 * <p>Doubles are written with all digits, so what is read predicts the same to the last bit.
 */
public final class CoefficientsJson {
    private static final int VERSION = 1;

    /** Relative difference between a weight in the data's own units and the one that follows from the fitted one. */
    static final double ROUNDING = 1e-9;

    private CoefficientsJson() {}

    /** The model as text that ends with a line break. */
    public static String of(TrainedLinear model) {
        Encoding encoding = model.encoding();
        Solution.Linear original = model.original();
        double[] fitted = model.linear().weights();
        boolean scaledRows = encoding instanceof RowsEncoding && encoding.scale() != Scale.NONE;
        List<JsonObject> weights = new ArrayList<>(fitted.length);
        for (int j = 0; j < fitted.length; j++) {
            JsonObject weight = new JsonObject()
                    .put("feature", model.featureNames().get(j))
                    .put("fitted", fitted[j])
                    .put("original", original.weights()[j]);
            if (scaledRows) {
                weight.put("shift", encoding.shift(j)).put("divisor", encoding.divisor(j));
            }
            weights.add(weight);
        }
        return head(model.training(), model.target(), encoding)
                        .put(
                                "intercept",
                                new JsonObject()
                                        .put("fitted", model.linear().intercept())
                                        .put("original", original.intercept()))
                        .put("weights", weights)
                + "\n";
    }

    /** What models of all kinds begin with. */
    static JsonObject head(Training training, TargetEncoding target, Encoding encoding) {
        return new JsonObject()
                .put("format", CoefficientsFile.FORMAT)
                .put("version", VERSION)
                .put("training", training.toJson())
                .put("target", target.toJson())
                .put("encoding", encoding.toJson());
    }

    /**
     * The model of a text that {@link #of} wrote.
     *
     * @throws InvalidInput if it is none, with line and column
     */
    public static TrainedLinear parse(String text) {
        return parse(object(text));
    }

    /**
     * The object of a text.
     *
     * @throws InvalidInput if it is none of coefficients, with line and column
     */
    static JsonObject object(String text) {
        JsonObject json = JsonObject.parse(text);
        if (!json.has("format") || !json.text("format").equals(CoefficientsFile.FORMAT)) {
            throw json.at("format", CoefficientsFile.notOurs());
        }
        at(json, "version", () -> CoefficientsFile.requireVersion(json.whole("version"), VERSION));
        return json;
    }

    static TrainedLinear parse(JsonObject json) {
        JsonObject trained = json.object("training");
        Training training = at(json, "training", () -> Training.fromJson(trained));
        Loss loss = at(trained, "loss", () -> Catalogue.of(Loss.class).parse(training.loss()));
        TargetEncoding target = at(json, "target", () -> TargetEncoding.fromJson(json.object("target")));
        at(json, "target", () -> CoefficientsFile.requireFit(loss, target));
        List<JsonObject> weights = json.objects("weights");
        Encoding encoding = at(json, "encoding", () -> encoding(json.object("encoding"), weights));
        Solution.Linear solution = solution(weights, json.object("intercept"));
        at(json, "weights", () -> requireFeatures(weights, encoding));
        requireSame(weights, solution, encoding);
        return new TrainedLinear(LinearModel.of(loss, solution, encoding.featureNames()), encoding, target, training);
    }

    static <T> T at(JsonObject json, String field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInput mistake) {
            throw json.at(field, mistake);
        }
    }

    static Encoding encoding(JsonObject json, List<JsonObject> weights) {
        if (json.text("kind").equals("table")) {
            return TableEncoding.fromJson(json);
        }
        if (Scale.named(json.text("scale")) == Scale.NONE) {
            return RowsEncoding.fromJson(json, null, null);
        }
        double[] shifts = new double[weights.size()];
        double[] divisors = new double[weights.size()];
        for (int j = 0; j < shifts.length; j++) {
            JsonObject weight = weights.get(j);
            shifts[j] = finite(weight, "shift");
            divisors[j] = weight.number("divisor");
            if (!(divisors[j] > 0)) {
                throw weight.at("divisor", InvalidInput.of("a divisor is " + divisors[j], "give one above 0"));
            }
        }
        return RowsEncoding.fromJson(json, shifts, divisors);
    }

    private static Solution.Linear solution(List<JsonObject> weights, JsonObject intercept) {
        double[] fitted = new double[weights.size()];
        for (int j = 0; j < fitted.length; j++) {
            fitted[j] = finite(weights.get(j), "fitted");
        }
        return new Solution.Linear(fitted, finite(intercept, "fitted"));
    }

    private static double finite(JsonObject json, String field) {
        double value = json.number(field);
        if (!Double.isFinite(value)) {
            throw json.at(field, InvalidInput.of("\"" + field + "\" is " + value, "give a finite number"));
        }
        return value;
    }

    static boolean requireFeatures(List<JsonObject> weights, Encoding encoding) {
        List<String> names = encoding.featureNames();
        for (int j = 0; j < Math.min(weights.size(), names.size()); j++) {
            String name = weights.get(j).text("feature");
            if (!name.equals(names.get(j))) {
                throw weights.get(j)
                        .at(
                                "feature",
                                InvalidInput.of(
                                        "the weight of '" + name + "' stands where that of '" + names.get(j)
                                                + "' belongs",
                                        "give the weights in the order of the encoding's columns and levels"));
            }
        }
        if (weights.size() != names.size()) {
            throw InvalidInput.of(
                    "there are " + weights.size() + " weights for " + names.size() + " encoded features",
                    "give one for each");
        }
        return true;
    }

    /** A weight that was changed in one of its two units only would be read in a way that nobody can guess. */
    private static void requireSame(List<JsonObject> weights, Solution.Linear fitted, Encoding encoding) {
        double[] original = encoding.original(fitted).weights();
        for (int j = 0; j < original.length; j++) {
            JsonObject weight = weights.get(j);
            if (weight.has("original")
                    && !(Math.abs(weight.number("original") - original[j]) <= ROUNDING * Math.abs(original[j]))) {
                throw weight.at(
                        "original",
                        InvalidInput.of(
                                "this weight in data units does not follow from the fitted one, which makes it "
                                        + original[j],
                                "change both, or leave \"original\" out"));
            }
        }
    }
}
