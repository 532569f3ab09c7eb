package org.fenchel.cli.select;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleFunction;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.TextTable;
import org.fenchel.io.json.JsonObject;
import org.fenchel.metric.Metric;
import org.fenchel.select.Rule;
import org.fenchel.select.Score;

/** What a model was chosen from, as people and programs read it. */
public final class SelectedReport {
    /** Lines of a table of penalties, besides the best and the chosen one. */
    private static final int LINES = 20;

    private SelectedReport() {}

    /** @param penalties the weights of a penalty by name, at a factor */
    public static void print(Selected selected, DoubleFunction<Map<String, Double>> penalties, PrintWriter out) {
        if (!selected.plan().path()) {
            out.println("Scores  " + by(selected) + ":");
            metrics(selected).print(out, "  ");
            out.println();
            return;
        }
        out.println("Path    " + Numbers.count(selected.points().size()) + " penalties"
                + (selected.judged() ? ", judged by the " + selected.judge().name() + " " + by(selected) : "") + ":");
        path(selected, penalties).print(out, "  ");
        out.println("  * " + choice(selected));
        out.println();
    }

    private static String by(Selected selected) {
        return selected.plan().folds() > 0
                ? "in " + Numbers.count(selected.plan().folds(), "fold") + " of cross-validation"
                : "on rows held out";
    }

    private static String choice(Selected selected) {
        if (!selected.whole()) {
            return "kept: the last one reached";
        }
        if (!selected.judged()) {
            return "kept: the last; --cv 5 would choose by scores";
        }
        String fitted = ", fitted to all rows";
        return selected.plan().rule() == Rule.BEST
                ? "chosen: the best" + fitted
                : "chosen: the strongest penalty within a standard error of the best" + fitted;
    }

    /** One line a metric. */
    private static TextTable metrics(Selected selected) {
        TextTable table = new TextTable("metric", "mean", "std. error");
        List<Score> scores = selected.points().get(0).scores();
        for (int m = 0; m < scores.size(); m++) {
            table.add(
                    selected.metrics().get(m).name(),
                    Numbers.digits(scores.get(m).mean(), 5),
                    Numbers.digits(scores.get(m).standardError(), 2));
        }
        return table;
    }

    /** One line a penalty. */
    private static TextTable path(Selected selected, DoubleFunction<Map<String, Double>> penalties) {
        List<Selected.Point> points = selected.points();
        List<String> headings =
                new ArrayList<>(penalties.apply(points.get(0).factor()).keySet());
        headings.addAll(List.of("not zero", "objective", "relative gap"));
        if (selected.judged()) {
            headings.addAll(List.of(selected.judge().name(), "std. error"));
        }
        headings.add("");
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (int k : lines(points.size(), selected.chosen())) {
            Selected.Point point = points.get(k);
            List<String> cells = new ArrayList<>();
            penalties.apply(point.factor()).values().forEach(weight -> cells.add(Numbers.digits(weight, 4)));
            cells.add(Numbers.count(point.nonZeros()));
            cells.add(Numbers.digits(point.certificate().primal(), 8));
            cells.add(Numbers.small(point.certificate().relativeGap()));
            if (selected.judged()) {
                Score score = point.scores().get(selected.plan().judge());
                cells.add(Numbers.digits(score.mean(), 5));
                cells.add(Numbers.digits(score.standardError(), 2));
            }
            cells.add(k == selected.chosen() ? "*" : "");
            table.add(cells.toArray(String[]::new));
        }
        return table;
    }

    private static SortedSet<Integer> lines(int count, int needed) {
        SortedSet<Integer> lines = new TreeSet<>();
        int shown = Math.min(count, LINES);
        for (int k = 0; k < shown; k++) {
            lines.add(shown == 1 ? 0 : (int) Math.round((double) k * (count - 1) / (shown - 1)));
        }
        lines.add(needed);
        return lines;
    }

    /** @param penalties the weights of a penalty by name, at a factor */
    public static JsonObject json(Selected selected, DoubleFunction<Map<String, Double>> penalties) {
        SelectPlan plan = selected.plan();
        JsonObject json = new JsonObject()
                .put("by", plan.folds() > 0 ? "cross-validation" : plan.validation() > 0 ? "validation" : "none");
        if (plan.folds() > 0) {
            json.put("folds", plan.folds());
        } else if (plan.validation() > 0) {
            json.put("validation", plan.validation());
        }
        if (selected.judged()) {
            json.put("score", selected.judge().name());
        }
        if (selected.judged() && plan.path()) {
            json.put("rule", plan.rule() == Rule.BEST ? "best" : "1se");
        }
        List<JsonObject> points = new ArrayList<>();
        for (Selected.Point point : selected.points()) {
            points.add(json(point, selected.metrics(), penalties));
        }
        return json.put("chosen", selected.chosen()).put("path", points);
    }

    private static JsonObject json(
            Selected.Point point, List<? extends Metric<?>> metrics, DoubleFunction<Map<String, Double>> penalties) {
        JsonObject json = new JsonObject();
        penalties.apply(point.factor()).forEach(json::put);
        json.put("nonZeros", point.nonZeros());
        Json.putCertificate(json, point.certificate()).put("stop", Json.name(point.reason()));
        if (!point.scores().isEmpty()) {
            JsonObject scores = new JsonObject();
            for (int m = 0; m < metrics.size(); m++) {
                Score score = point.scores().get(m);
                scores.put(
                        metrics.get(m).name(),
                        new JsonObject()
                                .put("mean", Json.number(score.mean()))
                                .put("standardError", Json.number(score.standardError())));
            }
            json.put("metrics", scores);
        }
        return json;
    }
}
