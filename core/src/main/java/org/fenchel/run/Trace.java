package org.fenchel.run;

import java.util.List;
import org.fenchel.solver.OracleWork;

/**
 * What a run showed, step by step.
 *
 * @param solver the method with its hyper-parameters
 * @param problem the problem in one line
 * @param seed everything random followed from it
 * @param points one before the first step and one after each, in order
 * @param reason why it ended
 */
public record Trace(String solver, String problem, long seed, List<Point> points, StopReason reason) {
    /** Copies the points. */
    public Trace {
        points = List.copyOf(points);
    }

    /**
     * One step.
     *
     * @param passes over the data so far
     * @param seconds of work so far, measuring excluded
     * @param objective primal value after this step; NaN with the next two where it was not measured
     * @param dual best lower bound proven so far, or negative infinity
     * @param relativeGap or infinity
     * @param onlineLoss mean loss just before each row's use over the last pass; NaN where the method has none
     * @param validation score on rows held out, lower is better; NaN where there are none
     * @param oracle what was asked of oracles so far
     */
    public record Point(
            double passes,
            double seconds,
            double objective,
            double dual,
            double relativeGap,
            double onlineLoss,
            double validation,
            OracleWork oracle) {
        /** Without rows held out, and without oracles. */
        public Point(
                double passes, double seconds, double objective, double dual, double relativeGap, double onlineLoss) {
            this(passes, seconds, objective, dual, relativeGap, onlineLoss, Double.NaN, OracleWork.NONE);
        }

        Point withValidation(double score) {
            return new Point(passes, seconds, objective, dual, relativeGap, onlineLoss, score, oracle);
        }
    }

    /** Whether the method asks oracles, so that their counts say something. */
    public boolean asksOracles() {
        return last().oracle().calls() > 0;
    }

    /** The last step, which was measured. */
    public Point last() {
        return points.get(points.size() - 1);
    }
}
