package org.fenchel.cli.linear;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Clipped;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.Quoted;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.NumberColumn;
import org.fenchel.cli.use.Predicted;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.model.ScalarModel;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;

/**
 * Predictions for the rows of a file, as CSV.
 *
 * @param n number of rows of the file
 * @param exposures of the rows that were predicted, or null where there are none
 */
public record LinearPredicted(ScalarModel model, int n, LinearApplied applied, double @Nullable [] exposures)
        implements Predicted {
    /** Predicts all rows. */
    public static LinearPredicted of(ScalarModel model, Examples examples) {
        LinearApplied applied = LinearApplied.of(model, examples, List.of());
        String exposure = Exposure.column(model);
        double[] exposures = null;
        if (exposure != null && examples instanceof Examples.Tabular tabular && has(tabular.table(), exposure)) {
            exposures =
                    NumberColumn.of(tabular.table(), exposure, applied.encoded().keptRows(), "exposures", 0, true);
        }
        return new LinearPredicted(model, examples.n(), applied, exposures);
    }

    private static boolean has(Table table, String name) {
        for (Column column : table.columns()) {
            if (column.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (applied.encoded().unseen().any()) {
            warnings.add(applied.encoded().unseen().words() + "; they count as none of the known ones");
        }
        int dropped = n - applied.margins().length;
        if (dropped > 0) {
            warnings.add(Numbers.count(dropped, "row") + " with a missing cell left out: their lines are empty");
        }
        if (clipped() > 0) {
            warnings.add(Clipped.words(clipped(), 0));
        }
        return warnings;
    }

    /** How many rates are below 0. */
    private int clipped() {
        if (task() != Task.POISSON) {
            return 0;
        }
        int count = 0;
        for (double margin : applied.margins()) {
            count += loss().response(margin) < 0 ? 1 : 0;
        }
        return count;
    }

    @Override
    public void write(Writer out) throws IOException {
        out.write(header());
        out.write('\n');
        int[] kept = applied.encoded().keptRows();
        int k = 0;
        for (int row = 0; row < n; row++) {
            if (k < kept.length && kept[k] == row) {
                writeRow(out, k++);
            } else if (commas() > 0) {
                out.write(",".repeat(commas()));
            } else {
                out.write("\"\""); // an empty line would be no row for most readers
            }
            out.write('\n');
        }
    }

    private String header() {
        return switch (task()) {
            case LINEAR -> "prediction";
            case LOGISTIC -> "label,probability";
            case SVM -> "label,margin";
            case POISSON -> exposures == null ? "rate" : "rate,expected";
        };
    }

    private int commas() {
        return header().contains(",") ? 1 : 0;
    }

    private void writeRow(Writer out, int k) throws IOException {
        double margin = applied.margins()[k];
        switch (task()) {
            case LINEAR -> out.write(Double.toString(loss().response(margin)));
            case LOGISTIC, SVM -> {
                TargetEncoding.TwoClasses classes = (TargetEncoding.TwoClasses) model.target();
                out.write(Quoted.of(margin > 0 ? classes.positive() : classes.negative()));
                out.write(',');
                out.write(Double.toString(task() == Task.SVM ? margin : loss().response(margin)));
            }
            case POISSON -> {
                double rate = Math.max(0, loss().response(margin));
                out.write(Double.toString(rate));
                if (exposures != null) {
                    out.write(',');
                    out.write(Double.toString(rate * exposures[k]));
                }
            }
        }
    }

    private Task task() {
        return Task.of(loss());
    }

    private Loss loss() {
        return model.loss();
    }
}
