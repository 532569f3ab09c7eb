package org.fenchel.io.source;

import java.nio.file.Path;
import org.fenchel.data.InvalidInput;

/** The text formats that data sets come in. */
public enum DataFormat {
    /** Delimited text. */
    CSV,
    /** A label and index:value pairs a line. */
    LIBSVM;

    /**
     * Finds out a file's format by its content.
     *
     * @throws InvalidInput if it is neither, naming what it is where that can be told
     */
    public static DataFormat detect(Path file) {
        throw new UnsupportedOperationException("not yet");
    }
}
