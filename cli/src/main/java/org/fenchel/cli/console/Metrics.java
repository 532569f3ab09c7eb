package org.fenchel.cli.console;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.metric.Bootstrap;
import org.fenchel.metric.Estimate;
import org.fenchel.metric.Metric;

/** The metrics of a task on scored rows. */
public final class Metrics {
    private Metrics() {}

    /** A metric's name with its value and interval. */
    public record Named(String name, Estimate estimate) {}

    /** Values with 95 % bootstrap intervals. */
    public static <R extends Metric.Rows> List<Named> of(List<? extends Metric<R>> metrics, R rows, long seed) {
        List<Estimate> estimates = new Bootstrap(1000, seed).estimate(metrics, rows);
        List<Named> named = new ArrayList<>();
        for (int k = 0; k < metrics.size(); k++) {
            named.add(new Named(metrics.get(k).name(), estimates.get(k)));
        }
        return named;
    }

    /** As lines of a table. */
    public static TextTable table(List<Named> metrics) {
        TextTable table = new TextTable("metric", "value", "95 % interval");
        for (Named metric : metrics) {
            Estimate estimate = metric.estimate();
            String interval = Double.isNaN(estimate.low())
                    ? "-"
                    : Numbers.digits(estimate.low(), 4) + " .. " + Numbers.digits(estimate.high(), 4);
            table.add(metric.name(), Numbers.digits(estimate.value(), 4), interval);
        }
        return table;
    }
}
