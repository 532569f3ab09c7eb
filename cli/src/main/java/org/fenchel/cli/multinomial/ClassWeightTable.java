package org.fenchel.cli.multinomial;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.console.TextTable;
import org.fenchel.cli.linear.WeightTable;
import org.fenchel.io.model.TrainedMultinomial;

/** Weights of several classes by name, on the features as fitted: a column for each class, or a line where these are too many. */
final class ClassWeightTable {
    private static final int WIDEST = 12;
    private static final int OF_A_CLASS = 5;

    private ClassWeightTable() {}

    /** Prints the features with the largest weights. */
    static void largest(TrainedMultinomial model, int most, PrintWriter out) {
        double[] sizes = sizes(model);
        List<Integer> order = WeightTable.bySize(sizes);
        long used = order.stream().filter(j -> sizes[j] != 0).count();
        List<Integer> shown = order.subList(0, (int) Math.min(most, used));
        out.println("Weights " + (used == sizes.length ? "" : Numbers.count(used) + " of ")
                + Numbers.count(sizes.length, "feature") + (used == sizes.length ? " for each class" : " are not zero")
                + (shown.size() < used ? "; those with the largest, as fitted:" : ", as fitted:"));
        print(model, shown, out);
        out.println();
    }

    /** The Euclidean norm of each feature's weights, length d. */
    static double[] sizes(TrainedMultinomial model) {
        double[] weights = model.linear().weights();
        int classes = model.target().count();
        double[] sizes = new double[model.featureNames().size()];
        for (int j = 0; j < sizes.length; j++) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += weights[j * classes + k] * weights[j * classes + k];
            }
            sizes[j] = Math.sqrt(sum);
        }
        return sizes;
    }

    /** Prints these features' weights and the intercepts. */
    static void print(TrainedMultinomial model, List<Integer> shown, PrintWriter out) {
        if (model.target().count() > WIDEST) {
            printClasses(model, shown, out);
            return;
        }
        int classes = model.target().count();
        double[] weights = model.linear().weights();
        List<String> headings = new ArrayList<>(List.of("feature"));
        model.target().labels().forEach(label -> headings.add(OneLine.of(label)));
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (int j : shown) {
            table.add(line(model.featureNames().get(j), weights, j * classes, classes));
        }
        table.add(line("(intercept)", model.linear().intercepts(), 0, classes));
        table.print(out, "  ");
    }

    private static String[] line(String name, double[] numbers, int from, int count) {
        List<String> cells = new ArrayList<>(List.of(OneLine.of(name)));
        IntStream.range(from, from + count).forEach(k -> cells.add(Numbers.digits(numbers[k], 4)));
        return cells.toArray(String[]::new);
    }

    /** A line for each class with its largest weights among these features. */
    private static void printClasses(TrainedMultinomial model, List<Integer> shown, PrintWriter out) {
        int classes = model.target().count();
        double[] weights = model.linear().weights();
        TextTable table = new TextTable("class", "intercept", "largest weights");
        for (int k = 0; k < classes; k++) {
            int own = k;
            List<String> words = shown.stream()
                    .sorted(Comparator.comparingDouble(j -> -Math.abs(weights[j * classes + own])))
                    .limit(OF_A_CLASS)
                    .map(j -> model.featureNames().get(j) + " " + Numbers.digits(weights[j * classes + own], 3))
                    .toList();
            table.add(
                    OneLine.of(model.target().label(k)),
                    Numbers.digits(model.linear().intercepts()[k], 4),
                    OneLine.of(String.join(", ", words)));
        }
        table.print(out, "  ");
    }
}
