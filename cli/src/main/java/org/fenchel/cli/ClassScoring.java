package org.fenchel.cli;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.io.table.Table;
import org.fenchel.metric.ClassScored;
import org.jspecify.annotations.Nullable;

/**
 * A model's probabilities of several classes beside the truth.
 *
 * @param scored probabilities, classes and weights
 * @param encoded what became of the features
 */
record ClassScoring(ClassScored scored, Encoded encoded) {
    /**
     * Scores data with targets.
     *
     * @param target the target's column, or null for the one the model was fitted on
     * @throws InvalidInput if the data does not fit the model
     */
    static ClassScoring of(TrainedMultinomial model, Examples examples, @Nullable String target) {
        examples.requireTargets();
        if (examples instanceof Examples.Tabular tabular && model.encoding() instanceof TableEncoding encoding) {
            return ofTable(model, tabular, encoding.roles(), target);
        }
        // A table for a model of numbered rows is refused here.
        Encoded encoded = ModelRows.of(model.encoding(), examples, List.of()).encoded();
        Dataset raw = ((Examples.Numbered) examples).raw();
        try {
            return of(model, encoded, model.target().encode(raw.targets()), raw.weights());
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private static ClassScoring ofTable(
            TrainedMultinomial model, Examples.Tabular tabular, Roles roles, @Nullable String target) {
        Table table = tabular.table();
        String name = ColumnChoice.of(table, target == null ? roles.target() : target);
        List<String> needed = new ArrayList<>(List.of(name));
        // Fresh data often comes without weights, which then are equal.
        String weight = roles.weight() != null && has(table, roles.weight()) ? roles.weight() : null;
        if (weight != null) {
            needed.add(weight);
        }
        Encoded encoded = ModelRows.of(model.encoding(), tabular, needed).encoded();
        int[] rows = encoded.keptRows();
        return of(
                model,
                encoded,
                model.target().encode(table, table.column(name), rows),
                weight == null ? null : NumberColumn.of(table, weight, rows, "weights", 0, false));
    }

    private static ClassScoring of(
            TrainedMultinomial model, Encoded encoded, double[] targets, double @Nullable [] weights) {
        ClassScored scored =
                ClassScored.of(model.target().count(), model.probabilities(encoded.rows()), targets, weights);
        return new ClassScoring(scored, encoded);
    }

    private static boolean has(Table table, String name) {
        return table.columns().stream().anyMatch(column -> column.name().equals(name));
    }
}
