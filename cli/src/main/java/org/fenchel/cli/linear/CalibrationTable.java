package org.fenchel.cli.linear;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.TextTable;
import org.fenchel.io.json.JsonObject;
import org.fenchel.metric.Calibration;
import org.fenchel.metric.ClassScored;
import org.fenchel.metric.Scored;

/** Predicted means beside observed ones, in groups of rows, as people and programs read them. */
public final class CalibrationTable {
    private final Calibration calibration;
    private final String what;
    private final String observed;
    private final String weight;

    private CalibrationTable(Calibration calibration, String what, String observed, String weight) {
        this.calibration = calibration;
        this.what = what;
        this.observed = observed;
        this.weight = weight;
    }

    /**
     * Cuts rows of several classes into groups by the probability of the class that is named.
     *
     * @param groups how many, 1 or more
     */
    public static CalibrationTable of(ClassScored rows, int groups) {
        boolean equal = Arrays.stream(rows.weights()).allMatch(weight -> weight == 1);
        return new CalibrationTable(rows.calibration(groups), "probability", "share of hits", equal ? "" : "weight");
    }

    /**
     * Cuts scored rows into groups.
     *
     * @param task of the model, one that predicts means
     * @param exposed whether there are exposures: rates are compared with counts over exposures, which are the weights then
     * @param groups how many, 1 or more
     */
    static CalibrationTable of(Task task, Scored rows, boolean exposed, int groups) {
        double[] observed = new double[rows.n()];
        double[] weights = new double[rows.n()];
        for (int i = 0; i < observed.length; i++) {
            observed[i] = task.classifies() ? rows.targets()[i] > 0 ? 1 : 0 : rows.targets()[i] / rows.exposures()[i];
            weights[i] = rows.weights()[i] * rows.exposures()[i];
        }
        boolean equal = !exposed && Arrays.stream(weights).allMatch(weight -> weight == 1);
        return new CalibrationTable(
                Calibration.of(rows.rates(), observed, weights, groups),
                task.classifies() ? "probability" : "rate",
                task.classifies() ? "share of positives" : "observed",
                equal ? "" : exposed ? "exposure" : "weight");
    }

    /** Prints a heading and a line for each group; weights only where they differ. */
    public void print(PrintWriter out) {
        out.println("Calibration: rows in order of their predicted " + what + ", in groups of about equal "
                + (weight.isEmpty() ? "size" : weight));
        out.println();
        List<String> headings = List.of("predicted " + what, "mean", observed, "observed/predicted", "rows", weight);
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (Calibration.Group group : calibration.groups()) {
            table.add(
                    Numbers.digits(group.from(), 4) + " .. " + Numbers.digits(group.to(), 4),
                    Numbers.digits(group.predicted(), 4),
                    Numbers.digits(group.observed(), 4),
                    Numbers.digits(group.ratio(), 4),
                    Numbers.count(group.rows()),
                    weight.isEmpty() ? "" : Numbers.digits(group.weight(), 4));
        }
        table.print(out, "  ");
    }

    /** One object for each group. */
    public List<JsonObject> json() {
        return calibration.groups().stream()
                .map(group -> new JsonObject()
                        .put("from", Json.number(group.from()))
                        .put("to", Json.number(group.to()))
                        .put("predicted", Json.number(group.predicted()))
                        .put("observed", Json.number(group.observed()))
                        .put("ratio", Json.number(group.ratio()))
                        .put("rows", group.rows())
                        .put("weight", Json.number(group.weight())))
                .toList();
    }
}
