package org.fenchel.lab.classical;

import org.fenchel.run.Trace;

/** The course sheet whose questions are answered here by measuring. */
final class Course {
    static final String CITATION = "AI505/AI801, Optimization, exercise sheet 07, 2026";

    private Course() {}

    /** Passes until the objective was first measured within this of the optimum; NaN if it never was. */
    static double passes(Trace trace, double optimum, double excess) {
        return trace.points().stream()
                .filter(point -> point.objective() <= optimum + excess)
                .mapToDouble(Trace.Point::passes)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Seconds until then; NaN if it never was. */
    static double seconds(Trace trace, double optimum, double excess) {
        return trace.points().stream()
                .filter(point -> point.objective() <= optimum + excess)
                .mapToDouble(Trace.Point::seconds)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The lowest objective that was measured. */
    static double least(Trace trace) {
        return trace.points().stream()
                .mapToDouble(Trace.Point::objective)
                .filter(Double::isFinite)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
