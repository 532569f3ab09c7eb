package org.fenchel.cli.data;

import org.fenchel.cli.console.Numbers;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;

/** A column that has to hold a number in each row that is used. */
public final class NumberColumn {
    private NumberColumn() {}

    /**
     * The numbers of these rows.
     *
     * @param what they are, as in "exposures"
     * @param above each must be above this, or not below it
     * @throws InvalidInput if one is missing, no number or too small, with its place
     */
    public static double[] of(Table table, String name, int[] rows, String what, double above, boolean strict) {
        Column column = table.column(name);
        if (!(column instanceof Column.Numeric numeric)) {
            throw InvalidInput.of("column '" + name + "' is not numeric", what + " are numbers; choose another column")
                    .in(table.source());
        }
        double[] chosen = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            chosen[k] = numeric.values()[rows[k]];
            boolean good = strict ? chosen[k] > above : chosen[k] >= above;
            if (!good) {
                String is = Double.isNaN(chosen[k]) ? "is missing" : "is " + Numbers.exact(chosen[k]);
                throw InvalidInput.at(
                        table.source(),
                        table.line(rows[k]),
                        column.position() + 1,
                        "column '" + name + "' " + is,
                        what + " are numbers " + (strict ? "above " : "from ") + Numbers.exact(above)
                                + "; correct the cell or remove the row");
            }
        }
        return chosen;
    }
}
