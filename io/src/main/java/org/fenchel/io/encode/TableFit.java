package org.fenchel.io.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;

/** Learns an encoding from a training table. */
final class TableFit {
    private static final int LISTED = 8;

    private TableFit() {}

    static TableEncoding of(Table table, Roles roles, EncodingOptions options) {
        List<Column> features = features(table, roles, options);
        int[] kept = CompleteRows.of(table, features, roles.names(), options.missing());
        List<ColumnEncoding> encodings = new ArrayList<>(features.size());
        requireReferences(table, features, options.references());
        for (Column column : features) {
            try {
                encodings.add(
                        column instanceof Column.Numeric numeric
                                ? numbers(numeric, kept, options)
                                : categories((Column.Categorical) column, kept, options));
            } catch (InvalidInput mistake) {
                throw mistake.in(table.source());
            }
        }
        if (encodings.stream().allMatch(column -> column.width() == 0)) {
            throw InvalidInput.of(
                            "every column has one level, its reference, so that no feature is left",
                            "give each level a feature, or exclude fewer columns")
                    .in(table.source());
        }
        if (options.hashBits() > 0) {
            encodings = HashWidths.hashed(encodings, 1 << options.hashBits());
        }
        return new TableEncoding(
                roles,
                options.scale(),
                options.missing(),
                encodings,
                features.stream().mapToInt(Column::position).toArray(),
                table.columns().size(),
                table.column(roles.target()).position(),
                headerless(table));
    }

    /** Whether the names are those that columns get in a file without a header. */
    static boolean headerless(Table table) {
        return table.columns().stream().allMatch(column -> column.name().equals("c" + (column.position() + 1)));
    }

    private static List<Column> features(Table table, Roles roles, EncodingOptions options) {
        List<String> others = new ArrayList<>(roles.names());
        others.addAll(options.exclude());
        others.forEach(table::column); // a name that is no column is a mistake
        List<Column> features = table.columns().stream()
                .filter(column -> !others.contains(column.name()))
                .toList();
        if (features.isEmpty()) {
            throw InvalidInput.of("no column is left to be a feature", "exclude fewer columns")
                    .in(table.source());
        }
        return features;
    }

    private static ColumnEncoding numbers(Column.Numeric column, int[] kept, EncodingOptions options) {
        double[] present = IntStream.of(kept)
                .mapToDouble(row -> column.values()[row])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (present.length == 0) {
            throw empty(column);
        }
        Spread spread = Spread.of(present);
        double fill = options.missing() == Missing.MEAN ? spread.mean() : Double.NaN;
        return new ColumnEncoding.Numbers(
                column.name(), spread.shift(options.scale()), spread.divisor(options.scale(), column.name()), fill);
    }

    private static void requireReferences(Table table, List<Column> features, References references) {
        references.chosen().forEach((name, level) -> {
            Column column = table.column(name);
            if (!features.contains(column)) {
                throw InvalidInput.of(
                                "column '" + name + "' is no feature, so it has no reference level", "leave it out")
                        .in(table.source());
            }
            if (!(column instanceof Column.Categorical words)) {
                throw InvalidInput.of(
                                "column '" + name + "' holds numbers, which have no reference level",
                                "let it be read as categories with --categorical " + name)
                        .in(table.source());
            }
            if (!words.levels().contains(level)) {
                throw InvalidInput.of(
                                "column '" + name + "' has no level '" + level + "' to be the reference",
                                "it has "
                                        + words.levels().stream()
                                                .sorted()
                                                .limit(LISTED)
                                                .collect(Collectors.joining(", "))
                                        + (words.levels().size() > LISTED ? ", ..." : ""))
                        .in(table.source());
            }
        });
    }

    private static ColumnEncoding categories(Column.Categorical column, int[] kept, EncodingOptions options) {
        int[] counts = new int[column.levels().size()];
        for (int row : kept) {
            if (column.codes()[row] >= 0) {
                counts[column.codes()[row]]++;
            }
        }
        String reference = options.references().chosen().get(column.name());
        int[] codes = IntStream.range(0, counts.length)
                .filter(code -> counts[code] > 0 || column.levels().get(code).equals(reference))
                .boxed()
                .sorted((a, b) ->
                        column.levels().get(a).compareTo(column.levels().get(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        if (IntStream.of(counts).sum() == 0) {
            throw empty(column);
        }
        int mostFrequent = 0;
        for (int level = 1; level < codes.length; level++) {
            if (counts[codes[level]] > counts[codes[mostFrequent]]) {
                mostFrequent = level;
            }
        }
        List<String> levels = IntStream.of(codes).mapToObj(column.levels()::get).toList();
        return new ColumnEncoding.Categories(
                column.name(),
                levels,
                options.missing() == Missing.MEAN ? mostFrequent : -1,
                options.references().of(column.name(), levels));
    }

    private static InvalidInput empty(Column column) {
        return InvalidInput.of("every cell of column '" + column.name() + "' is missing", "exclude the column");
    }
}
