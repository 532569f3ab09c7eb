package org.fenchel.io.encode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.fenchel.io.table.Column;

/** The distinct labels of a target: in the order of their numbers if all are numbers, else in alphabetical order. */
final class Classes {
    private static final int LISTED = 5;

    private Classes() {}

    static List<String> of(Column column, int[] rows) {
        if (column instanceof Column.Numeric numeric) {
            return of(
                    IntStream.of(rows).mapToDouble(row -> numeric.values()[row]).toArray());
        }
        Column.Categorical words = (Column.Categorical) column;
        List<String> labels = IntStream.of(rows)
                .map(row -> words.codes()[row])
                .distinct()
                .mapToObj(words.levels()::get)
                .toList();
        boolean numbers = labels.stream().noneMatch(label -> Double.isNaN(TableColumns.number(label)));
        return labels.stream()
                .sorted(numbers ? Comparator.comparingDouble(TableColumns::number) : Comparator.naturalOrder())
                .toList();
    }

    static List<String> of(double[] targets) {
        TreeSet<Double> distinct = new TreeSet<>();
        double last = Double.NaN;
        double before = Double.NaN;
        for (double target : targets) {
            // Nearly every label is one of the last two, which spares looking it up.
            if (target != last && target != before) {
                distinct.add(target + 0.0); // -0 and 0 are one class
                before = last;
                last = target;
            }
        }
        List<String> labels = new ArrayList<>(distinct.size());
        for (double label : distinct) {
            labels.add(TableColumns.text(label));
        }
        return labels;
    }

    static String words(List<String> classes) {
        if (classes.size() == 1) {
            return "one class only (" + classes.get(0) + ")";
        }
        return classes.size() + " classes ("
                + String.join(", ", classes.subList(0, Math.min(LISTED, classes.size())))
                + (classes.size() > LISTED ? ", ...)" : ")");
    }
}
