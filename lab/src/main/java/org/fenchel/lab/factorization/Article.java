package org.fenchel.lab.factorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import org.fenchel.data.Dataset;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.hash.Sha256;
import org.fenchel.io.ratings.MovieLens;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Shelf;
import org.fenchel.loss.Logistic;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution.Factorized;

/** The setting of the article: MovieLens 100K, label 1 for ratings of 5, vectors of 20 normal numbers. */
final class Article {
    static final String CITATION = "A. Shtoff, \"Proximal point to the extreme: factorization machines\", 2020";
    static final String KNOWN = "movielens-100k";
    static final int RANK = 20;

    /** 1 / (2 d + 1) for rows of at most d = 11 features. */
    static final double STEP = 1.0 / 23;

    private static final double DEVIATION = 0.01;

    private Article() {}

    /**
     * Its rows.
     *
     * @param rows with labels -1 and 1
     * @param used their description
     */
    record Loaded(Dataset rows, DataUsed used) {}

    static Loaded load(Shelf shelf, MovieLens.Join join) {
        Path file = shelf.file(KNOWN);
        Table table = MovieLens.read(file, join);
        TableEncoding encoding = Encoding.fit(table, new Roles("rating"), new EncodingOptions());
        double[] labels = ((Column.Numeric) table.column("rating")).values().clone();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labels[i] >= 5 ? 1 : -1;
        }
        Dataset rows = Dataset.of(encoding.encode(table).rows(), labels);
        String name = KNOWN + (join == MovieLens.Join.RIGHT ? ", joined right" : ", join off by one");
        return new Loaded(rows, new DataUsed(name, rows.n(), rows.d(), sum(file)));
    }

    private static String sum(Path file) {
        try {
            return Sha256.ofFile(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where fits begin: normal weights and vectors, constant 0. */
    static Factorized start(int d, int rank, long seed) {
        Random random = new Random(seed);
        Factors factors = Factors.zero(d, rank, false);
        for (int j = 0; j < d; j++) {
            factors.setWeight(j, DEVIATION * random.nextGaussian());
            for (int f = 0; f < rank; f++) {
                factors.setFactor(j, f, DEVIATION * random.nextGaussian());
            }
        }
        return new Factorized(factors, 0);
    }

    /** The problem whose vectors cannot move from this start: what they add to a score is an offset, and the rest is linear. */
    static FactorizationFit frozen(Dataset rows, Factorized start) {
        Factors vectors = start.factors().copy();
        for (int j = 0; j < vectors.features(); j++) {
            vectors.setWeight(j, 0);
        }
        double[] pairs = new double[rows.n()];
        FactorizationFit.of(rows, new Logistic(), RANK, 0, 0).scores(new Factorized(vectors, 0), pairs);
        return FactorizationFit.of(rows.withOffsets(pairs), new Logistic(), 0, 0, 0);
    }
}
