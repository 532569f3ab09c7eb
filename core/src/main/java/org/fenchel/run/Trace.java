package org.fenchel.run;

import java.util.List;

/**
 * What a run showed at its probes.
 *
 * @param solver the method with its hyper-parameters
 * @param problem the problem in one line
 * @param points in order, at least one
 */
public record Trace(String solver, String problem, long seed, List<Point> points, StopReason reason) {
    public Trace {
        points = List.copyOf(points);
    }

    /**
     * One probe.
     *
     * @param passes over the data so far
     * @param seconds of work so far, measuring excluded
     * @param objective primal value; NaN with the next two where the step was not probed
     * @param dual lower bound, or negative infinity
     * @param relativeGap or infinity
     * @param onlineLoss mean loss just before each row's use over the last pass; NaN where the method has none
     */
    public record Point(
            double passes, double seconds, double objective, double dual, double relativeGap, double onlineLoss) {}

    /** The last probe. */
    public Point last() {
        return points.get(points.size() - 1);
    }
}
