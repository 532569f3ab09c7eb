package org.fenchel.io.model;

import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Roles;
import org.jspecify.annotations.Nullable;

/** Numbers taken from a row given by column names. */
final class OneRow {
    private OneRow() {}

    static double[] numbers(Map<String, ?> row, List<String> names) {
        return names.stream().mapToDouble(name -> number(row, name)).toArray();
    }

    /** What offset and exposure add to the margin. */
    static double offset(Map<String, ?> row, Roles roles) {
        double offset = optional(row, roles.offset(), 0);
        double exposure = optional(row, roles.exposure(), 1);
        if (!(exposure > 0)) {
            throw InvalidInput.of("exposure " + exposure + " is not above 0", "give what is");
        }
        return offset + Math.log(exposure);
    }

    private static double optional(Map<String, ?> row, @Nullable String name, double otherwise) {
        return name == null ? otherwise : number(row, name);
    }

    private static double number(Map<String, ?> row, String name) {
        Object cell = row.get(name);
        if (cell == null) {
            throw InvalidInput.of("the row has no value for '" + name + "'", "give it one");
        }
        double value;
        try {
            value = cell instanceof Number number ? number.doubleValue() : Double.parseDouble(cell.toString());
        } catch (NumberFormatException notOne) {
            value = Double.NaN;
        }
        if (!Double.isFinite(value)) {
            throw InvalidInput.of("'" + cell + "' in '" + name + "' is not a number", "correct it");
        }
        return value;
    }
}
