package org.fenchel.io.coefficients;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.loss.Loss;
import org.fenchel.loss.VectorLoss;
import org.fenchel.model.LinearModel;
import org.fenchel.model.MultiLinearModel;
import org.fenchel.problem.Solution;

/** A CSV file of coefficients on its way to a model. */
final class CsvCoefficients {
    private final CsvSettings settings = new CsvSettings();
    private final List<CsvLine> intercepts = new ArrayList<>();
    private final List<CsvLine> weights = new ArrayList<>();

    CsvCoefficients(String text) {
        for (CsvLine line : CsvLines.of(text)) {
            switch (line.text("part")) {
                case "setting" -> settings.add(line);
                case "intercept" -> intercepts.add(line);
                case "number", "category", "reference" -> weights.add(line);
                default ->
                    throw line.mistake(
                            "part",
                            "no part is named '" + line.text("part") + "'",
                            "it is one of setting, intercept, number, category, reference");
            }
        }
        settings.requireFormat();
    }

    /** The model: of several classes where intercepts name theirs. */
    TrainedModel model() {
        if (intercepts.isEmpty()) {
            throw InvalidInput.of("the file has no line of the intercept", "add one, of weight 0 where there is none");
        }
        return intercepts.get(0).has("class") ? severalClasses() : oneMargin();
    }

    private TrainedLinear oneMargin() {
        Loss loss = settings.at("loss", () -> Catalogue.of(Loss.class).parse(settings.text("loss")));
        TargetEncoding target = target();
        settings.at("loss", () -> CoefficientsFile.requireFit(loss, target));
        if (intercepts.size() > 1) {
            throw intercepts.get(1).mistake("part", "there is an intercept already", "keep one");
        }
        Encoding encoding = new CsvColumns(settings, weights).encoding();
        Solution.Linear solution = new Solution.Linear(
                weights.stream()
                        .filter(line -> !reference(line))
                        .mapToDouble(line -> line.number("weight"))
                        .toArray(),
                intercepts.get(0).number("weight"));
        return new TrainedLinear(
                LinearModel.of(loss, solution, encoding.featureNames()),
                encoding,
                target,
                settings.training(encoding.d()));
    }

    private static boolean reference(CsvLine line) {
        return line.text("part").equals("reference");
    }

    private TargetEncoding target() {
        JsonObject json = new JsonObject();
        if (settings.has("positive") || settings.has("negative")) {
            json.put("kind", "two classes")
                    .put("negative", settings.text("negative"))
                    .put("positive", settings.text("positive"));
        } else {
            json.put("kind", "numbers");
        }
        return TargetEncoding.fromJson(json);
    }

    private TrainedMultinomial severalClasses() {
        VectorLoss loss =
                settings.at("loss", () -> Catalogue.of(VectorLoss.class).parse(settings.text("loss")));
        ClassLines lines = new ClassLines(intercepts, weights);
        Encoding encoding = new CsvColumns(settings, lines.columns()).encoding();
        SeveralClasses classes = new SeveralClasses(lines.classes());
        Solution.MultiLinear solution = new Solution.MultiLinear(
                lines.weights(),
                intercepts.stream().mapToDouble(line -> line.number("weight")).toArray());
        MultiLinearModel linear = MultiLinearModel.of(loss, solution, encoding.featureNames(), classes.labels());
        return new TrainedMultinomial(linear, encoding, classes, settings.training(encoding.d()));
    }
}
