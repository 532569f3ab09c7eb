package org.fenchel.io.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.NumberedNames;
import org.fenchel.io.encode.ColumnEncoding.Categories;
import org.fenchel.io.encode.ColumnEncoding.Hashed;
import org.fenchel.io.encode.ColumnEncoding.Numbers;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * How a table's columns become features: in the order of the columns, a column of numbers one feature of its name, a column of
 * categories one feature {@code column=level} for each level, in alphabetical order and without the reference where there is one, or
 * {@code column#number} where they are hashed. Columns are found by their names again; where the training file had no header, by
 * their places.
 */
public final class TableEncoding implements Encoding {
    private static final int EXAMPLES = 5;

    private final Roles roles;
    private final Scale scale;
    private final Missing missing;
    private final List<ColumnEncoding> columns;
    private final int[] positions;
    private final int tableWidth;
    private final int targetPosition;
    private final boolean headerless;

    /** For each feature its column, and the number of the column's first feature. */
    private final int[] columnOf;

    private final int[] firstFeature;

    TableEncoding(
            Roles roles,
            Scale scale,
            Missing missing,
            List<ColumnEncoding> columns,
            int[] positions,
            int tableWidth,
            int targetPosition,
            boolean headerless) {
        this.roles = roles;
        this.scale = scale;
        this.missing = missing;
        this.columns = List.copyOf(columns);
        this.positions = positions;
        this.tableWidth = tableWidth;
        this.targetPosition = targetPosition;
        this.headerless = headerless;
        firstFeature = new int[columns.size()];
        int d = 0;
        for (int c = 0; c < columns.size(); c++) {
            firstFeature[c] = d;
            d = Math.addExact(d, columns.get(c).width());
        }
        columnOf = new int[d];
        for (int c = 0; c < columns.size(); c++) {
            Arrays.fill(
                    columnOf, firstFeature[c], firstFeature[c] + columns.get(c).width(), c);
        }
    }

    /**
     * Encodes a table.
     *
     * @param needed names of columns besides the features that must hold a value too: a row that lacks one is dropped where
     *     rows are dropped, and refused otherwise
     * @throws InvalidInput if a column is not there, a cell holds text where training had numbers, or a missing cell is refused
     */
    public Encoded encode(Table table, List<String> needed) {
        List<Column> inputs = inputs(table);
        int[] kept = CompleteRows.of(table, inputs, needed, missing);
        List<Cells> cells = new ArrayList<>(inputs.size());
        long filled = 0;
        for (int c = 0; c < inputs.size(); c++) {
            Cells column = cells(table, inputs.get(c), c);
            for (int row : kept) {
                if (column.missing(row)) {
                    filled++;
                }
            }
            cells.add(column);
        }
        return new Encoded(Storage.of(cells, kept, d()), kept, filled, unseen(cells, inputs, kept));
    }

    /** {@link #encode(Table, List)} without further columns. */
    public Encoded encode(Table table) {
        return encode(table, List.of());
    }

    private Cells cells(Table table, Column column, int c) {
        if (columns.get(c) instanceof Numbers numbers) {
            double[] values =
                    TableColumns.numbers(table, column, "the model was fitted on numbers there; correct the cell");
            return new Cells.Number(values, numbers, firstFeature[c]);
        }
        if (columns.get(c) instanceof Hashed hashed) {
            return TableColumns.hashed(column, hashed, firstFeature[c]);
        }
        return TableColumns.categories(table, column, (Categories) columns.get(c), firstFeature[c]);
    }

    private List<Column> inputs(Table table) {
        if (headerless && TableFit.headerless(table)) {
            return inputsByPlace(table);
        }
        List<Column> inputs = new ArrayList<>(columns.size());
        for (ColumnEncoding column : columns) {
            inputs.add(table.column(column.name()));
        }
        return inputs;
    }

    private List<Column> inputsByPlace(Table table) {
        int width = table.columns().size();
        boolean whole = width == tableWidth;
        if (!whole && width != tableWidth - 1) {
            throw InvalidInput.of(
                            "it has " + width + " columns where the training file had " + tableWidth,
                            "give the same columns in the same order, with or without the target")
                    .in(table.source());
        }
        List<Column> inputs = new ArrayList<>(columns.size());
        for (int position : positions) {
            // Without the target, what stood after it has moved up by one place.
            int place = whole || position < targetPosition ? position : position - 1;
            inputs.add(table.columns().get(place));
        }
        return inputs;
    }

    private static Unseen unseen(List<Cells> cells, List<Column> inputs, int[] kept) {
        BitSet rows = new BitSet();
        int distinct = 0;
        List<String> examples = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            if (!(cells.get(c) instanceof Cells.Category column)
                    || column.unseenCodes().isEmpty()) {
                continue;
            }
            BitSet codes = new BitSet();
            for (int row : kept) {
                if (column.unseen(row)) {
                    rows.set(row);
                    codes.set(column.codes()[row]);
                }
            }
            distinct += codes.cardinality();
            for (int code = codes.nextSetBit(0);
                    code >= 0 && examples.size() < EXAMPLES;
                    code = codes.nextSetBit(code + 1)) {
                examples.add(inputs.get(c).name() + "=" + word(inputs.get(c), column, code));
            }
        }
        return distinct == 0 ? Unseen.NOTHING : new Unseen(rows.cardinality(), distinct, examples);
    }

    private static String word(Column input, Cells.Category column, int code) {
        if (input instanceof Column.Categorical words) {
            return words.levels().get(code);
        }
        int row = 0;
        while (column.codes()[row] != code) {
            row++;
        }
        return TableColumns.text(((Column.Numeric) input).values()[row]);
    }

    /**
     * Encodes one row given by column names.
     *
     * @param row for each feature column a number, a text, or null where missing; other keys are ignored
     * @return length d
     * @throws InvalidInput if a column is not there, a text is no number where training had numbers, or a missing cell is not
     *     filled in
     */
    public double[] row(Map<String, ?> row) {
        double[] features = new double[d()];
        for (int c = 0; c < columns.size(); c++) {
            String name = columns.get(c).name();
            Object cell = row.get(name);
            if (cell == null && !row.containsKey(name)) {
                throw InvalidInput.of("the row has no column '" + name + "'", "give every feature a value");
            }
            boolean absent = cell == null || cell instanceof Double number && number.isNaN();
            encodeCell(absent ? null : cell, c, features);
        }
        return features;
    }

    @Override
    public double[] row(double[] cells) {
        if (cells.length != columns.size()) {
            throw InvalidInput.of(
                    "the row has " + cells.length + " cells for " + columns.size() + " columns",
                    "give one for each column that is a feature");
        }
        double[] features = new double[d()];
        for (int c = 0; c < cells.length; c++) {
            encodeCell(Double.isNaN(cells[c]) ? null : (Object) cells[c], c, features);
        }
        return features;
    }

    private void encodeCell(@Nullable Object cell, int c, double[] features) {
        ColumnEncoding column = columns.get(c);
        if (cell == null && missing != Missing.MEAN) {
            throw InvalidInput.of("column '" + column.name() + "' is missing", "give it a value");
        }
        if (column instanceof Numbers numbers) {
            double value = cell == null ? Double.NaN : number(cell, column.name());
            features[firstFeature[c]] = Cells.Number.encode(value, numbers);
            return;
        }
        if (column instanceof Hashed hashed) {
            int place = hashed.fill();
            if (cell != null) {
                place = hashed.place(
                        cell instanceof Number number ? TableColumns.text(number.doubleValue()) : cell.toString());
            }
            features[firstFeature[c] + place] = 1;
            return;
        }
        Categories categories = (Categories) column;
        int level = categories.fill();
        if (cell instanceof Number number) {
            level = TableColumns.level(number.doubleValue(), categories.levels());
        } else if (cell != null) {
            level = categories.levels().indexOf(cell.toString());
        }
        int feature = categories.feature(level);
        if (feature >= 0) {
            features[firstFeature[c] + feature] = 1;
        }
    }

    private static double number(Object cell, String column) {
        double value = cell instanceof Number number ? number.doubleValue() : TableColumns.number(cell.toString());
        if (!Double.isFinite(value)) {
            throw InvalidInput.of(
                    "'" + cell + "' in column '" + column + "' is not a number",
                    "the model was fitted on numbers there");
        }
        return value;
    }

    /** The columns with a role, which are no features. */
    public Roles roles() {
        return roles;
    }

    /** What is done with missing cells. */
    public Missing missing() {
        return missing;
    }

    /** For each feature the number of its column in {@link #columns}, copied. */
    public int[] fields() {
        return columnOf.clone();
    }

    /** The columns that are features, in order. */
    public List<ColumnEncoding> columns() {
        return columns;
    }

    /** Place in the training file, from 0, of a column that is a feature. */
    public int position(int column) {
        return positions[column];
    }

    /** Whether the training file named no columns, so that they are found by their places. */
    public boolean headerless() {
        return headerless;
    }

    /** Number of columns of the training file. */
    public int tableWidth() {
        return tableWidth;
    }

    /** Place of the target in the training file, from 0. */
    public int targetPosition() {
        return targetPosition;
    }

    @Override
    public int d() {
        return columnOf.length;
    }

    @Override
    public List<String> featureNames() {
        List<String> names = new ArrayList<>(d());
        for (ColumnEncoding column : columns) {
            if (column instanceof Categories categories) {
                names.addAll(categories.featureNames());
            } else if (column instanceof Hashed) {
                names.addAll(new NumberedNames(column.name() + "#", column.width()));
            } else {
                names.add(column.name());
            }
        }
        return names;
    }

    @Override
    public List<String> references() {
        return columns.stream()
                .filter(column -> column instanceof Categories words && words.reference() >= 0)
                .map(column -> ((Categories) column).word(((Categories) column).reference()))
                .toList();
    }

    @Override
    public Scale scale() {
        return scale;
    }

    @Override
    public double shift(int j) {
        return columns.get(columnOf[j]) instanceof Numbers numbers ? numbers.shift() : 0;
    }

    @Override
    public double divisor(int j) {
        return columns.get(columnOf[j]) instanceof Numbers numbers ? numbers.divisor() : 1;
    }

    @Override
    public JsonObject toJson() {
        return TableEncodingJson.of(this);
    }

    /**
     * The encoding that {@link #toJson} wrote.
     *
     * @throws InvalidInput if a field is not there or not what it should be
     */
    public static TableEncoding fromJson(JsonObject json) {
        return TableEncodingJson.parse(json);
    }
}
