package org.fenchel.lab.hawkes;

import java.util.Arrays;
import java.util.List;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Figure;
import org.fenchel.lab.ResultTable;
import org.fenchel.model.hawkes.GoodnessOfFit;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.IntensityState;

/** What is drawn of a Hawkes process and the events it is judged on. */
public final class HawkesFigures {
    private static final String TIME = "time to the end";
    private static final String HAPPENED = "events";
    private static final String PERFECT = "a perfect fit";
    private static final int MOST_NODES = 6;
    private static final int EVENTS = 120;

    /** Rates at events so many times the mean rate are drawn on a logarithmic axis. */
    private static final int BURST = 30;

    private static final int GRID = 400;
    private static final int QUANTILES = 200;

    private HawkesFigures() {}

    /** Heat map, intensities and quantiles. */
    public static List<Figure> all(HawkesModel model, EventLog log, GoodnessOfFit fit) {
        return List.of(kernels(model), intensities(model, log), quantiles(log, fit));
    }

    /** Integrals of the kernels, excitation and inhibition told apart by colour. */
    public static Figure kernels(HawkesModel model) {
        ResultTable table = ResultTable.of("on", "of", "events");
        double[][] norms = model.kernelNorms();
        for (int i = 0; i < norms.length; i++) {
            for (int j = 0; j < norms.length; j++) {
                table.add(model.nodeNames().get(i), model.nodeNames().get(j), norms[i][j]);
            }
        }
        return new Figure(
                "kernels",
                "Who excites and who inhibits whom",
                "The effect of an event of the column's node on the row's: how many events it brings, or, below 0, takes away.",
                new Chart(Chart.Mark.TILES, Chart.Axis.linear("of"), Chart.Axis.linear("on"), "events"),
                table);
    }

    /** Intensities over the last events of the first sequence, and the events. */
    public static Figure intensities(HawkesModel model, EventLog log) {
        EventSequence sequence = log.sequences().get(0);
        int size = sequence.size();
        double from = size <= EVENTS ? sequence.start() : Math.max(sequence.start(), sequence.times()[size - EVENTS]);
        double to = sequence.end();
        ResultTable table = ResultTable.of("node", TIME, "intensity");
        IntensityState state = model.begin();
        int nodes = Math.min(model.nodes(), MOST_NODES);
        double largest = 0;
        double sum = 0;
        int k = 0;
        for (int g = 0; g <= GRID; g++) {
            double t = from + (to - from) * g / GRID;
            for (; k < size && sequence.times()[k] < t; k++) {
                double time = sequence.times()[k];
                int node = sequence.nodes()[k];
                state.moveTo(time);
                if (time >= from && node < nodes) {
                    largest = Math.max(largest, state.intensity(node));
                    table.add(HAPPENED, time - to, Math.max(0, state.intensity(node)));
                }
                state.add(node);
            }
            state.moveTo(t);
            for (int i = 0; i < nodes; i++) {
                sum += Math.max(0, state.intensity(i));
                table.add(model.nodeNames().get(i), t - to, Math.max(0, state.intensity(i)));
            }
        }
        boolean bursts = largest > BURST * sum / (GRID + 1) / nodes;
        return new Figure(
                "intensities",
                "Rates of events over time",
                "The rate of each node just before each moment, and the events, as dots, at the rates they happened at; time is counted back from the end.",
                new Chart(Chart.Mark.LINES, Chart.Axis.linear(TIME), new Chart.Axis("intensity", bursts), "node")
                        .withOtherwise(HAPPENED),
                table);
    }

    /** Residuals against the exponential distribution. */
    public static Figure quantiles(EventLog log, GoodnessOfFit fit) {
        ResultTable table = ResultTable.of("node", "exponential", "residual");
        double largest = 0;
        for (int i = 0; i < Math.min(log.nodes(), MOST_NODES); i++) {
            double[] sorted = fit.residuals()[i].clone();
            Arrays.sort(sorted);
            int n = sorted.length;
            int shown = Math.min(n, QUANTILES);
            for (int q = 0; q < shown; q++) {
                // the largest are all shown where not all are: that is where fits fail
                int k = shown == n ? q : (int) Math.round((n - 1) * (1 - Math.pow(1 - q / (shown - 1.0), 2)));
                double quantile = -Math.log1p(-(k + 0.5) / n);
                largest = Math.max(largest, quantile);
                table.add(log.nodeNames().get(i), quantile, sorted[k]);
            }
        }
        table.add(PERFECT, 0.0, 0.0).add(PERFECT, largest, largest);
        return new Figure(
                "quantiles",
                "Residuals against the exponential distribution",
                "Integrals of each node's rate from event to event, sorted, where they should be; points above the line are waits"
                        + " longer than the model expects.",
                new Chart(Chart.Mark.POINTS, Chart.Axis.linear("exponential"), Chart.Axis.linear("residual"), "node")
                        .withOtherwise(PERFECT),
                table);
    }
}
