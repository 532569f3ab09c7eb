package org.fenchel.cli.use;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a model can be written as for others to use. */
public enum ExportFormat {
    /** A graph that other programs run. */
    ONNX,
    /** Coefficients, and all it takes to read them back. */
    JSON,
    /** The same as a table. */
    CSV;

    /** The format that the end of a file's name asks for. */
    static Optional<ExportFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format))
                .findFirst();
    }

    /** Whether it is no text, which no terminal can show. */
    boolean isBinary() {
        return this == ONNX;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
