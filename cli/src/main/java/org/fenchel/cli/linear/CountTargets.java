package org.fenchel.cli.linear;

import java.util.Map;
import org.fenchel.cli.console.Numbers;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.model.ScalarModel;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;

/**
 * Counts are whole numbers. Rates in their place (claims a year, say) would be fitted without a complaint, but each as if it
 * had been observed for as long as the others; so they have to be announced with {@code --rates}.
 */
final class CountTargets {
    /** The name of the option in a model's provenance. */
    static final String RATES = "rates";

    private static final String CURE =
            "give the counts, with --exposure COL where rows were observed for unequal times;"
                    + " or, if these are rates, add --rates, with the exposures as --weight";

    private CountTargets() {}

    /**
     * Whether a model's targets have to be counts: it was fitted on the command line, to counts. In Java anything that the loss
     * takes may be fitted.
     */
    static boolean needed(ScalarModel model) {
        Map<String, String> options = model.training().provenance().options();
        return Task.of(model.loss()) == Task.POISSON && options.containsKey("command") && !options.containsKey(RATES);
    }

    /**
     * Checks the targets of a table.
     *
     * @param targets one for each of these rows
     * @throws InvalidInput with the place of the first that is not whole
     */
    static void require(Table table, Column column, int[] rows, double[] targets) {
        for (int k = 0; k < rows.length; k++) {
            if (!whole(targets[k])) {
                throw InvalidInput.at(
                        table.source(),
                        table.line(rows[k]),
                        column.position() + 1,
                        "target " + Numbers.exact(targets[k]) + " is not a whole number, as counts are",
                        CURE);
            }
        }
    }

    /**
     * Checks targets without columns.
     *
     * @throws InvalidInput with the number of the first row, from 1, that is not whole
     */
    static void require(double[] targets) {
        for (int i = 0; i < targets.length; i++) {
            if (!whole(targets[i])) {
                throw InvalidInput.of(
                        "target " + Numbers.exact(targets[i]) + " of row " + (i + 1)
                                + " is not a whole number, as counts are",
                        "give the counts; or, if these are rates, add --rates");
            }
        }
    }

    private static boolean whole(double target) {
        return target == Math.rint(target);
    }
}
