package org.fenchel.cli.multinomial;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.console.TextTable;
import org.fenchel.io.json.JsonObject;
import org.fenchel.metric.Confusion;

/** How each of several classes fares, and which are taken for which, as people and programs read it. */
record ConfusionTable(List<String> labels, Confusion confusion) {
    /** A matrix of more classes is wider than a terminal. */
    private static final int WIDEST = 20;

    private static final int PAIRS = 20;

    /** Prints a line for each class with the matrix beside it, or, where there are too many, the worst confusions. */
    void print(PrintWriter out) {
        boolean matrix = labels.size() <= WIDEST;
        out.println(matrix ? "Classes, and as what their rows were predicted" : "Classes");
        out.println();
        List<String> headings = new ArrayList<>(List.of("class", "rows", "precision", "recall", "f1"));
        if (matrix) {
            headings.add(" as");
            labels.forEach(label -> headings.add(OneLine.of(label)));
        }
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (int t = 0; t < labels.size(); t++) {
            List<String> cells = new ArrayList<>(List.of(
                    OneLine.of(labels.get(t)),
                    weight(confusion.ofClass(t)),
                    share(confusion.precision(t)),
                    share(confusion.recall(t)),
                    share(confusion.f1(t))));
            if (matrix) {
                cells.add("");
                for (int p = 0; p < labels.size(); p++) {
                    cells.add(confusion.at(t, p) == 0 ? "." : weight(confusion.at(t, p)));
                }
            }
            table.add(cells.toArray(String[]::new));
        }
        table.print(out, "  ");
        if (!matrix) {
            out.println();
            printWorst(out);
        }
    }

    private void printWorst(PrintWriter out) {
        List<int[]> pairs = new ArrayList<>();
        for (int t = 0; t < labels.size(); t++) {
            for (int p = 0; p < labels.size(); p++) {
                if (t != p && confusion.at(t, p) > 0) {
                    pairs.add(new int[] {t, p});
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(pair -> -confusion.at(pair[0], pair[1])));
        out.println("The most frequent confusions of " + Numbers.count(pairs.size()) + "; --json has all");
        out.println();
        TextTable table = new TextTable("class", "taken for", "rows", "of the class");
        for (int[] pair : pairs.subList(0, Math.min(PAIRS, pairs.size()))) {
            double rows = confusion.at(pair[0], pair[1]);
            table.add(
                    OneLine.of(labels.get(pair[0])),
                    OneLine.of(labels.get(pair[1])),
                    weight(rows),
                    share(rows / confusion.ofClass(pair[0])));
        }
        table.print(out, "  ");
    }

    /** Rows, or their weights where these are no whole numbers. */
    private static String weight(double rows) {
        return rows == Math.rint(rows) ? Numbers.count((long) rows) : Numbers.digits(rows, 4);
    }

    private static String share(double value) {
        return Numbers.digits(value, 4);
    }

    /** Puts figures of each class and the matrix, a list for each class of how much of it was predicted as what. */
    void put(JsonObject json) {
        List<JsonObject> classes = new ArrayList<>();
        List<List<Double>> matrix = new ArrayList<>();
        for (int t = 0; t < labels.size(); t++) {
            classes.add(new JsonObject()
                    .put("class", labels.get(t))
                    .put("weight", confusion.ofClass(t))
                    .put("precision", Json.number(confusion.precision(t)))
                    .put("recall", Json.number(confusion.recall(t)))
                    .put("f1", Json.number(confusion.f1(t))));
            List<Double> row = new ArrayList<>();
            for (int p = 0; p < labels.size(); p++) {
                row.add(confusion.at(t, p));
            }
            matrix.add(row);
        }
        json.put("classes", classes).put("confusion", matrix);
    }
}
