package org.fenchel.cli.hawkes;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Metrics;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.TextTable;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.data.EventLog;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedHawkes;
import org.fenchel.metric.Estimate;
import org.fenchel.model.hawkes.GoodnessOfFit;
import org.fenchel.model.hawkes.Parents;

/** How a Hawkes process fits events. */
record HawkesEvaluated(EventLog log, GoodnessOfFit fit, GoodnessOfFit floored, double[][] origins)
        implements Evaluated {
    private static final int MOST_COLUMNS = 12;

    /** Share of the mean rate that no rate is below, where the model's own rates make events impossible. */
    private static final double FLOOR = 1e-3;

    /** @param floor share of each node's mean rate that no rate is below */
    static HawkesEvaluated of(TrainedHawkes model, EventLog log, double floor) {
        GoodnessOfFit fit = GoodnessOfFit.of(model.hawkes(), log, floor);
        GoodnessOfFit floored = fit.impossible() == 0 ? fit : GoodnessOfFit.of(model.hawkes(), log, FLOOR);
        return new HawkesEvaluated(log, fit, floored, Parents.attribution(model.hawkes(), log));
    }

    @Override
    public String task() {
        return "hawkes";
    }

    @Override
    public int n() {
        return (int) Math.min(Integer.MAX_VALUE, log.events());
    }

    @Override
    public String size() {
        return HawkesWords.size(log);
    }

    @Override
    public List<Metrics.Named> metrics() {
        List<Metrics.Named> metrics = new ArrayList<>();
        metrics.add(named("log-likelihood", fit.logLikelihood()));
        metrics.add(named("per-event", fit.logLikelihoodPerEvent()));
        metrics.add(named("gain-per-event", gain(fit)));
        if (fit.impossible() > 0) {
            metrics.add(named("gain-with-floor", gain(floored)));
            metrics.add(named("zero-rate-share", (double) fit.impossible() / fit.events()));
        }
        metrics.add(named("ks-statistic", fit.testAll().statistic()));
        metrics.add(named("ks-p-value", fit.testAll().pValue()));
        return metrics;
    }

    private static double gain(GoodnessOfFit fit) {
        return (fit.logLikelihood() - fit.poissonLogLikelihood()) / fit.events();
    }

    private static Metrics.Named named(String name, double value) {
        return new Metrics.Named(name, new Estimate(value, Double.NaN, Double.NaN));
    }

    @Override
    public List<String> warnings() {
        return fit.impossible() == 0
                ? List.of()
                : List.of(Numbers.count(fit.impossible(), "event") + " ("
                        + Numbers.digits(100.0 * fit.impossible() / fit.events(), 2)
                        + " %) happened where the model's intensity is 0: the log-likelihood is minus infinity; gain-with-floor"
                        + " is that of rates of at least a thousandth of each node's mean (evaluate --floor sets another),"
                        + " and a stronger --l2 weakens inhibition");
    }

    @Override
    public void printTables(PrintWriter out) {
        out.println();
        out.println("  gain-per-event: nats over constant rates; ks: residuals against the exponential distribution");
        out.println();
        TextTable table = new TextTable("node", "events", "expected", "ks", "p-value");
        for (int i = 0; i < log.nodes(); i++) {
            GoodnessOfFit.Uniformity test = fit.test(i);
            table.add(
                    log.nodeNames().get(i),
                    Numbers.count(log.events(i)),
                    Numbers.digits(fit.compensators()[i], 6),
                    Numbers.digits(test.statistic(), 3),
                    Numbers.small(test.pValue()));
        }
        table.print(out, "  ");
        if (log.nodes() <= MOST_COLUMNS) {
            printOrigins(out);
        }
    }

    private void printOrigins(PrintWriter out) {
        out.println();
        out.println("  expected numbers of the row's events that the baseline and events of each node brought about");
        out.println();
        String[] heading = new String[log.nodes() + 2];
        heading[0] = "node";
        heading[1] = "baseline";
        for (int j = 0; j < log.nodes(); j++) {
            heading[j + 2] = log.nodeNames().get(j);
        }
        TextTable table = new TextTable(heading);
        for (int i = 0; i < log.nodes(); i++) {
            String[] cells = new String[heading.length];
            cells[0] = log.nodeNames().get(i);
            for (int j = 0; j <= log.nodes(); j++) {
                cells[j + 1] = Numbers.digits(origins[i][j], 4);
            }
            table.add(cells);
        }
        table.print(out, "  ");
    }

    @Override
    public void putTables(JsonObject json) {
        List<JsonObject> nodes = new ArrayList<>();
        for (int i = 0; i < log.nodes(); i++) {
            GoodnessOfFit.Uniformity test = fit.test(i);
            nodes.add(new JsonObject()
                    .put("node", log.nodeNames().get(i))
                    .put("events", log.events(i))
                    .put("expected", fit.compensators()[i])
                    .put("ks", Json.number(test.statistic()))
                    .put("pValue", Json.number(test.pValue()))
                    .put("fromBaseline", origins[i][0])
                    .put("fromNodes", HawkesWords.list(Arrays.copyOfRange(origins[i], 1, log.nodes() + 1))));
        }
        json.put("impossible", fit.impossible()).put("nodes", nodes);
    }
}
