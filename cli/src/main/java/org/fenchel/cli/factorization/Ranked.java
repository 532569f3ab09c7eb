package org.fenchel.cli.factorization;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.fenchel.cli.data.ColumnChoice;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.WholeNumbers;
import org.fenchel.cli.linear.LinearApplied;
import org.fenchel.cli.linear.Task;
import org.fenchel.cli.use.Predicted;
import org.fenchel.cli.use.RankOptions;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.ColumnEncoding;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.model.ScalarModel;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;

/**
 * Items ranked for one user, best first, as CSV. Each item is taken from the first row that has it, and everything that depends on the
 * user alone, in all of the data, from the rows of the user.
 *
 * @param item name of the items' column
 * @param names of the items, best first
 * @param responses predicted for them
 */
public record Ranked(ScalarModel model, String item, List<String> names, double[] responses) implements Predicted {
    /**
     * Ranks.
     *
     * @throws InvalidInput if the data has no such columns or no such user
     */
    public static Ranked of(ScalarModel model, Examples examples, RankOptions options, String whom) {
        String[] parts = options.parts(whom);
        if (!(examples instanceof Examples.Tabular tabular) || !(model.encoding() instanceof TableEncoding encoding)) {
            throw InvalidInput.of("--for needs data with named columns, which LIBSVM data has not", "give CSV")
                    .in(examples.source());
        }
        Table table = tabular.table();
        Column.Categorical users = words(table, parts[0]);
        int user = users.levels().indexOf(parts[1]);
        BitSet own = new BitSet();
        for (int i = 0; i < table.n() && user >= 0; i++) {
            own.set(i, users.codes()[i] == user);
        }
        if (own.isEmpty()) {
            throw InvalidInput.of("no row has " + whom, "give a value that the column has")
                    .in(table.source());
        }
        Column.Categorical items =
                options.items == null ? mostLevels(table, encoding, users) : words(table, options.items);
        int[] candidates = candidates(items, own, options.seen);
        if (candidates.length == 0) {
            throw InvalidInput.of("the data has no " + items.name() + " that is new to " + whom, "add --seen")
                    .in(table.source());
        }
        Examples.Tabular crossed = cross(tabular, candidates, users, own.nextSetBit(0));
        LinearApplied applied = LinearApplied.of(model, crossed, List.of());
        int[] kept = applied.encoded().keptRows();
        Integer[] order = new Integer[kept.length];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, Comparator.comparingDouble((Integer k) -> -applied.margins()[k]));
        List<String> names = new ArrayList<>();
        double[] responses = new double[Math.min(options.top, order.length)];
        for (int k = 0; k < responses.length; k++) {
            names.add(items.levels().get(items.codes()[candidates[kept[order[k]]]]));
            responses[k] = model.loss().response(applied.margins()[order[k]]);
        }
        return new Ranked(model, items.name(), names, responses);
    }

    private static Column.Categorical words(Table table, String name) {
        Column column = table.column(ColumnChoice.of(table, name));
        if (column instanceof Column.Categorical words) {
            return words;
        }
        throw InvalidInput.of(
                        "column '" + column.name() + "' holds numbers, not categories",
                        "rank by a column that the model was fitted on as categories")
                .in(table.source());
    }

    private static Column.Categorical mostLevels(Table table, TableEncoding encoding, Column.Categorical users) {
        ColumnEncoding most = null;
        int levels = 0;
        for (ColumnEncoding column : encoding.columns()) {
            int own = column instanceof ColumnEncoding.Hashed hashed ? hashed.levels() : column.width();
            if (!(column instanceof ColumnEncoding.Numbers) && !column.name().equals(users.name()) && own > levels) {
                most = column;
                levels = own;
            }
        }
        if (most == null) {
            throw InvalidInput.of("there is no other column of categories to rank", "name one with --items");
        }
        return words(table, most.name());
    }

    /** The first row of each item, of those that the user has not had unless all are wanted. */
    private static int[] candidates(Column.Categorical items, BitSet own, boolean all) {
        BitSet taken = new BitSet();
        own.stream().filter(i -> !all && items.codes()[i] >= 0).forEach(i -> taken.set(items.codes()[i]));
        int[] rows = new int[items.levels().size()];
        int count = 0;
        for (int i = 0; i < items.codes().length; i++) {
            int code = items.codes()[i];
            if (code >= 0 && !taken.get(code)) {
                taken.set(code);
                rows[count++] = i;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private static Examples.Tabular cross(
            Examples.Tabular all, int[] candidates, Column.Categorical users, int ownRow) {
        int[] repeated = new int[candidates.length];
        Arrays.fill(repeated, ownRow);
        List<Column> items = all.select(candidates).table().columns();
        List<Column> own = all.select(repeated).table().columns();
        List<Column> columns = new ArrayList<>();
        for (Column column : all.table().columns()) {
            columns.add((dependsOn(users, column) ? own : items).get(column.position()));
        }
        return new Examples.Tabular(WholeNumbers.with(all.select(candidates).table(), columns));
    }

    /** Whether a column has one value for each user in all of the data. */
    private static boolean dependsOn(Column.Categorical users, Column column) {
        double[] value = new double[users.levels().size()];
        Arrays.fill(value, Double.NaN);
        for (int i = 0; i < users.codes().length; i++) {
            int user = users.codes()[i];
            double cell = column instanceof Column.Numeric numeric
                    ? numeric.values()[i]
                    : ((Column.Categorical) column).codes()[i];
            if (user >= 0) {
                if (!Double.isNaN(value[user]) && value[user] != cell) {
                    return false;
                }
                value[user] = cell;
            }
        }
        return true;
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void write(Writer out) throws IOException {
        boolean classes = Task.of(model.loss()).classifies();
        out.write(item + "," + (classes ? "probability" : "prediction") + "\n");
        for (int k = 0; k < responses.length; k++) {
            String name = names.get(k);
            boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            out.write(plain ? name : '"' + name.replace("\"", "\"\"") + '"');
            out.write("," + responses[k] + "\n");
        }
    }
}
