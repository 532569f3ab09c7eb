package org.fenchel.io.encode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;

/**
 * Any number of classes, 0 to K - 1 in the loss. Labels that are all numbers are in the order of the numbers, others in
 * alphabetical order.
 *
 * @param labels of the classes, two or more, all different
 */
public record SeveralClasses(List<String> labels) implements TargetEncoding {
    /** Above so many classes, and more than one for two rows, labels are taken for measurements. */
    private static final int MANY = 50;

    private static final int LISTED = 8;

    public SeveralClasses {
        labels = List.copyOf(labels);
    }

    /**
     * The classes in a target column.
     *
     * @param rows the rows to look at
     * @throws InvalidInput if there is only one, or so many that they must be something else
     */
    static SeveralClasses of(Table table, Column column, int[] rows) {
        try {
            return of("column '" + column.name() + "'", Classes.of(column, rows), rows.length);
        } catch (InvalidInput mistake) {
            throw mistake.in(table.source());
        }
    }

    /**
     * The classes of targets that are numbers already, as from LIBSVM files, arrays and labels of pictures.
     *
     * @throws InvalidInput as for columns
     */
    static SeveralClasses of(double[] targets) {
        return of("the target", Classes.of(targets), targets.length);
    }

    private static SeveralClasses of(String where, List<String> labels, int rows) {
        if (labels.size() < 2) {
            throw InvalidInput.of(
                    where + " has " + Classes.words(labels) + " where several are to be told apart",
                    "give rows of at least two classes");
        }
        if (labels.size() > MANY && labels.size() > rows / 2) {
            throw InvalidInput.of(
                    where + " has " + Classes.words(labels) + " in " + rows + " rows: these look like measurements",
                    "choose another target, or fit a model of a number");
        }
        return new SeveralClasses(labels);
    }

    /** Number of classes, K. */
    public int count() {
        return labels.size();
    }

    @Override
    public double[] encode(Table table, Column column, int[] rows) {
        double[] targets = new double[rows.length];
        if (column instanceof Column.Numeric numeric) {
            Map<Double, Integer> index = byNumber();
            for (int k = 0; k < rows.length; k++) {
                double label = numeric.values()[rows[k]];
                Integer known = index.get(label + 0.0);
                if (known == null) {
                    throw unknown(table, column, rows[k], TableColumns.text(label));
                }
                targets[k] = known;
            }
            return targets;
        }
        Column.Categorical words = (Column.Categorical) column;
        int[] levels = words.levels().stream().mapToInt(this::level).toArray();
        for (int k = 0; k < rows.length; k++) {
            int code = words.codes()[rows[k]];
            if (levels[code] < 0) {
                throw unknown(table, column, rows[k], words.levels().get(code));
            }
            targets[k] = levels[code];
        }
        return targets;
    }

    @Override
    public double[] encode(double[] targets) {
        Map<Double, Integer> index = byNumber();
        double[] numbers = new double[targets.length];
        for (int i = 0; i < numbers.length; i++) {
            Integer known = index.get(targets[i] + 0.0); // -0 and 0 are one class
            if (known == null) {
                throw InvalidInput.of(
                        "target " + TableColumns.text(targets[i]) + " of row " + (i + 1) + " is none of the " + words(),
                        "correct it or remove the row");
            }
            numbers[i] = known;
        }
        return numbers;
    }

    private InvalidInput unknown(Table table, Column column, int row, String label) {
        return TableColumns.at(
                table, column, row, "'" + label + "' is none of the " + words(), "correct it or remove the row");
    }

    private String words() {
        return labels.size() + " classes "
                + String.join(", ", labels.subList(0, Math.min(LISTED, labels.size())))
                + (labels.size() > LISTED ? ", ..." : "");
    }

    private Map<Double, Integer> byNumber() {
        Map<Double, Integer> index = new HashMap<>();
        for (int k = 0; k < labels.size(); k++) {
            index.put(TableColumns.number(labels.get(k)) + 0.0, k);
        }
        index.remove(Double.NaN);
        return index;
    }

    /** The class of a label, -1 for none; a number may be written in another way than in training. */
    private int level(String label) {
        int exact = labels.indexOf(label);
        double number = TableColumns.number(label);
        for (int k = 0; k < labels.size() && exact < 0 && !Double.isNaN(number); k++) {
            exact = TableColumns.number(labels.get(k)) == number ? k : -1;
        }
        return exact;
    }

    /** The label of a class. */
    public String label(int number) {
        return labels.get(number);
    }

    /** The label of the class whose number is the response. */
    @Override
    public String decode(double margin, double response) {
        return labels.get((int) response);
    }

    @Override
    public JsonObject toJson() {
        return new JsonObject().put("kind", "classes").put("labels", labels);
    }
}
