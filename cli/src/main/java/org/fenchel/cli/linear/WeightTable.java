package org.fenchel.cli.linear;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.console.TextTable;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.problem.Solution;

/** Weights by name, on the features as fitted and in the data's own units. */
public final class WeightTable {
    private WeightTable() {}

    /** Prints the largest weights, by what they weigh as fitted. */
    static void largest(TrainedLinear model, int most, PrintWriter out) {
        double[] fitted = model.linear().weights();
        List<Integer> order = bySize(fitted);
        long used = order.stream().filter(j -> fitted[j] != 0).count();
        List<Integer> shown = order.subList(0, (int) Math.min(most, used));
        out.println("Weights " + (used == fitted.length ? "" : Numbers.count(used) + " of ")
                + Numbers.count(fitted.length) + (used == fitted.length ? "" : " are not zero")
                + (shown.size() < used ? (used == fitted.length ? ", " : "; ") + "the largest:" : ":"));
        print(model, shown, out);
        out.println();
    }

    /** Prints these weights and the intercept. */
    static void print(TrainedLinear model, List<Integer> shown, PrintWriter out) {
        double[] fitted = model.linear().weights();
        Solution.Linear original = model.original();
        boolean scaled = original.intercept() != model.linear().intercept();
        for (int j = 0; j < fitted.length && !scaled; j++) {
            scaled = fitted[j] != original.weights()[j];
        }
        TextTable table =
                scaled ? new TextTable("feature", "as fitted", "in data units") : new TextTable("feature", "weight");
        for (int j : shown) {
            add(table, model.featureNames().get(j), fitted[j], original.weights()[j], scaled);
        }
        add(table, "(intercept)", model.linear().intercept(), original.intercept(), scaled);
        table.print(out, "  ");
    }

    /** Feature numbers in descending order of the weights' sizes. */
    public static List<Integer> bySize(double[] weights) {
        List<Integer> order = new ArrayList<>();
        for (int j = 0; j < weights.length; j++) {
            order.add(j);
        }
        order.sort(Comparator.comparingDouble((Integer j) -> -Math.abs(weights[j])));
        return order;
    }

    private static void add(TextTable table, String name, double fitted, double original, boolean scaled) {
        if (scaled) {
            table.add(OneLine.of(name), Numbers.of(fitted), Numbers.of(original));
        } else {
            table.add(OneLine.of(name), Numbers.of(fitted));
        }
    }
}
