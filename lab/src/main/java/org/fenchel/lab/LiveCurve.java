package org.fenchel.lab;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenchel.run.Listener;
import org.fenchel.run.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The curve of a cell at work, a line of CSV for each point that was measured, for those who watch. At most ten a second are
 * written, and nothing depends on them.
 */
final class LiveCurve implements Listener, AutoCloseable {
    /** Written nowhere. */
    static final LiveCurve NONE = new LiveCurve(null);

    static final String HEADER = "passes,seconds,objective,relativeGap,onlineLoss\n";
    private static final long EVERY = 100_000_000L;

    private final @Nullable Path file;
    private @Nullable BufferedWriter out;
    private long next = System.nanoTime();

    private LiveCurve(@Nullable Path file) {
        this.file = file;
    }

    /** In this file, which appears with the first point. */
    static LiveCurve in(Path file) {
        return new LiveCurve(file);
    }

    @Override
    public void probed(Trace.Point point) {
        if (file == null || System.nanoTime() < next) {
            return;
        }
        next = System.nanoTime() + EVERY;
        try {
            BufferedWriter writer = out;
            if (writer == null) {
                Files.createDirectories(file.resolveSibling(""));
                writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                writer.write(HEADER);
                out = writer;
            }
            writer.write(point.passes() + "," + point.seconds() + "," + point.objective() + "," + point.relativeGap()
                    + "," + point.onlineLoss() + "\n");
            writer.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        BufferedWriter writer = out;
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
