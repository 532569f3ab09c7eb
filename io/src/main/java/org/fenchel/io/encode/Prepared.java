package org.fenchel.io.encode;

import java.util.List;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;

/**
 * Data encoded with targets, weights and offsets, as a solver takes it and an evaluation needs it.
 *
 * @param dataset features, encoded targets, weights and offsets of the kept rows
 * @param encoded the features again, with the rows they come from and what was filled in or unseen
 */
public record Prepared(Dataset dataset, Encoded encoded) {
    /**
     * A table with a fitted encoding.
     *
     * @throws InvalidInput if a column is not there, or a cell does not fit the encoding, the loss or its role, with its place
     */
    public static Prepared of(Table table, TableEncoding encoding, TargetEncoding target, Loss loss) {
        Encoded encoded = encoding.encode(table, encoding.roles().names());
        return of(table, encoding, target, loss, encoded);
    }

    static Prepared of(Table table, TableEncoding encoding, TargetEncoding target, Loss loss, Encoded encoded) {
        int[] rows = encoded.keptRows();
        Roles roles = encoding.roles();
        Column targetColumn = table.column(roles.target());
        double[] targets = target.encode(table, targetColumn, rows);
        for (int k = 0; k < rows.length; k++) {
            if (!loss.accepts(targets[k])) {
                throw TableColumns.at(
                        table,
                        targetColumn,
                        rows[k],
                        "target " + TableColumns.text(targets[k]) + " does not suit the loss",
                        "its targets must be " + loss.targets() + ": correct the cell or remove the row");
            }
        }
        if (roles.exposure() != null && !proportional(loss)) {
            throw InvalidInput.of(
                    "this loss does not predict in proportion to an exposure ('" + roles.exposure() + "')",
                    "choose one whose mean is an exponential, such as poisson");
        }
        return of(table, encoding, targets, encoded);
    }

    /**
     * A table with a fitted encoding, for a model of several classes.
     *
     * @throws InvalidInput if a column is not there, or a cell does not fit the encoding, the classes or its role, with its place
     */
    public static Prepared of(Table table, TableEncoding encoding, SeveralClasses classes) {
        return of(
                table,
                encoding,
                classes,
                encoding.encode(table, encoding.roles().names()));
    }

    static Prepared of(Table table, TableEncoding encoding, SeveralClasses classes, Encoded encoded) {
        Column target = table.column(encoding.roles().target());
        return of(table, encoding, classes.encode(table, target, encoded.keptRows()), encoded);
    }

    private static Prepared of(Table table, TableEncoding encoding, double[] targets, Encoded encoded) {
        int[] rows = encoded.keptRows();
        Roles roles = encoding.roles();
        Dataset dataset = Dataset.of(encoded.rows(), targets).withFeatureNames(encoding.featureNames());
        if (roles.weight() != null) {
            dataset = dataset.withWeights(RoleCells.weights(table, roles.weight(), rows));
        }
        double[] offsets = offsets(table, roles, rows);
        return new Prepared(offsets == null ? dataset : dataset.withOffsets(offsets), encoded);
    }

    /** Whether adding log(2) to a margin doubles the mean. */
    private static boolean proportional(Loss loss) {
        return Math.abs(loss.response(Math.log(2)) - 2 * loss.response(0)) < 1e-12 && loss.response(0) > 0;
    }

    /**
     * Rows with a fitted encoding.
     *
     * @param raw targets, weights and offsets as they were read
     * @throws InvalidInput if a target does not fit the encoding or the loss, or the rows do not
     */
    public static Prepared of(Dataset raw, RowsEncoding encoding, TargetEncoding target, Loss loss) {
        double[] targets = target.encode(raw.targets());
        for (int i = 0; i < targets.length; i++) {
            if (!loss.accepts(targets[i])) {
                throw InvalidInput.of(
                        "target " + TableColumns.text(targets[i]) + " of row " + (i + 1) + " does not suit the loss",
                        "its targets must be " + loss.targets() + ": correct the row or remove it");
            }
        }
        return of(raw, encoding, targets);
    }

    /**
     * Rows with a fitted encoding, for a model of several classes.
     *
     * @param raw labels, weights and offsets as they were read
     * @throws InvalidInput if a label is none of the classes, or the rows do not fit the encoding
     */
    public static Prepared of(Dataset raw, RowsEncoding encoding, SeveralClasses classes) {
        return of(raw, encoding, classes.encode(raw.targets()));
    }

    private static Prepared of(Dataset raw, RowsEncoding encoding, double[] targets) {
        Encoded encoded = encoding.encode(raw.rows());
        Dataset dataset = Dataset.of(encoded.rows(), targets).withFeatureNames(encoding.featureNames());
        double[] weights = raw.weights();
        double[] offsets = raw.offsets();
        dataset = weights == null ? dataset : dataset.withWeights(weights);
        return new Prepared(offsets == null ? dataset : dataset.withOffsets(offsets), encoded);
    }

    /**
     * What the offset and exposure columns add to the margins of these rows.
     *
     * @return null if there is neither column
     * @throws InvalidInput if a cell is no number, or an exposure is not above 0, with its place
     */
    public static double @Nullable [] offsets(Table table, Roles roles, int[] rows) {
        return RoleCells.offsets(table, roles, rows);
    }

    /** The columns besides the features that a row must have to be predicted: offset and exposure, where there are such. */
    public static List<String> neededToPredict(Roles roles) {
        return roles.names().stream()
                .filter(name -> name.equals(roles.offset()) || name.equals(roles.exposure()))
                .toList();
    }
}
