package org.fenchel.io.coefficients;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.model.Provenance;
import org.fenchel.io.model.Training;
import org.fenchel.problem.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * All of a model but its coefficients, as names and values in a CSV file. What does not apply is not there: {@code weight},
 * {@code offset}, {@code exposure} columns, {@code positive} and {@code negative} classes, {@code dual} and {@code radius} of the certificate or {@code why} there
 * is none, {@code width}, {@code target-place} of files without a header. Options as the user gave them are {@code option.NAME}.
 */
final class Settings {
    static final String OPTION = "option.";

    private Settings() {}

    static Map<String, String> of(Training training, TargetEncoding target, Encoding encoding) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("format", CoefficientsFile.FORMAT);
        settings.put("version", Integer.toString(CoefficientsCsv.VERSION));
        settings.put("loss", training.loss());
        settings.put("penalty", training.penalty());
        if (target instanceof TargetEncoding.TwoClasses classes) {
            settings.put("positive", classes.positive());
            settings.put("negative", classes.negative());
        }
        if (encoding instanceof TableEncoding table) {
            put(settings, table);
        } else {
            settings.put("encoding", "rows");
        }
        put(settings, training.certificate());
        settings.put("problem", training.problem());
        settings.put("solver", training.solver());
        settings.put("stop", training.stop().name());
        settings.put("passes", Double.toString(training.passes()));
        settings.put("seconds", Double.toString(training.seconds()));
        put(settings, training.provenance());
        return settings;
    }

    private static void put(Map<String, String> settings, TableEncoding table) {
        Roles roles = table.roles();
        settings.put("encoding", "table");
        settings.put("target", roles.target());
        putIfAny(settings, "weight", roles.weight());
        putIfAny(settings, "offset", roles.offset());
        putIfAny(settings, "exposure", roles.exposure());
        settings.put("missing", table.missing().toString());
        if (table.headerless()) {
            settings.put("width", Integer.toString(table.tableWidth()));
            settings.put("target-place", Integer.toString(table.targetPosition() + 1));
        }
    }

    private static void put(Map<String, String> settings, Certificate certificate) {
        settings.put("objective", Double.toString(certificate.primal()));
        if (certificate instanceof Certificate.DualityGap gap) {
            settings.put("dual", Double.toString(gap.dual()));
            if (gap.radius() < Double.POSITIVE_INFINITY) {
                settings.put("radius", Double.toString(gap.radius()));
            }
        } else if (certificate instanceof Certificate.None none) {
            settings.put("why", none.why());
        }
    }

    private static void put(Map<String, String> settings, Provenance provenance) {
        settings.put("data", provenance.data());
        putIfAny(settings, "sha256", provenance.sha256());
        settings.put("rows", Long.toString(provenance.rows()));
        settings.put("seed", Long.toString(provenance.seed()));
        settings.put("fenchel", provenance.fenchel());
        settings.put("java", provenance.java());
        settings.put("created", provenance.created().toString());
        provenance.options().forEach((name, value) -> settings.put(OPTION + name, value));
    }

    private static void putIfAny(Map<String, String> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
