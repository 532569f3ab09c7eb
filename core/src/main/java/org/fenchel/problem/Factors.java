package org.fenchel.problem;

import java.util.Arrays;
import org.fenchel.data.InvalidInput;
import org.fenchel.kernel.Blocks;

/**
 * The weight and the latent vector of each feature of a factorization machine, in one array of blocks: the k numbers of a
 * vector, padded with zeros to a multiple of {@link Blocks#LANES}, then the weight, then room for what a method keeps with
 * them. So a row's features are one walk through the cache. Numbers are stored in double or in single precision; arithmetic is
 * double.
 */
public final class Factors {
    private final int features;
    private final int rank;
    private final int width;
    private final int stride;
    private final double[] wide;
    private final float[] narrow;

    private Factors(int features, int rank, double[] wide, float[] narrow) {
        this.features = features;
        this.rank = rank;
        width = Blocks.padded(rank);
        stride = width + Blocks.LANES;
        this.wide = wide;
        this.narrow = narrow;
    }

    /**
     * All zero.
     *
     * @param features how many, d
     * @param rank numbers in a latent vector, k; with 0 the model is linear
     * @param single whether numbers take four bytes instead of eight
     * @throws InvalidInput if that is more than an array holds
     */
    public static Factors zero(int features, int rank, boolean single) {
        long length = (long) features * (Blocks.padded(rank) + Blocks.LANES);
        if (length > Integer.MAX_VALUE - 8) {
            throw InvalidInput.of(
                    features + " features with " + rank + " factors are more numbers than one array holds",
                    "use fewer factors, or hash the features into fewer columns");
        }
        return new Factors(features, rank, new double[single ? 0 : (int) length], new float[single ? (int) length : 0]);
    }

    /** The first of these features, on the same numbers: what changes in one changes in the other. */
    public Factors first(int number) {
        if (number > features) {
            throw new IllegalArgumentException("the first " + number + " of " + features + " features");
        }
        return new Factors(number, rank, wide, narrow);
    }

    /** Number of features, d. */
    public int features() {
        return features;
    }

    /** Numbers in a latent vector, k. */
    public int rank() {
        return rank;
    }

    /** Length of a padded vector: what buffers for one must hold. */
    public int width() {
        return width;
    }

    /** Whether numbers are stored in single precision. */
    public boolean single() {
        return narrow.length > 0;
    }

    /** Weight of feature j in the linear part. */
    public double weight(int j) {
        return get(j * stride + width);
    }

    /** Sets the weight of feature j. */
    public void setWeight(int j, double value) {
        set(j * stride + width, value);
    }

    /** Entry f of the latent vector of feature j. */
    public double factor(int j, int f) {
        return get(j * stride + f);
    }

    /** Sets entry f of the latent vector of feature j. */
    public void setFactor(int j, int f, double value) {
        set(j * stride + f, value);
    }

    /** What a method keeps with feature j; not part of the model. */
    public double kept(int j) {
        return get(j * stride + width + 1);
    }

    /** Sets what a method keeps with feature j. */
    public void setKept(int j, double value) {
        set(j * stride + width + 1, value);
    }

    /** How many numbers there are of each feature, padding included. */
    public int stride() {
        return stride;
    }

    /**
     * Moves weight and vector of feature j by a share of the sum of the ways from it to other features, and adds all that was kept
     * with those since they were copies of it.
     *
     * @param others the other features, {@code count} of them
     */
    public void follow(int j, int[] others, int count, double share) {
        double kept = kept(j);
        double more = 0;
        for (int t = 0; t < count; t++) {
            more += kept(others[t]) - kept;
        }
        double stay = 1 - share * count;
        int own = j * stride;
        if (single()) {
            for (int p = 0; p < stride; p++) {
                narrow[own + p] *= (float) stay;
            }
            for (int t = 0; t < count; t++) {
                int other = others[t] * stride;
                for (int p = 0; p < stride; p++) {
                    narrow[own + p] += (float) share * narrow[other + p];
                }
            }
        } else {
            for (int p = 0; p < stride; p++) {
                wide[own + p] *= stay;
            }
            for (int t = 0; t < count; t++) {
                int other = others[t] * stride;
                for (int p = 0; p < stride; p++) {
                    wide[own + p] += share * wide[other + p];
                }
            }
        }
        setKept(j, kept + more);
    }

