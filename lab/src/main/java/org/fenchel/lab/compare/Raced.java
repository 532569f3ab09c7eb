package org.fenchel.lab.compare;

import java.util.List;
import org.fenchel.run.Trace;

/**
 * A run of a method.
 *
 * @param solver as the catalogue writes it
 * @param step the step size that was tried; NaN for the method's own
 * @param trace with the time of the start included in each point
 */
record Raced(String solver, double step, Trace trace) {
    /** Whether the method ran with its own step size. */
    boolean isOwn() {
        return Double.isNaN(step);
    }

    private List<Trace.Point> measured(Measure measure) {
        return trace.points().stream()
                .filter(point -> Double.isFinite(measure.raw(point)))
                .toList();
    }

    /** The lowest value on the way; infinite where there was none. */
    double least(Measure measure) {
        return measured(measure).stream().mapToDouble(measure::raw).min().orElse(Double.POSITIVE_INFINITY);
    }

    /** The lowest value beside the lowest of all runs; infinite where there was none. */
    double best(Measure measure, double lowest) {
        return measured(measure).stream()
                .mapToDouble(point -> measure.value(point, lowest))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Seconds until the goal was reached for the first time; infinite where it was not. */
    double secondsTo(Measure measure, double lowest, double goal) {
        return measured(measure).stream()
                .filter(point -> measure.value(point, lowest) <= goal)
                .mapToDouble(Trace.Point::seconds)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Seconds until its own best. */
    double secondsToBest(Measure measure) {
        double least = least(measure);
        return secondsTo(measure, least, measure == Measure.GAP ? least : 0);
    }
}
