package org.fenchel.io.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The parts of a model in a file: the fields of its header, and arrays of doubles by name, which may be long. */
public final class Stored {
    private final JsonObject header;
    private final Map<String, double[]> arrays = new LinkedHashMap<>();

    Stored(JsonObject header) {
        this.header = header;
    }

    /** The header's fields, to be added to or read. */
    public JsonObject header() {
        return header;
    }

    /** Adds an array, which is not copied. */
    public void putArray(String name, double[] values) {
        arrays.put(name, values);
    }

    /** The array of this name, or null. Not copied. */
    public double @Nullable [] optionalArray(String name) {
        return arrays.get(name);
    }

    /**
     * The array of this name, not copied.
     *
     * @throws InvalidInput if there is none, or it has another length
     */
    public double[] array(String name, long length) {
        double @Nullable [] array = arrays.get(name);
        if (array == null || array.length != length) {
            throw InvalidInput.of(
                    "the model is damaged: it has "
                            + (array == null
                                    ? "no " + name
                                    : array.length + " " + name + " where " + length + " belong"),
                    "copy or train it again");
        }
        return array;
    }

    Map<String, double[]> arrays() {
        return arrays;
    }
}
