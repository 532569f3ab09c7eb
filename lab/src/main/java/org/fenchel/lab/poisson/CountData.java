package org.fenchel.lab.poisson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.fenchel.data.Dataset;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.csv.MissingCells;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Missing;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.hash.Sha256;
import org.fenchel.io.known.KnownData;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.LineNumbers;
import org.fenchel.io.table.Table;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Shelf;
import org.fenchel.loss.PoissonIdentity;
import org.jspecify.annotations.Nullable;

/**
 * The paper's data sets: numbers scaled to [0, 1], a feature for each level of a category, rows with a missing cell dropped. No
 * feature is negative then, and neither are inner products of rows.
 */
enum CountData {
    /** Quality of white wines. */
    WINE("wine-quality-white"),
    /**
     * Interactions with posts of a cosmetics brand; what they add up from is left out, so that its missing cells do not matter: one
     * row of 500 lacks another.
     */
    FACEBOOK("facebook-metrics"),
    /**
     * Scores of hotels in Las Vegas; one reviewer is said to have been a member for -1806 years, which counts as missing. The file
     * holds neither names of users nor texts that would have to be left out.
     */
    VEGAS("las-vegas-strip"),
    /** How often news were shared; a column that is 1 in every row is left out, since scaling would make it 0. */
    NEWS("online-news"),
    /** Hazards of insured properties. */
    PROPERTY("liberty-mutual");

    private final String known;

    CountData(String known) {
        this.known = known;
    }

    /** Columns of numbers that are categories. */
    private Set<String> categories() {
        return this == FACEBOOK
                ? Set.of("Type", "Category", "Post Month", "Post Weekday", "Post Hour", "Paid")
                : Set.of();
    }

    /** Columns that are no features, besides those that the known data set names. */
    private Set<String> left() {
        return this == NEWS ? Set.of("THETA_0") : Set.of();
    }

    /** A column in which a negative number stands for a missing cell, or null. */
    private @Nullable String neverNegative() {
        return this == VEGAS ? "Member years" : null;
    }

    /** Name of the known data set. */
    String known() {
        return known;
    }

    /**
     * Data with what is to be said of them.
     *
     * @param rows the data themselves
     * @param used their description
     */
    record Loaded(Dataset rows, DataUsed used) {}

    /**
     * Reads and encodes the data.
     *
     * @param most rows to keep, drawn at random after scaling; 0 for all
     * @param seed of the draw
     */
    Loaded load(Shelf shelf, int most, long seed) {
        Path file = shelf.file(known);
        KnownDataset set = KnownData.standard().named(known);
        Table table = CsvReader.read(
                file, new CsvFormat().withMissing(MissingCells.KEEP).withCategoricalColumns(categories()));
        Set<String> excluded = new HashSet<>(set.exclude());
        excluded.addAll(left());
        EncodingOptions options = new EncodingOptions(Scale.MINMAX, Missing.DROP, excluded);
        Roles roles = new Roles(Objects.requireNonNull(set.target()));
        Dataset all = TrainingData.of(marked(table), roles, options, new PoissonIdentity(), null)
                .dataset();
        Dataset rows = most > 0 && most < all.n() ? all.select(drawn(all.n(), most, seed)) : all;
        return new Loaded(rows, new DataUsed(known, rows.n(), rows.d(), sum(file)));
    }

    /** The table with NaN where a negative number stands for a missing one. */
    private Table marked(Table table) {
        String name = neverNegative();
        if (name == null || !(table.column(name) instanceof Column.Numeric numbers)) {
            return table;
        }
        double[] values = Arrays.stream(numbers.values())
                .map(value -> value < 0 ? Double.NaN : value)
                .toArray();
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(numbers.position(), new Column.Numeric(numbers.name(), numbers.position(), values));
        LineNumbers lines = new LineNumbers();
        for (int row = 0; row < table.n(); row++) {
            lines.add(row, table.line(row));
        }
        return new Table(table.source(), table.n(), columns, lines);
    }

    private static int[] drawn(int n, int most, long seed) {
        int[] all = PermutationSampler.natural(n);
        PermutationSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(seed), all);
        int[] kept = Arrays.copyOf(all, most);
        Arrays.sort(kept); // in the file's order
        return kept;
    }

    private static String sum(Path file) {
        try {
            return Sha256.ofFile(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