    /**
     * Reads one number of each cache line of the features {@code columns[from]} to before {@code columns[to]} and returns their sum,
     * which means nothing: for all to be on their way from memory before the first is needed.
     */
    public double fetch(int[] columns, int from, int to) {
        double sum = 0;
        if (single()) {
            for (int k = from; k < to; k++) {
                int last = columns[k] * stride + stride - 1;
                for (int p = columns[k] * stride; p < last; p += 16) {
                    sum += narrow[p];
                }
                sum += narrow[last];
            }
        } else {
            for (int k = from; k < to; k++) {
                int last = columns[k] * stride + stride - 1;
                for (int p = columns[k] * stride; p < last; p += 8) {
                    sum += wide[p];
                }
                sum += wide[last];
            }
        }
        return sum;
    }

    /** Makes feature j a copy of feature i, with all that is kept with it. */
    public void copy(int i, int j) {
        if (single()) {
            Blocks.copy(stride, narrow, i * stride, narrow, j * stride);
        } else {
            Blocks.copy(stride, wide, i * stride, wide, j * stride);
        }
    }

    /**
     * Copies the vectors of m features to a buffer; see {@link Blocks#gather}.
     *
     * @return the sum of their squared norms
     */
    public double gather(int m, int[] columns, int at, double[] buffer, double[] sum) {
        return single()
                ? Blocks.gather(m, columns, at, stride, width, narrow, buffer, sum)
                : Blocks.gather(m, columns, at, stride, width, wide, buffer, sum);
    }

    /** Writes {@code keep[i] buffer_i + pull[i] sum} to the vectors of m features; see {@link Blocks#scatter}. */
    public void scatter(int m, int[] columns, int at, double[] buffer, double[] keep, double[] pull, double[] sum) {
        if (single()) {
            Blocks.scatter(m, columns, at, stride, width, buffer, keep, pull, sum, narrow);
        } else {
            Blocks.scatter(m, columns, at, stride, width, buffer, keep, pull, sum, wide);
        }
    }

    /** A copy of its own. */
    public Factors copy() {
        return new Factors(features, rank, Arrays.copyOf(wide, doubles()), Arrays.copyOf(narrow, floats()));
    }

    /** Takes all numbers from another of the same shape and precision. */
    public void set(Factors other) {
        System.arraycopy(other.wide, 0, wide, 0, doubles());
        System.arraycopy(other.narrow, 0, narrow, 0, floats());
    }

    /** {@code this += share (other - this)}, for running means; of the same shape and precision. */
    public void approach(Factors other, double share) {
        for (int p = 0; p < doubles(); p++) {
            wide[p] += share * (other.wide[p] - wide[p]);
        }
        for (int p = 0; p < floats(); p++) {
            narrow[p] += (float) (share * (other.narrow[p] - narrow[p]));
        }
    }

    /** Whether every number is finite. */
    public boolean finite() {
        double sum = 0;
        for (int p = 0; p < doubles(); p++) {
            sum += 0 * wide[p]; // 0, or NaN for ever
        }
        for (int p = 0; p < floats(); p++) {
            sum += 0 * narrow[p];
        }
        return sum == 0;
    }

    /** Whether weights and vectors are the same numbers. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Factors that
                && features == that.features
                && rank == that.rank
                && single() == that.single()
                && Arrays.equals(wide, 0, doubles(), that.wide, 0, doubles())
                && Arrays.equals(narrow, 0, floats(), that.narrow, 0, floats());
    }

    @Override
    public int hashCode() {
        int hash = 31 * features + rank;
        for (int j = 0; j < features; j++) {
            hash = 31 * hash + Double.hashCode(weight(j));
        }
        return hash;
    }

    /** How many of the numbers in double precision are of these features. */
    private int doubles() {
        return single() ? 0 : features * stride;
    }

    /** How many of the numbers in single precision are of these features. */
    private int floats() {
        return single() ? features * stride : 0;
    }

    private double get(int p) {
        return narrow.length > 0 ? narrow[p] : wide[p];
    }

    private void set(int p, double value) {
        if (narrow.length > 0) {
            narrow[p] = (float) value;
        } else {
            wide[p] = value;
        }
    }
}
