package org.fenchel.data;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A design matrix with its targets and, where given, sample weights, offsets and feature names. Immutable; labels are not
 * interpreted here.
 */
public final class Dataset {
    private final Rows rows;
    private final double[] targets;
    private final double @Nullable [] weights;
    private final double @Nullable [] offsets;
    private final List<String> featureNames;

    private Dataset(
            Rows rows,
            double[] targets,
            double @Nullable [] weights,
            double @Nullable [] offsets,
            List<String> featureNames) {
        this.rows = rows;
        this.targets = targets;
        this.weights = weights;
        this.offsets = offsets;
        this.featureNames = featureNames;
    }

    /**
     * A dense data set, copied.
     *
     * @param x shape (n rows, d features), finite
     * @param y length n, finite
     * @throws InvalidInput if rows differ in length or a number is not finite
     */
    public static Dataset of(double[][] x, double[] y) {
        int d = x.length == 0 ? 0 : x[0].length;
        double[] values = new double[Math.multiplyExact(x.length, d)];
        for (int i = 0; i < x.length; i++) {
            if (x[i].length != d) {
                throw InvalidInput.of(
                        "row " + i + " has " + x[i].length + " values where row 0 has " + d,
                        "give every row the same length");
            }
            System.arraycopy(x[i], 0, values, i * d, d);
        }
        requireFinite("feature value", values);
        return of(DenseRows.wrap(x.length, d, values), y);
    }

    /**
     * A data set over rows in any storage.
     *
     * @param targets length n, finite; copied
     * @throws InvalidInput if there is not one finite target for each row
     */
    public static Dataset of(Rows rows, double[] targets) {
        requireLength("targets", targets, rows.n());
        requireFinite("target", targets);
        return new Dataset(rows, targets.clone(), null, null, new NumberedNames("x", rows.d()));
    }

    /**
     * The same data with sample weights.
     *
     * @param newWeights length n, finite, not negative, with a positive sum; a row of weight 0 counts as no row
     * @throws InvalidInput if they are not so
     */
    public Dataset withWeights(double[] newWeights) {
        requireLength("weights", newWeights, rows.n());
        requireFinite("weight", newWeights);
        double sum = 0;
        for (int i = 0; i < newWeights.length; i++) {
            if (newWeights[i] < 0) {
                throw InvalidInput.of(
                        "weight " + newWeights[i] + " of row " + i + " is negative", "weights are 0 or more");
            }
            sum += newWeights[i];
        }
        if (!(sum > 0)) {
            throw InvalidInput.of("all sample weights are 0", "give at least one row a positive weight");
        }
        return new Dataset(rows, targets, newWeights.clone(), offsets, featureNames);
    }

    /**
     * The same data with an offset added to each row's margin.
     *
     * @param newOffsets length n, finite
     * @throws InvalidInput if they are not so
     */
    public Dataset withOffsets(double[] newOffsets) {
        requireLength("offsets", newOffsets, rows.n());
        requireFinite("offset", newOffsets);
        return new Dataset(rows, targets, weights, newOffsets.clone(), featureNames);
    }

    /** The same data with these feature names, one a column. */
    public Dataset withFeatureNames(List<String> names) {
        if (names.size() != rows.d()) {
            throw new IllegalArgumentException(names.size() + " names for " + rows.d() + " features");
        }
        // Numbered names are immutable already, and a copy of them could be as large as the data.
        List<String> kept = names instanceof NumberedNames ? names : List.copyOf(names);
        return new Dataset(rows, targets, weights, offsets, kept);
    }

    /** The same data with other targets. */
    public Dataset withTargets(double[] newTargets) {
        requireLength("targets", newTargets, rows.n());
        requireFinite("target", newTargets);
        return new Dataset(rows, newTargets.clone(), weights, offsets, featureNames);
    }

    /** The rows with these numbers, in this order, with all that belongs to them. */
    public Dataset select(int[] chosen) {
        return new Dataset(
                rows.select(chosen),
                pick(targets, chosen),
                weights == null ? null : pick(weights, chosen),
                offsets == null ? null : pick(offsets, chosen),
                featureNames);
    }

    /** The design matrix, shape (n, d). */
    public Rows rows() {
        return rows;
    }

    /** Number of rows. */
    public int n() {
        return rows.n();
    }

    /** Number of features. */
    public int d() {
        return rows.d();
    }

    /** Target of row {@code i}. */
    public double target(int i) {
        return targets[i];
    }

    /** Sample weight of row {@code i}; 1 where none were given. */
    public double weight(int i) {
        return weights == null ? 1 : weights[i];
    }

    /** Offset of row {@code i}; 0 where none were given. */
    public double offset(int i) {
        return offsets == null ? 0 : offsets[i];
    }

    /** All targets, length n, copied. */
    public double[] targets() {
        return targets.clone();
    }

    /** All sample weights, length n, copied, or null where every row weighs 1. */
    public double @Nullable [] weights() {
        return weights == null ? null : weights.clone();
    }

    /** All offsets, length n, copied, or null where every row has 0. */
    public double @Nullable [] offsets() {
        return offsets == null ? null : offsets.clone();
    }

    /** Names of the columns, length d. */
    public List<String> featureNames() {
        return featureNames;
    }

    private static double[] pick(double[] from, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> from[i]).toArray();
    }

    private static void requireLength(String what, double[] values, int n) {
        if (values.length != n) {
            throw InvalidInput.of(values.length + " " + what + " for " + n + " rows", "give one for each row");
        }
    }

    private static void requireFinite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw InvalidInput.of(what + " " + i + " is " + values[i], "remove the row or fill the value in");
            }
        }
    }
}
