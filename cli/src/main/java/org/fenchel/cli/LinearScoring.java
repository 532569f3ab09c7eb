package org.fenchel.cli;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Loss;
import org.fenchel.metric.Scored;
import org.jspecify.annotations.Nullable;

/**
 * A model's predictions beside the truth.
 *
 * @param scored predictions, targets and weights
 * @param encoded what became of the features
 * @param clipped how many negative rates were taken for 0
 * @param ruledOut for how many rows a rate of 0 or infinity rules out the count that was observed
 */
record LinearScoring(Scored scored, Encoded encoded, int clipped, int ruledOut) {
    /**
     * Scores data with targets.
     *
     * @param target the target's column, or null for the one the model was fitted on
     * @throws InvalidInput if the data does not fit the model
     */
    static LinearScoring of(TrainedLinear model, Examples examples, @Nullable String target) {
        examples.requireTargets();
        if (examples instanceof Examples.Tabular tabular) {
            return ofTable(model, tabular, target);
        }
        LinearApplied applied = LinearApplied.of(model, examples, List.of());
        Dataset raw = ((Examples.Numbered) examples).raw();
        double[] targets;
        try {
            targets = model.target().encode(raw.targets());
            requireSuited(model, targets);
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
        return of(model, applied, targets, raw.weights(), null);
    }

    private static LinearScoring ofTable(TrainedLinear model, Examples.Tabular tabular, @Nullable String target) {
        Table table = tabular.table();
        if (!(model.encoding() instanceof TableEncoding encoding)) {
            LinearApplied.of(model, tabular, List.of());
            throw new AssertionError("tables fit table encodings only");
        }
        Roles roles = encoding.roles();
        String targetName = ColumnChoice.of(table, target == null ? roles.target() : target);
        String exposure = Exposure.column(model);
        List<String> needed = new ArrayList<>(List.of(targetName));
        if (exposure != null) {
            needed.add(exposure);
        }
        // Fresh data often comes without weights, which then are equal.
        String weight = roles.weight() != null && has(table, roles.weight()) ? roles.weight() : null;
        if (weight != null) {
            needed.add(weight);
        }
        LinearApplied applied = LinearApplied.of(model, tabular, needed);
        int[] rows = applied.encoded().keptRows();
        Column column = table.column(targetName);
        double[] targets = model.target().encode(table, column, rows);
        for (int k = 0; k < rows.length; k++) {
            if (!model.linear().loss().accepts(targets[k])) {
                throw InvalidInput.at(
                        table.source(),
                        table.line(rows[k]),
                        column.position() + 1,
                        "target " + Numbers.exact(targets[k]) + " does not suit the model",
                        "targets must be " + model.linear().loss().targets() + ": correct the cell or remove the row");
            }
        }
        if (CountTargets.needed(model)) {
            CountTargets.require(table, column, rows, targets);
        }
        return of(
                model,
                applied,
                targets,
                weight == null ? null : NumberColumn.of(table, weight, rows, "weights", 0, false),
                exposure == null ? null : NumberColumn.of(table, exposure, rows, "exposures", 0, true));
    }

    private static void requireSuited(TrainedLinear model, double[] targets) {
        Loss loss = model.linear().loss();
        for (int i = 0; i < targets.length; i++) {
            if (!loss.accepts(targets[i])) {
                throw InvalidInput.of(
                        "target " + Numbers.exact(targets[i]) + " of row " + (i + 1) + " does not suit the model",
                        "targets must be " + loss.targets() + ": correct the row or remove it");
            }
        }
        if (CountTargets.needed(model)) {
            CountTargets.require(targets);
        }
    }

    private static LinearScoring of(
            TrainedLinear model,
            LinearApplied applied,
            double[] targets,
            double @Nullable [] weights,
            double @Nullable [] exposures) {
        double[] responses = new double[targets.length];
        boolean rates = Task.of(model.linear().loss()) == Task.POISSON;
        int clipped = 0;
        int ruledOut = 0;
        for (int k = 0; k < responses.length; k++) {
            responses[k] = model.linear().loss().response(applied.margins()[k]);
            if (rates && responses[k] < 0) {
                responses[k] = 0;
                clipped++;
            }
            if (rates && (responses[k] == 0 ? targets[k] > 0 : Double.isInfinite(responses[k]))) {
                ruledOut++;
            }
        }
        Scored scored = exposures == null
                ? Scored.of(applied.margins(), responses, targets, weights)
                : Scored.ofCounts(applied.margins(), responses, exposures, targets, weights);
        return new LinearScoring(scored, applied.encoded(), clipped, ruledOut);
    }

    private static boolean has(Table table, String name) {
        return table.columns().stream().anyMatch(column -> column.name().equals(name));
    }
}
