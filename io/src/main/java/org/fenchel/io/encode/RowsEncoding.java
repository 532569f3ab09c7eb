package org.fenchel.io.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.fenchel.data.DenseRows;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.NumberedNames;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.io.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How rows that are numbers already (LIBSVM files, arrays) become features: each column scaled, or left alone. Sparse rows stay
 * sparse wherever zeros stay zeros.
 */
public final class RowsEncoding implements Encoding {
    /** Most numbers that sparse rows are filled up to, when scaling moves their zeros (half a gigabyte). */
    static final long MOST_FILLED = 1L << 26;

    private static final int EXAMPLES = 5;

    private final int d;
    private final @Nullable List<String> names;
    private final Scale scale;
    private final double @Nullable [] shifts;
    private final double @Nullable [] divisors;

    /** @param names null for {@code x1}, {@code x2}, ... */
    RowsEncoding(
            int d,
            @Nullable List<String> names,
            Scale scale,
            double @Nullable [] shifts,
            double @Nullable [] divisors) {
        this.d = d;
        this.names = names == null || names.equals(numbered(d)) ? null : List.copyOf(names);
        this.scale = scale;
        this.shifts = shifts;
        this.divisors = divisors;
    }

    /** Leaves d columns as they are. */
    public static RowsEncoding unscaled(int d) {
        return new RowsEncoding(d, null, Scale.NONE, null, null);
    }

    private static List<String> numbered(int d) {
        return new NumberedNames("x", d);
    }

    /**
     * Encodes rows. Sparse ones may have fewer columns than the encoding, which counts them as zero, or more, which are ignored
     * and counted.
     *
     * @throws InvalidInput if dense rows have another number of columns, or if scaling would fill more sparse rows than memory
     *     is likely to hold
     */
    public Encoded encode(Rows rows) {
        int[] kept = TableColumns.upTo(rows.n());
        if (rows instanceof DenseRows dense) {
            return new Encoded(dense(dense), kept, 0, Unseen.NOTHING);
        }
        Unseen unseen = rows.d() > d ? unseen(rows) : Unseen.NOTHING;
        if (divisors == null && rows.d() <= d) {
            return new Encoded(widened(rows), kept, 0, unseen);
        }
        return new Encoded(movesZeros() ? filled(rows) : sparse(rows), kept, 0, unseen);
    }

    private Rows dense(DenseRows rows) {
        if (rows.d() != d) {
            throw InvalidInput.of(
                    "the rows have " + rows.d() + " features where the model has " + d, "give the same features");
        }
        if (divisors == null) {
            return rows;
        }
        double[] values = rows.values().clone();
        for (int k = 0; k < values.length; k++) {
            values[k] = scaled(values[k], k % d);
        }
        return DenseRows.wrap(rows.n(), d, values);
    }

    private double scaled(double value, int j) {
        return divisors == null || shifts == null ? value : (value - shifts[j]) / divisors[j];
    }

    private Rows widened(Rows rows) {
        if (rows.d() == d) {
            return rows;
        }
        return rows instanceof SparseRows sparse
                ? SparseRows.wrap(d, sparse.starts(), sparse.columns(), sparse.values())
                : IndicatorRows.wrap(d, starts(rows), columns(rows));
    }

    /** Whether a zero of a column that is not constant becomes something else. */
    private boolean movesZeros() {
        return IntStream.range(0, d).anyMatch(j -> scaled(0, j) != 0);
    }

    private Rows filled(Rows rows) {
        long size = (long) rows.n() * d;
        if (size > MOST_FILLED) {
            long moved = IntStream.range(0, d).filter(j -> scaled(0, j) != 0).count();
            throw InvalidInput.of(
                    "scaling " + scale + " moves the zeros of " + moved + " sparse columns, which fills " + rows.n()
                            + " x " + d + " numbers",
                    "scale by standard, which leaves zeros where they are, or not at all");
        }
        double[] values = new double[(int) size];
        for (int k = 0; k < values.length; k++) {
            values[k] = scaled(0, k % d);
        }
        int[] starts = starts(rows);
        int[] columns = columns(rows);
        for (int i = 0; i < rows.n(); i++) {
            for (int k = starts[i]; k < starts[i + 1] && columns[k] < d; k++) {
                values[i * d + columns[k]] = scaled(value(rows, k), columns[k]);
            }
        }
        return DenseRows.wrap(rows.n(), d, values);
    }

