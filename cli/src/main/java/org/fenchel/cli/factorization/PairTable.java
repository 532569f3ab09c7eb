package org.fenchel.cli.factorization;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.console.TextTable;
import org.fenchel.io.json.JsonObject;
import org.fenchel.model.FactorizationModel;

/** Weights and pairs of features of a factorization machine, by name. */
final class PairTable {
    /** Multiplications that the search for pairs may take; with more features, those with the longest vectors are searched. */
    private static final double WORK = 1e8;

    private PairTable() {}

    /** Two features and what they add to a score when both are there. */
    record Pair(int one, int other, double value) {}

    /** Prints the largest weights and the strongest pairs. */
    static void largest(FactorizationModel machine, int most, PrintWriter out) {
        out.println("Weights, the largest of "
                + Numbers.count(machine.featureNames().size()) + ":");
        TextTable weights = new TextTable("feature", "weight");
        for (int j : largestWeights(machine, most)) {
            weights.add(OneLine.of(machine.featureNames().get(j)), Numbers.of(machine.weight(j)));
        }
        weights.add("(intercept)", Numbers.of(machine.intercept()));
        weights.print(out, "  ");
        out.println();
        List<Pair> pairs = strongest(machine, most);
        if (!pairs.isEmpty()) {
            out.println("Pairs, the strongest:");
            TextTable table = new TextTable("features", "together");
            for (Pair pair : pairs) {
                table.add(
                        OneLine.of(machine.featureNames().get(pair.one()) + " & "
                                + machine.featureNames().get(pair.other())),
                        Numbers.of(pair.value()));
            }
            table.print(out, "  ");
            out.println();
        }
    }

    private static List<Integer> largestWeights(FactorizationModel machine, int most) {
        List<Integer> order = new ArrayList<>();
        for (int j = 0; j < machine.featureNames().size(); j++) {
            order.add(j);
        }
        order.sort(Comparator.comparingDouble((Integer j) -> -Math.abs(machine.weight(j))));
        return order.subList(0, Math.min(most, order.size()));
    }

    /**
     * The strongest pairs of features of different columns, strongest first. Two levels of one column are never there together.
     */
    static List<Pair> strongest(FactorizationModel machine, int most) {
        List<Integer> order = new ArrayList<>();
        int d = machine.featureNames().size();
        double[] norms = new double[d];
        String[] columns = new String[d];
        for (int j = 0; j < d; j++) {
            order.add(j);
            norms[j] = machine.interaction(j, j);
            String name = machine.featureNames().get(j);
            columns[j] = name.contains("=") ? name.substring(0, name.indexOf('=')) : name;
        }
        order.sort(Comparator.comparingDouble((Integer j) -> -norms[j]));
        int longest = (int) Math.sqrt(2 * WORK / Math.max(1, machine.rank()));
        List<Integer> kept = order.subList(0, Math.min(longest, d));
        PriorityQueue<Pair> best = new PriorityQueue<>(Comparator.comparingDouble(pair -> Math.abs(pair.value())));
        for (int a = 0; a < kept.size() && most > 0; a++) {
            int one = kept.get(a);
            for (int b = a + 1; b < kept.size(); b++) {
                int other = kept.get(b);
                double least = best.size() < most ? 0 : Math.abs(best.element().value());
                if (norms[one] * norms[other] <= least * least) {
                    break; // none of those to come is stronger, their vectors are shorter
                }
                double value = columns[one].equals(columns[other]) ? 0 : machine.interaction(one, other);
                if (Math.abs(value) > least) {
                    if (best.size() == most) {
                        best.remove();
                    }
                    best.add(new Pair(Math.min(one, other), Math.max(one, other), value));
                }
            }
        }
        List<Pair> pairs = new ArrayList<>(best);
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -Math.abs(pair.value())));
        return pairs;
    }

    /** The same as JSON. */
    static List<JsonObject> json(FactorizationModel machine, int most) {
        List<JsonObject> pairs = new ArrayList<>();
        for (Pair pair : strongest(machine, most)) {
            pairs.add(new JsonObject()
                    .put("one", machine.featureNames().get(pair.one()))
                    .put("other", machine.featureNames().get(pair.other()))
                    .put("value", Json.number(pair.value())));
        }
        return pairs;
    }
}
