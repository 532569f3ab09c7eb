package org.fenchel.cli.multinomial;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.data.ColumnChoice;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.NumberColumn;
import org.fenchel.cli.use.ModelRows;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.table.Table;
import org.fenchel.metric.ClassScored;
import org.jspecify.annotations.Nullable;

/**
 * Rows with their classes, read once as models of one encoding read them, to be scored by one model or by many.
 *
 * @param classes how many there are, K
 * @param encoded the features
 * @param targets numbers of classes
 * @param weights sample weights, or null
 */
record ClassHeld(int classes, Encoded encoded, double[] targets, double @Nullable [] weights) {
    /**
     * Reads them.
     *
     * @param target the target's column, or null for the one the encoding was fitted with
     * @throws InvalidInput if the data does not fit
     */
    static ClassHeld of(Encoding encoding, SeveralClasses classes, Examples examples, @Nullable String target) {
        examples.requireTargets();
        if (examples instanceof Examples.Tabular tabular && encoding instanceof TableEncoding fitted) {
            return ofTable(fitted, classes, tabular, target);
        }
        // A table for a model of numbered rows is refused here.
        Encoded encoded = ModelRows.of(encoding, examples, List.of()).encoded();
        Dataset raw = ((Examples.Numbered) examples).raw();
        try {
            return new ClassHeld(classes.count(), encoded, classes.encode(raw.targets()), raw.weights());
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private static ClassHeld ofTable(
            TableEncoding encoding, SeveralClasses classes, Examples.Tabular examples, @Nullable String target) {
        Table table = examples.table();
        Roles roles = encoding.roles();
        String name = ColumnChoice.of(table, target == null ? roles.target() : target);
        List<String> needed = new ArrayList<>(List.of(name));
        // Fresh data often comes without weights, which then are equal.
        String weight = roles.weight() != null && has(table, roles.weight()) ? roles.weight() : null;
        if (weight != null) {
            needed.add(weight);
        }
        Encoded encoded = ModelRows.of(encoding, examples, needed).encoded();
        int[] rows = encoded.keptRows();
        return new ClassHeld(
                classes.count(),
                encoded,
                classes.encode(table, table.column(name), rows),
                weight == null ? null : NumberColumn.of(table, weight, rows, "weights", 0, false));
    }

    private static boolean has(Table table, String name) {
        return table.columns().stream().anyMatch(column -> column.name().equals(name));
    }

    /** Number of rows. */
    int n() {
        return targets.length;
    }

    /**
     * Predictions beside the truth.
     *
     * @param probabilities shape (n, K)
     */
    ClassScoring score(double[] probabilities) {
        return new ClassScoring(ClassScored.of(classes, probabilities, targets, weights), encoded);
    }
}
