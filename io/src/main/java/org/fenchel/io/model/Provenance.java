package org.fenchel.io.model;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from.
 *
 * @param data name of the data file, or a description of data that came from none
 * @param sha256 of the file as stored; null where the data came from no file
 * @param rows rows that were fitted
 * @param features features that were fitted
 * @param options the options as the user gave them, in order
 * @param seed everything random followed from it
 * @param fenchel version of Fenchel
 * @param java version of Java
 * @param created when, to the second
 */
public record Provenance(
        String data,
        @Nullable String sha256,
        long rows,
        int features,
        Map<String, String> options,
        long seed,
        String fenchel,
        String java,
        Instant created) {
    public Provenance {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        created = Instant.ofEpochSecond(created.getEpochSecond());
    }

    /** Of a model fitted now by this program. */
    public static Provenance now(
            Path data, @Nullable String sha256, long rows, int features, Map<String, String> options, long seed) {
        String version = Provenance.class.getPackage().getImplementationVersion();
        Path name = data.getFileName();
        return new Provenance(
                name == null ? data.toString() : name.toString(),
                sha256,
                rows,
                features,
                options,
                seed,
                version == null ? "development" : version,
                System.getProperty("java.version", "unknown"),
                Instant.now());
    }

    JsonObject toJson() {
        JsonObject given = new JsonObject();
        options.forEach(given::put);
        return new JsonObject()
                .put("data", data)
                .put("sha256", sha256)
                .put("rows", rows)
                .put("features", features)
                .put("options", given)
                .put("seed", seed)
                .put("fenchel", fenchel)
                .put("java", java)
                .put("created", created.toString());
    }

    static Provenance fromJson(JsonObject json) {
        JsonObject given = json.object("options");
        Map<String, String> options = new LinkedHashMap<>();
        given.fields().keySet().forEach(name -> options.put(name, given.text(name)));
        return new Provenance(
                json.text("data"),
                json.optionalText("sha256"),
                json.whole("rows"),
                json.count("features"),
                options,
                json.whole("seed"),
                json.text("fenchel"),
                json.text("java"),
                created(json));
    }

    private static Instant created(JsonObject json) {
        String text = json.text("created");
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException other) {
            throw json.at(
                    "created",
                    InvalidInput.of("'" + text + "' is no point in time", "write it as in 2026-03-01T12:00:00Z"));
        }
    }
}
