package org.fenchel.io.coefficients;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.RowsEncoding;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.model.Training;
import org.fenchel.loss.Loss;
import org.fenchel.model.LinearModel;
import org.fenchel.problem.Solution;
import org.jspecify.annotations.Nullable;

/** A CSV file of coefficients on its way to a model. */
final class CsvCoefficients {
    private final Map<String, CsvLine> settings = new LinkedHashMap<>();
    private final List<CsvLine> weights = new ArrayList<>();
    private @Nullable CsvLine intercept;

    CsvCoefficients(String text) {
        for (CsvLine line : CsvLines.of(text)) {
            switch (line.text("part")) {
                case "setting" -> addOnce(line);
                case "intercept" -> {
                    if (intercept != null) {
                        throw line.mistake("part", "there is an intercept already", "keep one");
                    }
                    intercept = line;
                }
                case "number", "category" -> weights.add(line);
                default ->
                    throw line.mistake(
                            "part",
                            "no part is named '" + line.text("part") + "'",
                            "it is one of setting, intercept, number, category");
            }
        }
    }

    private void addOnce(CsvLine line) {
        if (settings.put(line.text("name"), line) != null) {
            throw line.mistake("name", "setting '" + line.text("name") + "' is there twice", "keep one");
        }
    }

    TrainedLinear model() {
        CsvLine format = setting("format");
        if (!format.text("value").equals(CoefficientsFile.FORMAT)) {
            throw format.placed("value", CoefficientsFile.notOurs());
        }
        at(
                "version",
                () -> CoefficientsFile.requireVersion(setting("version").whole("value"), CoefficientsCsv.VERSION));
        Loss loss = at("loss", () -> Catalogue.of(Loss.class).parse(text("loss")));
        TargetEncoding target = target();
        at("loss", () -> CoefficientsFile.requireFit(loss, target));
        CsvLine constant = intercept;
        if (constant == null) {
            throw InvalidInput.of("the file has no line of the intercept", "add one, of weight 0 where there is none");
        }
        Encoding encoding = encoding();
        Solution.Linear solution = new Solution.Linear(
                weights.stream().mapToDouble(line -> line.number("weight")).toArray(), constant.number("weight"));
        return new TrainedLinear(
                LinearModel.of(loss, solution, encoding.featureNames()), encoding, target, training(encoding.d()));
    }

    private CsvLine setting(String name) {
        CsvLine line = settings.get(name);
        if (line == null) {
            throw InvalidInput.of("the file has no setting '" + name + "'", "export the model again");
        }
        return line;
    }

    private String text(String name) {
        return setting(name).text("value");
    }

    private @Nullable String optional(String name) {
        return settings.containsKey(name) ? text(name) : null;
    }

    private <T> T at(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInput mistake) {
            throw setting(name).placed("value", mistake);
        }
    }

    private TargetEncoding target() {
        JsonObject json = new JsonObject();
        if (settings.containsKey("positive") || settings.containsKey("negative")) {
            json.put("kind", "two classes").put("negative", text("negative")).put("positive", text("positive"));
        } else {
            json.put("kind", "numbers");
        }
        return TargetEncoding.fromJson(json);
    }

    private Encoding encoding() {
        switch (text("encoding")) {
            case "rows":
                return rows();
            case "table":
                return at("encoding", this::table);
            default:
                throw setting("encoding")
                        .mistake("value", "no encoding is named '" + text("encoding") + "'", "it is table or rows");
        }
    }

    private RowsEncoding rows() {
        List<String> names = new ArrayList<>();
        for (CsvLine line : weights) {
            if (!line.text("part").equals("number")) {
                throw line.mistake("part", "rows have no categories", "let encoding be table");
            }
            names.add(line.text("name"));
        }
        return RowsEncoding.fromJson(
                new JsonObject()
                        .put("kind", "rows")
                        .put("scale", "none")
                        .put("features", names.size())
                        .put("names", names),
                null,
                null);
    }

    private TableEncoding table() {
        boolean headerless = settings.containsKey("width");
        List<JsonObject> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int j = 0; j < weights.size(); ) {
            CsvLine line = weights.get(j);
            String name = line.text("name");
            if (!names.add(name)) {
                throw line.mistake(
                        "name", "column '" + name + "' was there before", "give its lines one after the other");
            }
            int place = headerless || line.has("place") ? line.place("place") : columns.size();
            JsonObject column = new JsonObject().put("column", name).put("position", place);
            if (line.text("part").equals("number")) {
                column.put("shift", 0.0).put("divisor", 1.0);
                column.put("fill", line.has("fill") ? line.number("fill") : null);
                j++;
            } else {
                j = addLevels(column, j);
            }
            columns.add(column);
        }
        return TableEncoding.fromJson(new JsonObject()
                .put("kind", "table")
                .put("scale", "none")
                .put("missing", text("missing"))
                .put("target", text("target"))
                .put("weight", optional("weight"))
                .put("offset", optional("offset"))
                .put("exposure", optional("exposure"))
                .put("headerless", headerless)
                .put("tableWidth", headerless ? setting("width").place("value") + 1 : Integer.MAX_VALUE)
                .put("targetPosition", headerless ? setting("target-place").place("value") : Integer.MAX_VALUE - 1)
                .put("columns", columns));
    }

    /** Adds the levels of the column whose lines begin at j; returns where they end. */
    private int addLevels(JsonObject column, int j) {
        Set<String> levels = new LinkedHashSet<>();
        int k = j;
        for (; k < weights.size(); k++) {
            CsvLine line = weights.get(k);
            if (!line.text("part").equals("category")
                    || !line.text("name").equals(weights.get(j).text("name"))) {
                break;
            }
            if (line.has("fill") && line.number("fill") == 1) {
                column.put("fill", levels.size());
            }
            if (!line.has("value") || !levels.add(line.text("value"))) {
                throw line.mistake("value", "a category is there twice, or empty", "give each a name of its own");
            }
        }
        column.put("levels", List.copyOf(levels));
        return k;
    }

    private Training training(int features) {
        JsonObject certificate = new JsonObject().put("objective", number("objective"));
        if (settings.containsKey("dual")) {
            certificate
                    .put("dual", number("dual"))
                    .put("radius", settings.containsKey("radius") ? number("radius") : Double.POSITIVE_INFINITY);
        } else {
            certificate.put("why", text("why"));
        }
        JsonObject options = new JsonObject();
        settings.forEach((name, line) -> {
            if (name.startsWith(Settings.OPTION)) {
                options.put(name.substring(Settings.OPTION.length()), line.text("value"));
            }
        });
        JsonObject provenance = new JsonObject()
                .put("data", text("data"))
                .put("sha256", optional("sha256"))
                .put("rows", setting("rows").whole("value"))
                .put("features", features)
                .put("options", options)
                .put("seed", setting("seed").whole("value"))
                .put("fenchel", text("fenchel"))
                .put("java", text("java"))
                .put("created", text("created"));
        JsonObject json = new JsonObject()
                .put("loss", text("loss"))
                .put("penalty", text("penalty"))
                .put("solver", text("solver"))
                .put("problem", text("problem"))
                .put("certificate", certificate)
                .put("stop", text("stop"))
                .put("passes", number("passes"))
                .put("seconds", number("seconds"))
                .put("provenance", provenance);
        return at("created", () -> Training.fromJson(json));
    }

    private double number(String name) {
        return setting(name).number("value");
    }
}
