package org.fenchel.lab.proximal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.fenchel.data.Dataset;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Missing;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.hash.Sha256;
import org.fenchel.io.known.KnownData;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Shelf;
import org.fenchel.loss.Logistic;
import org.fenchel.penalty.None;
import org.fenchel.problem.FiniteSum;

/**
 * The article's setting: spambase scaled to [0, 1] without its last feature, logistic loss, no penalty, no intercept.
 *
 * @param problem to be fitted
 * @param used what is said of the data
 */
record Spambase(FiniteSum problem, DataUsed used) {
    static final String CITATION = "A. Shtoff, \"Proximal Point with Mini Batches - Convex On Linear\", 2020";
    static final String KNOWN = "spambase";

    /** The article's program reads 56 of the 57 features. */
    private static final Set<String> LEFT_OUT = Set.of("c57");

    static Spambase load(Shelf shelf) {
        Path file = shelf.file(KNOWN);
        Roles roles = new Roles(
                Objects.requireNonNull(KnownData.standard().named(KNOWN).target()));
        EncodingOptions options = new EncodingOptions(Scale.MINMAX, Missing.REFUSE, LEFT_OUT);
        Dataset rows = TrainingData.of(CsvReader.read(file, new CsvFormat()), roles, options, new Logistic(), null)
                .dataset();
        try {
            return new Spambase(
                    FiniteSum.of(rows, new Logistic(), new None(), false),
                    new DataUsed(KNOWN, rows.n(), rows.d(), Sha256.ofFile(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
