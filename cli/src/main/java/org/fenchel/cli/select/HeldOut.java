package org.fenchel.cli.select;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.fenchel.metric.Bootstrap;
import org.fenchel.metric.Metric;

/**
 * Rows that solutions of one kind are judged by.
 *
 * @param n how many
 * @param metrics of the task
 * @param predictions of a solution, beside the truth
 * @param <S> the kind of solution
 * @param <R> the kind of predictions
 */
public record HeldOut<S, R extends Metric.Rows>(int n, List<? extends Metric<R>> metrics, Function<S, R> predictions) {
    /** Draws for a standard error, beside which that of the score itself is large. */
    private static final int RESAMPLES = 200;

    /** All metrics of a solution. */
    double[] scores(S solution) {
        R scored = predictions.apply(solution);
        return metrics.stream()
                .mapToDouble(metric -> metric.over(scored).at(scored.weights()))
                .toArray();
    }

    /** One metric, turned so that lower is better. */
    public ToDoubleFunction<S> loss(int metric) {
        Metric<R> judge = metrics.get(metric);
        return solution -> {
            R scored = predictions.apply(solution);
            return Judged.signed(judge, judge.over(scored).at(scored.weights()));
        };
    }

    /** The standard error of one metric of a solution, by the bootstrap. */
    double standardError(S solution, int metric, long seed) {
        return new Bootstrap(RESAMPLES, seed).standardError(metrics.get(metric), predictions.apply(solution));
    }

    /** For reports of a fit that one metric ended. */
    public Judged judged(int metric) {
        return new Judged(metrics.get(metric).name(), metrics.get(metric).higherIsBetter(), n);
    }
}
