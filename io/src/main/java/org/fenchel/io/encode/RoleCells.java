package org.fenchel.io.encode;

import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;

/** The cells of columns that are no features, checked against what their roles allow. */
final class RoleCells {
    private RoleCells() {}

    static double[] weights(Table table, String name, int[] rows) {
        double[] weights = numbers(table, name, rows, "weights");
        for (int k = 0; k < rows.length; k++) {
            if (weights[k] < 0) {
                throw wrong(table, name, rows[k], "weight " + weights[k] + " is negative", "weights are 0 or more");
            }
        }
        return weights;
    }

    static double @Nullable [] offsets(Table table, Roles roles, int[] rows) {
        String offset = roles.offset();
        double[] sum = offset == null ? null : numbers(table, offset, rows, "offsets");
        String exposure = roles.exposure();
        if (exposure == null) {
            return sum;
        }
        double[] exposures = numbers(table, exposure, rows, "exposures");
        for (int k = 0; k < rows.length; k++) {
            if (!(exposures[k] > 0)) {
                throw wrong(table, exposure, rows[k], "exposure " + exposures[k] + " is not above 0", "remove the row");
            }
            exposures[k] = Math.log(exposures[k]) + (sum == null ? 0 : sum[k]);
        }
        return exposures;
    }

    private static double[] numbers(Table table, String name, int[] rows, String what) {
        double[] all = TableColumns.numbers(table, table.column(name), what + " are numbers");
        double[] chosen = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            chosen[k] = all[rows[k]];
        }
        return chosen;
    }

    private static InvalidInput wrong(Table table, String name, int row, String problem, String advice) {
        Column column = table.column(name);
        return TableColumns.at(table, column, row, problem, advice);
    }
}
