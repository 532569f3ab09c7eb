package org.fenchel.io.coefficients;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.Training;
import org.jspecify.annotations.Nullable;

/** The lines {@code setting} of a CSV file of coefficients, see {@link Settings} for their names. */
final class CsvSettings {
    private final Map<String, CsvLine> settings = new LinkedHashMap<>();

    void add(CsvLine line) {
        if (settings.put(line.text("name"), line) != null) {
            throw line.mistake("name", "setting '" + line.text("name") + "' is there twice", "keep one");
        }
    }

    /**
     * Refuses what is another file.
     *
     * @throws InvalidInput if the format or its version is none that is known
     */
    void requireFormat() {
        CsvLine format = setting("format");
        if (!format.text("value").equals(CoefficientsFile.FORMAT)) {
            throw format.placed("value", CoefficientsFile.notOurs());
        }
        at(
                "version",
                () -> CoefficientsFile.requireVersion(setting("version").whole("value"), CoefficientsCsv.VERSION));
    }

    boolean has(String name) {
        return settings.containsKey(name);
    }

    /** @throws InvalidInput if it is not there */
    CsvLine setting(String name) {
        CsvLine line = settings.get(name);
        if (line == null) {
            throw InvalidInput.of("the file has no setting '" + name + "'", "export the model again");
        }
        return line;
    }

    String text(String name) {
        return setting(name).text("value");
    }

    @Nullable
    String optional(String name) {
        return settings.containsKey(name) ? text(name) : null;
    }

    /** Reads something of a setting, where its mistakes have their place then. */
    <T> T at(String name, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInput mistake) {
            throw setting(name).placed("value", mistake);
        }
    }

    /** Who fitted the model, when, of what and how well. */
    Training training(int features) {
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
