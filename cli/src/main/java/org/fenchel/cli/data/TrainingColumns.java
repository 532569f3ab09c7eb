package org.fenchel.cli.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.References;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The columns of a table as a train command's options choose them.
 *
 * @param roles of the columns that are no features
 * @param encoding how the others become features
 */
public record TrainingColumns(Roles roles, EncodingOptions encoding) {
    /**
     * Finds the columns.
     *
     * @param known the known data set that the table is, if any: it knows its target
     * @throws org.fenchel.data.InvalidInput if one is not there
     * @throws ParameterException if there is no target
     */
    public static TrainingColumns of(
            Table table, ColumnOptions columns, @Nullable KnownDataset known, CommandSpec command) {
        String target = columns.target != null || known == null ? columns.target : known.target();
        if (target == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "which column of " + table.source() + " is to be learned? add --target NAME; the columns are "
                            + names(table));
        }
        Set<String> excluded = new HashSet<>();
        for (String name : columns.exclude) {
            excluded.add(ColumnChoice.of(table, name));
        }
        if (known != null && columns.target == null) {
            excluded.addAll(known.exclude());
        }
        Roles roles = new Roles(ColumnChoice.of(table, target))
                .withWeight(chosen(table, columns.weight))
                .withOffset(chosen(table, columns.offset));
        return new TrainingColumns(
                roles,
                new EncodingOptions(columns.scale(), columns.missing(), excluded)
                        .withReferences(references(table, columns.references())));
    }

    /** The same references by the columns' names. */
    private static References references(Table table, References wanted) {
        if (wanted.chosen().isEmpty()) {
            return wanted;
        }
        Map<String, String> named = new HashMap<>();
        wanted.chosen().forEach((column, level) -> named.put(ColumnChoice.of(table, column), level));
        return new References(wanted.every(), named);
    }

    /** The name of the column that the user wants, null for none. */
    public static @Nullable String chosen(Table table, @Nullable String wanted) {
        return wanted == null ? null : ColumnChoice.of(table, wanted);
    }

    /**
     * Refuses options for columns where the data has none.
     *
     * @param form what the data is, as in "LIBSVM data"
     * @throws ParameterException naming the first of them
     */
    public static void refuse(ColumnOptions columns, String data, String form, CommandSpec command) {
        String option = columns.weight != null
                ? "--weight"
                : columns.offset != null
                        ? "--offset"
                        : !columns.categorical.isEmpty()
                                ? "--categorical"
                                : !columns.numeric.isEmpty()
                                        ? "--numeric"
                                        : !columns.exclude.isEmpty() ? "--exclude" : columns.referenceOption();
        if (option != null) {
            throw refusal(option, data, form, command);
        }
    }

    /** The refusal of an option that names a column where the data has none. */
    public static ParameterException refusal(String option, String data, String form, CommandSpec command) {
        return new ParameterException(
                command.commandLine(),
                data + " is " + form + ", which has no columns for " + option + "; leave the option out, or give CSV");
    }

    private static String names(Table table) {
        List<String> names = new ArrayList<>();
        for (Column column : table.columns()) {
            names.add(column.name());
        }
        int shown = Math.min(12, names.size());
        return String.join(", ", names.subList(0, shown)) + (shown < names.size() ? ", ..." : "");
    }
}
