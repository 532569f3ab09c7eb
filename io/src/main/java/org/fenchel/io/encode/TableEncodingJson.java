package org.fenchel.io.encode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.ColumnEncoding.Categories;
import org.fenchel.io.encode.ColumnEncoding.Hashed;
import org.fenchel.io.encode.ColumnEncoding.Numbers;
import org.fenchel.io.json.JsonObject;

/** Encodings of tables as JSON. What is read may have been changed by hand, so it is checked. */
final class TableEncodingJson {
    private TableEncodingJson() {}

    static JsonObject of(TableEncoding table) {
        List<JsonObject> columns = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            ColumnEncoding column = table.columns().get(c);
            JsonObject json = new JsonObject().put("column", column.name()).put("position", table.position(c));
            if (column instanceof Numbers numbers) {
                json.put("shift", numbers.shift())
                        .put("divisor", numbers.divisor())
                        .put("fill", Double.isNaN(numbers.fill()) ? null : numbers.fill());
            } else if (column instanceof Categories categories) {
                json.put("levels", categories.levels()).put("fill", categories.fill() < 0 ? null : categories.fill());
                if (categories.reference() >= 0) {
                    json.put("reference", categories.levels().get(categories.reference()));
                }
            } else if (column instanceof Hashed hashed) {
                json.put("hashed", hashed.width())
                        .put("fill", hashed.fill() < 0 ? null : hashed.fill())
                        .put("seen", hashed.levels())
                        .put("collisions", hashed.collisions());
            }
            columns.add(json);
        }
        Roles roles = table.roles();
        return new JsonObject()
                .put("kind", "table")
                .put("scale", table.scale().toString())
                .put("missing", table.missing().toString())
                .put("target", roles.target())
                .put("weight", roles.weight())
                .put("offset", roles.offset())
                .put("exposure", roles.exposure())
                .put("headerless", table.headerless())
                .put("tableWidth", table.tableWidth())
                .put("targetPosition", table.targetPosition())
                .put("columns", columns);
    }

    static TableEncoding parse(JsonObject json) {
        Roles roles = new Roles(
                json.text("target"),
                json.optionalText("weight"),
                json.optionalText("offset"),
                json.optionalText("exposure"));
        Missing missing = Missing.named(json.text("missing"));
        int width = json.count("tableWidth");
        List<JsonObject> encoded = json.objects("columns");
        List<ColumnEncoding> columns = new ArrayList<>();
        int[] positions = new int[encoded.size()];
        Set<String> names = new HashSet<>(roles.names());
        Set<Integer> places = new HashSet<>();
        for (JsonObject column : encoded) {
            String name = column.text("column");
            require(names.add(name), column, "column", "column '" + name + "' is there twice, or has another role");
            int position = column.count("position");
            require(position < width, column, "position", "a table of " + width + " columns has none there");
            require(places.add(position), column, "position", "another column is there already");
            positions[columns.size()] = position;
            columns.add(
                    column.has("levels")
                            ? categories(name, column)
                            : column.has("hashed") ? hashed(name, column) : numbers(name, column));
            require(
                    missing != Missing.MEAN || column.has("fill"),
                    column,
                    "fill",
                    "missing cells are filled in, but nothing says with what");
        }
        int targetPosition = json.count("targetPosition");
        require(targetPosition < width, json, "targetPosition", "a table of " + width + " columns has none there");
        return new TableEncoding(
                roles,
                Scale.named(json.text("scale")),
                missing,
                columns,
                positions,
                width,
                targetPosition,
                json.flag("headerless"));
    }

    private static Numbers numbers(String name, JsonObject column) {
        double shift = column.number("shift");
        double divisor = column.number("divisor");
        double fill = column.has("fill") ? column.number("fill") : Double.NaN;
        require(Double.isFinite(shift), column, "shift", "a shift is a finite number");
        require(divisor > 0, column, "divisor", "a divisor is above 0");
        require(!Double.isInfinite(fill), column, "fill", "what a missing cell counts as is finite");
        return new Numbers(name, shift, divisor, fill);
    }

    private static Categories categories(String name, JsonObject column) {
        List<String> levels = column.texts("levels");
        int fill = column.has("fill") ? column.count("fill") : -1;
        require(!levels.isEmpty(), column, "levels", "a column of categories has at least one");
        require(new HashSet<>(levels).size() == levels.size(), column, "levels", "a level is there twice");
        require(fill < levels.size(), column, "fill", "there are only " + levels.size() + " levels, counted from 0");
        int reference = column.has("reference") ? levels.indexOf(column.text("reference")) : -1;
        require(reference >= 0 || !column.has("reference"), column, "reference", "the reference is none of the levels");
        return new Categories(name, levels, fill, reference);
    }

    private static Hashed hashed(String name, JsonObject column) {
        int width = column.count("hashed");
        int fill = column.has("fill") ? column.count("fill") : -1;
        require(Integer.bitCount(width) == 1, column, "hashed", "hashed features are a power of two");
        require(fill < width, column, "fill", "there are only " + width + " features, counted from 0");
        return new Hashed(name, width, fill, column.count("seen"), column.count("collisions"));
    }

    private static void require(boolean right, JsonObject json, String field, String otherwise) {
        if (!right) {
            throw json.at(field, InvalidInput.of(otherwise, "correct it"));
        }
    }
}
