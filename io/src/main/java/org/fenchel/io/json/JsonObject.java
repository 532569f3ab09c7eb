package org.fenchel.io.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object with its fields in order. Values are strings, booleans, numbers ({@code Long} or {@code Double} when parsed),
 * objects and lists of these. There is no null: a null field is an absent one. Not thread-safe while being filled.
 *
 * <p>Infinite and undefined numbers, which JSON lacks, are written as the strings {@code "Infinity"}, {@code "-Infinity"} and
 * {@code "NaN"}, and {@link #number} reads them back; every other double comes back with the same bits.
 */
public final class JsonObject {
    /** A value that is written as null, for readers who expect the field to be there; parsing leaves nulls out. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Where the object was read, to find the places of mistakes when there are some; null where it was not. */
    private final @Nullable String text;

    private final int start;

    /** An object without fields. */
    public JsonObject() {
        this(null, 0);
    }

    JsonObject(@Nullable String text, int start) {
        this.text = text;
        this.start = start;
    }

    /**
     * Reads one object.
     *
     * @throws InvalidInput if the text is not exactly one JSON object, with the line and column where it fails
     */
    public static JsonObject parse(String text) {
        return new JsonParser(text).document();
    }

    /** Sets a field; a null value leaves it out. */
    public JsonObject put(String name, @Nullable Object value) {
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
        return this;
    }

    /** Whether there is such a field. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The fields in order. Read only. */
    public Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /**
     * A field of text.
     *
     * @throws InvalidInput if it is not there or something else
     */
    public String text(String name) {
        if (fields.get(name) instanceof String value) {
            return value;
        }
        throw not(name, "a text");
    }

    /** A field of text, or null where there is none. */
    public @Nullable String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    /**
     * A number, infinite and undefined ones included.
     *
     * @throws InvalidInput if it is not there or something else
     */
    public double number(String name) {
        Object value = fields.get(name);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String word) {
            switch (word) {
                case "Infinity":
                    return Double.POSITIVE_INFINITY;
                case "-Infinity":
                    return Double.NEGATIVE_INFINITY;
                case "NaN":
                    return Double.NaN;
                default:
            }
        }
        throw not(name, "a number");
    }

    /**
     * A whole number.
     *
     * @throws InvalidInput if it is not there or something else
     */
    public long whole(String name) {
        Object value = fields.get(name);
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        throw not(name, "a whole number");
    }

    /**
     * A whole number that fits an {@code int} and is at least 0.
     *
     * @throws InvalidInput if it is not there or something else
     */
    public int count(String name) {
        long value = whole(name);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw not(name, "a count");
        }
        return (int) value;
    }

    /**
     * True or false.
     *
     * @throws InvalidInput if it is not there or something else
     */
    public boolean flag(String name) {
        if (fields.get(name) instanceof Boolean value) {
            return value;
        }
        throw not(name, "true or false");
    }

    /**
     * An object.
     *
     * @throws InvalidInput if it is not there or something else
     */
    public JsonObject object(String name) {
        if (fields.get(name) instanceof JsonObject value) {
            return value;
        }
        throw not(name, "an object");
    }

    /**
     * A list of objects.
     *
     * @throws InvalidInput if it is not there or holds something else
     */
    public List<JsonObject> objects(String name) {
        return list(name, JsonObject.class);
    }

    /**
     * A list of texts.
     *
     * @throws InvalidInput if it is not there or holds something else
     */
    public List<String> texts(String name) {
        return list(name, String.class);
    }

    /**
     * A list of finite numbers.
     *
     * @throws InvalidInput if it is not there or holds something else
     */
    public List<Number> numbers(String name) {
        return list(name, Number.class);
    }

    private <T> List<T> list(String name, Class<T> kind) {
        if (!(fields.get(name) instanceof List<?> values)) {
            throw not(name, "a list");
        }
        List<T> checked = new ArrayList<>(values.size());
        for (Object value : values) {
            if (!kind.isInstance(value)) {
                throw not(name, "a list of one kind of value");
            }
            checked.add(kind.cast(value));
        }
        return checked;
    }

    private InvalidInput not(String name, String wanted) {
        return at(name, InvalidInput.of("field \"" + name + "\" is " + (has(name) ? "not " + wanted : "missing"), ""));
    }

    /** The mistake with the line and column of a field's value, where this was read from text and the mistake has no place yet. */
    public InvalidInput at(String name, InvalidInput mistake) {
        return text == null ? mistake : JsonParser.at(text, start, name, mistake);
    }

    /** The object as JSON text over several lines, without a line break at its end. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        JsonText.append(out, this, 0);
        return out.toString();
    }
}
