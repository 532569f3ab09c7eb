package org.fenchel.io.json;

import java.util.List;
import java.util.Map;

/** Values as JSON text: objects a field a line, lists of plain values on one line. */
final class JsonText {
    private JsonText() {}

    static void append(StringBuilder out, Object value, int depth) {
        if (value instanceof JsonObject object) {
            object(out, object, depth);
        } else if (value instanceof List<?> list) {
            list(out, list, depth);
        } else if (value instanceof String text) {
            quote(out, text);
        } else if (value instanceof Double || value instanceof Float) {
            number(out, ((Number) value).doubleValue());
        } else if (value instanceof Number || value instanceof Boolean || value == JsonObject.NULL) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    private static void object(StringBuilder out, JsonObject object, int depth) {
        if (object.fields().isEmpty()) {
            out.append("{}");
            return;
        }
        char before = '{';
        for (Map.Entry<String, Object> field : object.fields().entrySet()) {
            out.append(before);
            line(out, depth + 1);
            quote(out, field.getKey());
            out.append(": ");
            append(out, field.getValue(), depth + 1);
            before = ',';
        }
        line(out, depth);
        out.append('}');
    }

    private static void list(StringBuilder out, List<?> list, int depth) {
        boolean broken = !list.isEmpty() && list.get(0) instanceof JsonObject;
        out.append('[');
        String between = "";
        for (Object value : list) {
            out.append(between);
            if (broken) {
                line(out, depth + 1);
            }
            append(out, value, depth + 1);
            between = broken ? "," : ", ";
        }
        if (broken) {
            line(out, depth);
        }
        out.append(']');
    }

    private static void line(StringBuilder out, int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    private static void number(StringBuilder out, double value) {
        if (Double.isFinite(value)) {
            out.append(value);
        } else {
            out.append('"').append(value).append('"');
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                // A lone surrogate has no UTF-8 form; escaped, it and proper pairs alike come back as they were.
                out.append("\\u");
                String hex = Integer.toHexString(c);
                out.append("0".repeat(4 - hex.length())).append(hex);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
