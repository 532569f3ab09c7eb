package org.fenchel.cli.linear;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.data.ColumnChoice;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.NumberColumn;
import org.fenchel.cli.use.ModelRows;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Loss;
import org.fenchel.metric.Scored;
import org.fenchel.problem.Solution;
import org.jspecify.annotations.Nullable;

/**
 * Rows with targets, read once as linear models of one frame read them, to be scored by one solution or by many.
 *
 * @param encoded the features
 * @param offsets of the rows, without exposures, or null
 * @param weights sample weights, or null
 * @param exposures of counts, or null
 */
record LinearHeld(
        Loss loss,
        Encoded encoded,
        double @Nullable [] offsets,
        double[] targets,
        double @Nullable [] weights,
        double @Nullable [] exposures) {
    /**
     * Reads them.
     *
     * @param target the target's column, or null for the one the frame was fitted on
     * @throws InvalidInput if the data does not fit
     */
    static LinearHeld of(LinearFrame frame, Examples examples, @Nullable String target) {
        examples.requireTargets();
        if (examples instanceof Examples.Tabular tabular) {
            return ofTable(frame, tabular, target);
        }
        ModelRows applied = ModelRows.of(frame.encoding(), examples, List.of());
        Dataset raw = ((Examples.Numbered) examples).raw();
        double[] targets;
        try {
            targets = frame.target().encode(raw.targets());
            requireSuited(frame, targets);
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
        return new LinearHeld(frame.loss(), applied.encoded(), applied.offsets(), targets, raw.weights(), null);
    }

    private static LinearHeld ofTable(LinearFrame frame, Examples.Tabular tabular, @Nullable String target) {
        Table table = tabular.table();
        if (!(frame.encoding() instanceof TableEncoding encoding)) {
            ModelRows.of(frame.encoding(), tabular, List.of());
            throw new AssertionError("tables fit table encodings only");
        }
        Roles roles = encoding.roles();
        String targetName = ColumnChoice.of(table, target == null ? roles.target() : target);
        String exposure = frame.exposure() == null ? null : ColumnChoice.of(table, frame.exposure());
        List<String> needed = new ArrayList<>(List.of(targetName));
        if (exposure != null) {
            needed.add(exposure);
        }
        // Fresh data often comes without weights, which then are equal.
        String weight = roles.weight() != null && has(table, roles.weight()) ? roles.weight() : null;
        if (weight != null) {
            needed.add(weight);
        }
        ModelRows applied = ModelRows.of(encoding, tabular, needed);
        int[] rows = applied.encoded().keptRows();
        Column column = table.column(targetName);
        double[] targets = frame.target().encode(table, column, rows);
        for (int k = 0; k < rows.length; k++) {
            if (!frame.loss().accepts(targets[k])) {
                throw InvalidInput.at(
                        table.source(),
                        table.line(rows[k]),
                        column.position() + 1,
                        "target " + Numbers.exact(targets[k]) + " does not suit the model",
                        "targets must be " + frame.loss().targets() + ": correct the cell or remove the row");
            }
        }
        if (frame.counts()) {
            CountTargets.require(table, column, rows, targets);
        }
        return new LinearHeld(
                frame.loss(),
                applied.encoded(),
                applied.offsets(),
                targets,
                weight == null ? null : NumberColumn.of(table, weight, rows, "weights", 0, false),
                exposure == null ? null : NumberColumn.of(table, exposure, rows, "exposures", 0, true));
    }

    private static void requireSuited(LinearFrame frame, double[] targets) {
        for (int i = 0; i < targets.length; i++) {
            if (!frame.loss().accepts(targets[i])) {
                throw InvalidInput.of(
                        "target " + Numbers.exact(targets[i]) + " of row " + (i + 1) + " does not suit the model",
                        "targets must be " + frame.loss().targets() + ": correct the row or remove it");
            }
        }
        if (frame.counts()) {
            CountTargets.require(targets);
        }
    }

    private static boolean has(Table table, String name) {
        return table.columns().stream().anyMatch(column -> column.name().equals(name));
    }

    /** Number of rows. */
    int n() {
        return targets.length;
    }

    /** Predictions of a linear model beside the truth. Cost: a pass over the rows, and sorting them. */
    LinearScoring score(Solution.Linear solution) {
        Rows rows = encoded.rows();
        double[] margins = new double[rows.n()];
        for (int k = 0; k < margins.length; k++) {
            margins[k] = rows.dot(k, solution.weights()) + solution.intercept();
        }
        return score(margins);
    }

    /**
     * Predictions beside the truth.
     *
     * @param margins of the rows without their offsets, which are added to them
     */
    LinearScoring score(double[] margins) {
        double[] responses = new double[margins.length];
        boolean rates = Task.of(loss) == Task.POISSON;
        int clipped = 0;
        int ruledOut = 0;
        for (int k = 0; k < margins.length; k++) {
            margins[k] += offsets == null ? 0 : offsets[k];
            responses[k] = loss.response(margins[k]);
            if (rates && responses[k] < 0) {
                responses[k] = 0;
                clipped++;
            }
            if (rates && (responses[k] == 0 ? targets[k] > 0 : Double.isInfinite(responses[k]))) {
                ruledOut++;
            }
        }
        Scored scored = exposures == null
                ? Scored.of(margins, responses, targets, weights)
                : Scored.ofCounts(margins, responses, exposures, targets, weights);
        return new LinearScoring(scored, encoded, clipped, ruledOut);
    }
}
