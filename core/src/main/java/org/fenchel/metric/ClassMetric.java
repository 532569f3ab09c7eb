package org.fenchel.metric;

import java.util.List;
import java.util.function.Function;

/**
 * How well several classes are told apart.
 *
 * @param name as in reports
 * @param higherIsBetter whether larger values are better ones
 * @param statistic of rows that were predicted
 */
public record ClassMetric(String name, boolean higherIsBetter, Function<ClassScored, Metric.Statistic> statistic)
        implements Metric<ClassScored> {
    /** Mean of minus the logarithm of the probability of each row's own class, in nats. */
    public static final ClassMetric LOG_LOSS =
            new ClassMetric("log-loss", false, rows -> new WeightedMean(rows.losses()));

    /** Share of rows whose most probable class is theirs. */
    public static final ClassMetric ACCURACY = new ClassMetric("accuracy", true, rows -> new WeightedMean(rows.hits()));

    /** See {@link Confusion#macroF1}. */
    public static final ClassMetric MACRO_F1 = new ClassMetric(
            "macro-f1", true, rows -> weights -> rows.confusion(weights).macroF1());

    /** All of them, the most telling first. */
    public static final List<ClassMetric> ALL = List.of(LOG_LOSS, ACCURACY, MACRO_F1);

    @Override
    public Statistic over(ClassScored rows) {
        return statistic.apply(rows);
    }
}
