package org.fenchel.cli.select;

import java.util.List;
import org.fenchel.metric.Metric;
import org.fenchel.problem.Certificate;
import org.fenchel.run.StopReason;
import org.fenchel.select.Score;

/**
 * The models that one was chosen from.
 *
 * @param plan how
 * @param metrics they were judged by, in the order of the points' scores
 * @param points from strong penalties to weak ones, fitted to all rows
 * @param chosen which of them
 * @param whole whether all penalties were tried
 */
public record Selected(
        SelectPlan plan, List<? extends Metric<?>> metrics, List<Point> points, int chosen, boolean whole) {
    /**
     * One model.
     *
     * @param scores one a metric; none where nothing was judged
     */
    public record Point(double factor, long nonZeros, Certificate certificate, StopReason reason, List<Score> scores) {}

    /** Whether the models were judged, and not only fitted. */
    boolean judged() {
        return plan.folds() > 0 || plan.validation() > 0;
    }

    /** The metric that chose. */
    Metric<?> judge() {
        return metrics.get(plan.judge());
    }
}
