package org.fenchel.lab.poisson;

import java.util.Arrays;
import org.fenchel.run.Trace;

/** How far a run had come when. */
final class Progressed {
    private Progressed() {}

    /** Passes until the certified relative gap was at most this at a measurement; NaN if it never was. */
    static double passes(Trace trace, double gap) {
        return trace.points().stream()
                .filter(point -> point.relativeGap() <= gap)
                .mapToDouble(Trace.Point::passes)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Seconds until then, measuring excluded; NaN if it never was. */
    static double seconds(Trace trace, double gap) {
        return trace.points().stream()
                .filter(point -> point.relativeGap() <= gap)
                .mapToDouble(Trace.Point::seconds)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The middle one of some values (the lower of two), a missing value counting as the largest; NaN if that is missing. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted); // NaN last
        return sorted[(sorted.length - 1) / 2];
    }
}
