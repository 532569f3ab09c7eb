package org.fenchel.io.libsvm;

import java.nio.file.Path;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;

/** Reads LIBSVM text into a {@link Dataset}. */
public final class LibsvmReader {
    private LibsvmReader() {}

    /**
     * Reads a file, gzip-compressed or not.
     *
     * @param minimumFeatures the least number of features the data set gets, 0 for as many as the file has
     * @throws InvalidInput for every mistake in the file, with file, line and column
     */
    public static Dataset read(Path file, int minimumFeatures) {
        throw new UnsupportedOperationException("not yet");
    }
}
