package org.fenchel.cli.train;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.fenchel.cli.console.AtomicOutput;
import org.fenchel.cli.select.Judged;
import org.fenchel.run.Trace;
import org.jspecify.annotations.Nullable;

/** Writes the course of a fit: a line a point, as CSV or, where the name ends in {@code .jsonl}, as JSON objects. */
final class TraceFile {
    private static final List<String> NAMES =
            List.of("passes", "seconds", "objective", "dual", "relativeGap", "onlineLoss");

    private TraceFile() {}

    /**
     * Writes the file, whole or not at all.
     *
     * @param judged what the points' validation scores are, or null where there are none
     */
    static void write(Path file, Trace trace, @Nullable Judged judged) throws IOException {
        List<String> names = new ArrayList<>(NAMES);
        if (judged != null) {
            names.add("validation");
        }
        if (trace.asksOracles()) {
            names.add("oracleCalls");
            names.add("products");
        }
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl");
        AtomicOutput.write(file, out -> {
            if (!json) {
                out.write(String.join(",", names) + "\n");
            }
            for (Trace.Point point : trace.points()) {
                write(out, json, names, values(trace, point, judged));
            }
        });
    }

    private static void write(Writer out, boolean json, List<String> names, double[] values) throws IOException {
        for (int k = 0; k < names.size(); k++) {
            // What is not known is an empty cell, or null.
            boolean known = Double.isFinite(values[k]);
            if (json) {
                out.write((k == 0 ? "{\"" : ",\"") + names.get(k) + "\":" + (known ? values[k] : "null"));
            } else {
                out.write((k == 0 ? "" : ",") + (known ? values[k] : ""));
            }
        }
        out.write(json ? "}\n" : "\n");
    }

    private static double[] values(Trace trace, Trace.Point point, @Nullable Judged judged) {
        DoubleStream.Builder values = DoubleStream.builder()
                .add(point.passes())
                .add(point.seconds())
                .add(point.objective())
                .add(point.dual())
                .add(point.relativeGap())
                .add(point.onlineLoss());
        if (judged != null) {
            values.add(judged.value(point.validation()));
        }
        if (trace.asksOracles()) {
            values.add(point.oracle().calls()).add(point.oracle().products());
        }
        return values.build().toArray();
    }
}
