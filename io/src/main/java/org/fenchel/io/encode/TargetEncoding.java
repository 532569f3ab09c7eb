package org.fenchel.io.encode;

import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;

/** How what is to be predicted becomes a number for the loss, and back. Immutable. */
public sealed interface TargetEncoding permits TargetEncoding.Numbers, TargetEncoding.TwoClasses, SeveralClasses {
    /** Whether a loss is one of two classes, -1 and +1, and of nothing else. */
    static boolean isTwoClass(Loss loss) {
        return loss.accepts(1) && loss.accepts(-1) && !loss.accepts(0) && !loss.accepts(2);
    }

    /**
     * The encoding of a target column that a loss needs.
     *
     * @param rows the rows to look at
     * @param positive the class that becomes +1; null for the second in order
     * @throws InvalidInput if a two-class loss finds not exactly two classes, or another loss text; it names the classes
     */
    static TargetEncoding fit(Table table, Column column, int[] rows, Loss loss, @Nullable String positive) {
        if (isTwoClass(loss)) {
            try {
                return TwoClasses.of("column '" + column.name() + "'", Classes.of(column, rows), positive);
            } catch (InvalidInput mistake) {
                throw mistake.in(table.source());
            }
        }
        return new Numbers();
    }

    /**
     * The encoding of targets that are numbers already, as from LIBSVM files and arrays.
     *
     * @param positive the class that becomes +1; null for the larger number
     * @throws InvalidInput if a two-class loss finds not exactly two classes; it names them
     */
    static TargetEncoding fit(double[] targets, Loss loss, @Nullable String positive) {
        return isTwoClass(loss) ? TwoClasses.of("the target", Classes.of(targets), positive) : new Numbers();
    }

    /**
     * The targets of these rows of a table.
     *
     * @throws InvalidInput if one cannot be encoded, with its place
     */
    double[] encode(Table table, Column column, int[] rows);

    /**
     * The encoded targets.
     *
     * @throws InvalidInput if one cannot be encoded
     */
    double[] encode(double[] targets);

    /**
     * What is predicted, as text: the class's own label, or the response.
     *
     * @param margin of the row
     * @param response the loss's response to it; of several classes the number of the most probable one
     */
    String decode(double margin, double response);

    /** This encoding as JSON, for {@link #fromJson}. */
    JsonObject toJson();

    /**
     * The encoding that {@link #toJson} wrote.
     *
     * @throws InvalidInput if it is none
     */
    static TargetEncoding fromJson(JsonObject json) {
        return switch (json.text("kind")) {
            case "numbers" -> new Numbers();
            case "two classes" -> new TwoClasses(json.text("negative"), json.text("positive"));
            case "classes" -> new SeveralClasses(json.texts("labels"));
            default -> throw InvalidInput.of("no target is of kind '" + json.text("kind") + "'", "");
        };
    }

    /** Targets that are numbers: measurements and counts. */
    record Numbers() implements TargetEncoding {
        @Override
        public double[] encode(Table table, Column column, int[] rows) {
            double[] values = TableColumns.numbers(
                    table,
                    column,
                    "this loss needs numbers as targets; choose a loss for two classes, such as logistic");
            double[] targets = new double[rows.length];
            for (int k = 0; k < rows.length; k++) {
                targets[k] = values[rows[k]];
            }
            return targets;
        }

        @Override
        public double[] encode(double[] targets) {
            return targets.clone();
        }

        @Override
        public String decode(double margin, double response) {
            return Double.toString(response);
        }

        @Override
        public JsonObject toJson() {
            return new JsonObject().put("kind", "numbers");
        }
    }

    /**
     * Two classes, the first -1 and the second +1 in the loss. Labels that are all numbers are in the order of the numbers (-1
     * before 1, 2 before 4), others in alphabetical order (nonspam before spam), unless the user chooses the positive one.
     *
     * @param negative label of class -1
     * @param positive label of class +1, which margins above 0 predict
     */
    record TwoClasses(String negative, String positive) implements TargetEncoding {
        static TwoClasses of(String where, List<String> classes, @Nullable String positive) {
            if (classes.size() != 2) {
                throw InvalidInput.of(
                        where + " has " + Classes.words(classes) + " where this loss needs two",
                        classes.size() < 2
                                ? "give rows of both classes"
                                : "keep the rows of two classes, or choose a loss for numbers, such as squared");
            }
            if (positive == null) {
                return new TwoClasses(classes.get(0), classes.get(1));
            }
            int chosen = classes.indexOf(positive);
            if (chosen < 0) {
                throw InvalidInput.of(
                        "'" + positive + "' is to be the positive class, but " + where + " has "
                                + Classes.words(classes),
                        "choose one of them");
            }
            return new TwoClasses(classes.get(1 - chosen), positive);
        }

        @Override
        public double[] encode(Table table, Column column, int[] rows) {
            double[] targets = new double[rows.length];
            if (column instanceof Column.Numeric numeric) {
                double minus = TableColumns.number(negative);
                double plus = TableColumns.number(positive);
                for (int k = 0; k < rows.length; k++) {
                    targets[k] = sign(numeric.values()[rows[k]], minus, plus);
                    if (targets[k] == 0) {
                        throw unknown(table, column, rows[k], TableColumns.text(numeric.values()[rows[k]]));
                    }
                }
                return targets;
            }
            Column.Categorical words = (Column.Categorical) column;
            double[] signs = words.levels().stream().mapToDouble(this::sign).toArray();
            for (int k = 0; k < rows.length; k++) {
                int code = words.codes()[rows[k]];
                targets[k] = signs[code];
                if (targets[k] == 0) {
                    throw unknown(table, column, rows[k], words.levels().get(code));
                }
            }
            return targets;
        }

        @Override
        public double[] encode(double[] targets) {
            double[] signs = new double[targets.length];
            double minus = TableColumns.number(negative);
            double plus = TableColumns.number(positive);
            for (int i = 0; i < signs.length; i++) {
                signs[i] = sign(targets[i], minus, plus);
                if (signs[i] == 0) {
                    throw InvalidInput.of(
                            "target " + TableColumns.text(targets[i]) + " of row " + i + " is neither of the classes "
                                    + negative + " and " + positive,
                            "correct it or remove the row");
                }
            }
            return signs;
        }

        private InvalidInput unknown(Table table, Column column, int row, String label) {
            return TableColumns.at(
                    table,
                    column,
                    row,
                    "'" + label + "' is neither of the classes " + negative + " and " + positive,
                    "correct it or remove the row");
        }

        /** -1 or +1, or 0 for neither class. */
        private static double sign(double label, double minus, double plus) {
            return label == plus ? 1 : label == minus ? -1 : 0;
        }

        private double sign(String label) {
            if (label.equals(positive)) {
                return 1;
            }
            return label.equals(negative)
                    ? -1
                    : sign(TableColumns.number(label), TableColumns.number(negative), TableColumns.number(positive));
        }

        @Override
        public String decode(double margin, double response) {
            return margin > 0 ? positive : negative;
        }

        @Override
        public JsonObject toJson() {
            return new JsonObject()
                    .put("kind", "two classes")
                    .put("negative", negative)
                    .put("positive", positive);
        }
    }
}
