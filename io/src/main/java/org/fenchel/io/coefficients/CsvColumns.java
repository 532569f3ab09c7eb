package org.fenchel.io.coefficients;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.RowsEncoding;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.json.JsonObject;

/**
 * The lines of a CSV file that name columns and their levels, one for each feature and each reference, on their way to an encoding.
 *
 * @param lines of the parts number, category and reference, in the order of the file
 */
record CsvColumns(CsvSettings settings, List<CsvLine> lines) {
    /** @throws InvalidInput if they are none of an encoding, with the place of the mistake */
    Encoding encoding() {
        switch (settings.text("encoding")) {
            case "rows":
                return rows();
            case "table":
                return settings.at("encoding", this::table);
            default:
                throw settings.setting("encoding")
                        .mistake(
                                "value",
                                "no encoding is named '" + settings.text("encoding") + "'",
                                "it is table or rows");
        }
    }

    private RowsEncoding rows() {
        List<String> names = new ArrayList<>();
        for (CsvLine line : lines) {
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
        boolean headerless = settings.has("width");
        List<JsonObject> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int j = 0; j < lines.size(); ) {
            CsvLine line = lines.get(j);
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
                .put("missing", settings.text("missing"))
                .put("target", settings.text("target"))
                .put("weight", settings.optional("weight"))
                .put("offset", settings.optional("offset"))
                .put("exposure", settings.optional("exposure"))
                .put("headerless", headerless)
                .put("tableWidth", headerless ? settings.setting("width").place("value") + 1 : Integer.MAX_VALUE)
                .put(
                        "targetPosition",
                        headerless ? settings.setting("target-place").place("value") : Integer.MAX_VALUE - 1)
                .put("columns", columns));
    }

    /** Adds the levels of the column whose lines begin at j; returns where they end. */
    private int addLevels(JsonObject column, int j) {
        Set<String> levels = new LinkedHashSet<>();
        int k = j;
        for (; k < lines.size(); k++) {
            CsvLine line = lines.get(k);
            boolean reference = line.text("part").equals("reference");
            if (!reference && !line.text("part").equals("category")
                    || !line.text("name").equals(lines.get(j).text("name"))) {
                break;
            }
            if (line.has("fill") && line.number("fill") == 1) {
                column.put("fill", levels.size());
            }
            if (!line.has("value") || !levels.add(line.text("value"))) {
                throw line.mistake("value", "a category is there twice, or empty", "give each a name of its own");
            }
            if (reference) {
                addReference(column, line);
            }
        }
        column.put("levels", List.copyOf(levels));
        return k;
    }

    private static void addReference(JsonObject column, CsvLine line) {
        if (column.has("reference")) {
            throw line.mistake("part", "the column has a reference already", "let one of them be a category");
        }
        if (line.number("weight") != 0) {
            throw line.mistake(
                    "weight",
                    "the reference has a weight",
                    "give it 0: subtract it from the other levels and add it to the intercept");
        }
        column.put("reference", line.text("value"));
    }
}