    private Rows sparse(Rows rows) {
        int[] starts = starts(rows);
        int[] columns = columns(rows);
        int[] newStarts = new int[rows.n() + 1];
        int[] newColumns = new int[starts[rows.n()]];
        double[] newValues = new double[newColumns.length];
        boolean ones = rows instanceof IndicatorRows;
        int end = 0;
        for (int i = 0; i < rows.n(); i++) {
            for (int k = starts[i]; k < starts[i + 1] && columns[k] < d; k++) {
                double value = scaled(value(rows, k), columns[k]);
                if (value != 0) {
                    newColumns[end] = columns[k];
                    newValues[end++] = value;
                    ones &= value == 1;
                }
            }
            newStarts[i + 1] = end;
        }
        return ones
                ? IndicatorRows.wrap(d, newStarts, newColumns)
                : SparseRows.wrap(d, newStarts, newColumns, newValues);
    }

    private Unseen unseen(Rows rows) {
        int[] starts = starts(rows);
        int[] columns = columns(rows);
        BitSet distinct = new BitSet();
        int holders = 0;
        for (int i = 0; i < rows.n(); i++) {
            boolean holds = false;
            for (int k = starts[i + 1] - 1; k >= starts[i] && columns[k] >= d; k--) {
                distinct.set(columns[k]);
                holds = true;
            }
            holders += holds ? 1 : 0;
        }
        List<String> examples = new ArrayList<>();
        distinct.stream().limit(EXAMPLES).forEach(j -> examples.add("feature " + (j + 1)));
        return new Unseen(holders, distinct.cardinality(), examples);
    }

    static int[] starts(Rows rows) {
        return rows instanceof SparseRows sparse ? sparse.starts() : ((IndicatorRows) rows).starts();
    }

    static int[] columns(Rows rows) {
        return rows instanceof SparseRows sparse ? sparse.columns() : ((IndicatorRows) rows).columns();
    }

    static double value(Rows rows, int entry) {
        return rows instanceof SparseRows sparse ? sparse.values()[entry] : 1;
    }

    @Override
    public double[] row(double[] cells) {
        if (cells.length != d) {
            throw InvalidInput.of(
                    "the row has " + cells.length + " cells where the model has " + d + " features",
                    "give the same features");
        }
        double[] features = new double[d];
        for (int j = 0; j < d; j++) {
            if (!Double.isFinite(cells[j])) {
                throw InvalidInput.of("feature " + featureNames().get(j) + " is " + cells[j], "give it a value");
            }
            features[j] = scaled(cells[j], j);
        }
        return features;
    }

    @Override
    public int d() {
        return d;
    }

    @Override
    public List<String> featureNames() {
        return names == null ? numbered(d) : names;
    }

    /** Whether features are named by their numbers alone: x1, x2, ... */
    public boolean numbered() {
        return names == null;
    }

    @Override
    public Scale scale() {
        return scale;
    }

    @Override
    public double shift(int j) {
        return shifts == null ? 0 : shifts[j];
    }

    @Override
    public double divisor(int j) {
        return divisors == null ? 1 : divisors[j];
    }

    /** All shifts, length d, copied, or null where nothing is scaled. */
    public double @Nullable [] shifts() {
        return shifts == null ? null : shifts.clone();
    }

    /** All divisors, length d, copied, or null where nothing is scaled. */
    public double @Nullable [] divisors() {
        return divisors == null ? null : divisors.clone();
    }

    @Override
    public JsonObject toJson() {
        return new JsonObject()
                .put("kind", "rows")
                .put("scale", scale.toString())
                .put("features", d)
                .put("names", names);
    }

    /**
     * The encoding that {@link #toJson} wrote, with its arrays.
     *
     * @param shifts length d, or null where nothing is scaled
     * @param divisors likewise
     * @throws InvalidInput if a field is not there or not what it should be
     */
    public static RowsEncoding fromJson(JsonObject json, double @Nullable [] shifts, double @Nullable [] divisors) {
        int d = json.count("features");
        Scale scale = Scale.named(json.text("scale"));
        List<String> names = json.has("names") ? json.texts("names") : null;
        boolean scaled = scale != Scale.NONE;
        boolean fits = (names == null || names.size() == d)
                && scaled == (shifts != null && shifts.length == d)
                && scaled == (divisors != null && divisors.length == d);
        if (!fits) {
            throw InvalidInput.of("the encoding's parts do not have " + d + " features each", "");
        }
        return new RowsEncoding(d, names, scale, scaled ? copy(shifts) : null, scaled ? copy(divisors) : null);
    }

    private static double @Nullable [] copy(double @Nullable [] values) {
        return values == null ? null : Arrays.copyOf(values, values.length);
    }
}
