package org.fenchel.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import org.fenchel.run.Trace;

/** Writes the course of a fit: a line a point, as CSV or, where the name ends in {@code .jsonl}, as JSON objects. */
final class TraceFile {
    private static final String[] NAMES = {"passes", "seconds", "objective", "dual", "relativeGap", "onlineLoss"};

    private TraceFile() {}

    /** Writes the file, whole or not at all. */
    static void write(Path file, Trace trace) throws IOException {
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl");
        AtomicOutput.write(file, out -> {
            if (!json) {
                out.write(String.join(",", NAMES) + "\n");
            }
            for (Trace.Point point : trace.points()) {
                write(out, json, values(point));
            }
        });
    }

    private static void write(Writer out, boolean json, double[] values) throws IOException {
        for (int k = 0; k < values.length; k++) {
            // What is not known is an empty cell, or null.
            boolean known = Double.isFinite(values[k]);
            if (json) {
                out.write((k == 0 ? "{\"" : ",\"") + NAMES[k] + "\":" + (known ? values[k] : "null"));
            } else {
                out.write((k == 0 ? "" : ",") + (known ? values[k] : ""));
            }
        }
        out.write(json ? "}\n" : "\n");
    }

    private static double[] values(Trace.Point point) {
        return new double[] {
            point.passes(), point.seconds(), point.objective(), point.dual(), point.relativeGap(), point.onlineLoss()
        };
    }
}
