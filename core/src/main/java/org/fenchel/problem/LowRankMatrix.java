package org.fenchel.problem;

import java.util.Arrays;
import org.fenchel.data.ObservedEntries;
import org.fenchel.kernel.Orthogonal;
import org.fenchel.kernel.Shards;
import org.fenchel.kernel.Tall;
import org.fenchel.kernel.Vectors;

/**
 * An m x n matrix of low rank, X = U diag(s) V', with orthonormal columns in U and V: its singular value decomposition. Immutable. The
 * matrix itself is never formed: memory is (m + n + 1) r numbers.
 */
public final class LowRankMatrix {
    private final int m;
    private final int n;
    private final double[] values;
    private final double[] left;
    private final double[] right;

    private LowRankMatrix(int m, int n, double[] values, double[] left, double[] right) {
        this.m = m;
        this.n = n;
        this.values = values;
        this.left = left;
        this.right = right;
    }

    /** The matrix of zeros. */
    public static LowRankMatrix zero(int m, int n) {
        return new LowRankMatrix(m, n, new double[0], new double[0], new double[0]);
    }

    /**
     * A decomposition that is known; arrays are not copied.
     *
     * @param values positive, descending, length r
     * @param left m rows of r numbers, columns orthonormal
     * @param right n rows of r numbers, columns orthonormal
     */
    public static LowRankMatrix decomposed(int m, int n, double[] values, double[] left, double[] right) {
        if (left.length != m * values.length || right.length != n * values.length) {
            throw new IllegalArgumentException(left.length + " and " + right.length + " numbers for rank "
                    + values.length + " of " + m + " x " + n);
        }
        return new LowRankMatrix(m, n, values, left, right);
    }

    /**
     * The product left right' of any two factors. Cost: some 6 (m + n) k^2 multiply-adds.
     *
     * @param k numbers in each row of the factors
     * @param left m rows of k numbers
     * @param right n rows of k numbers
     */
    public static LowRankMatrix product(int m, int n, int k, double[] left, double[] right) {
        double[] q = left.clone();
        int p = Tall.orthonormalise(m, k, q);
        double[] w = right.clone();
        int r = Tall.orthonormalise(n, k, w);
        if (p == 0 || r == 0) { // both are zero, or not finite
            return zero(m, n);
        }
        double[] inner = new double[p * r]; // q'left (w'right)'
        double[] a = Tall.cross(m, p, k, q, left);
        double[] b = Tall.cross(n, r, k, w, right);
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < r; j++) {
                inner[i * r + j] = Vectors.dot(k, a, i * k, b, j * k);
            }
        }
        return rotated(m, n, p, r, q, inner, w);
    }

    /**
     * The matrix q inner w'. Cost: (m + n) k^2 + 10 k^3 multiply-adds.
     *
     * @param q m rows of p numbers, columns orthonormal
     * @param inner p rows of r numbers
     * @param w n rows of r numbers, columns orthonormal
     */
    public static LowRankMatrix rotated(int m, int n, int p, int r, double[] q, double[] inner, double[] w) {
        int k = Math.max(p, r);
        double[] square = new double[k * k];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < r; j++) {
                square[j * k + i] = inner[i * r + j];
            }
        }
        double[] all = new double[k];
        double[] x = new double[k * k];
        double[] yTransposed = new double[k * k];
        Orthogonal.singular(k, square, all, x, yTransposed);
        int count = 0;
        while (count < Math.min(p, r) && all[count] > 1e-14 * all[0]) {
            count++;
        }
        double[] values = new double[count];
        double[] rotateLeft = new double[p * count];
        double[] rotateRight = new double[r * count];
        for (int c = 0; c < count; c++) {
            values[c] = all[c];
            for (int i = 0; i < p; i++) {
                rotateLeft[i * count + c] = x[c * k + i];
            }
            for (int j = 0; j < r; j++) {
                rotateRight[j * count + c] = yTransposed[j * k + c];
            }
        }
        double[] left = new double[m * count];
        double[] right = new double[n * count];
        Tall.multiply(m, p, count, q, rotateLeft, left);
        Tall.multiply(n, r, count, w, rotateRight, right);
        return new LowRankMatrix(m, n, values, left, right);
    }

    /** With each singular value lowered by a threshold, those that are not above it dropped: the proximal point of the nuclear norm. */
    public LowRankMatrix shrunk(double threshold) {
        int count = 0;
        while (count < rank() && values[count] > threshold) {
            count++;
        }
        LowRankMatrix kept = leading(count);
        double[] lower = new double[count];
        for (int k = 0; k < count; k++) {
            lower[k] = values[k] - threshold;
        }
        return new LowRankMatrix(m, n, lower, kept.left, kept.right);
    }

    /** {@code a this + b other}. Cost: some 6 (m + n) k^2 multiply-adds for ranks that sum to k. */
    public LowRankMatrix combined(double a, double b, LowRankMatrix other) {
        if (a == 0 && b == 0) {
            return zero(m, n);
        }
        int k = rank() + other.rank();
        return product(
                m,
                n,
                k,
                Tall.beside(m, rank(), scaledLeft(a), other.rank(), other.scaledLeft(b)),
                Tall.beside(n, rank(), right, other.rank(), other.right));
    }

    /**
     * Without its smallest singular values, of which the sum stays within a bound: that is how far, in nuclear norm, the result is from this.
     */
    public LowRankMatrix truncated(double bound) {
        int kept = rank();
        double dropped = 0;
        while (kept > 0 && dropped + values[kept - 1] <= bound) {
            dropped += values[--kept];
        }
        return leading(kept);
    }

    /** Its largest singular values, so many of them at most. */
    public LowRankMatrix leading(int count) {
        int r = rank();
        return count >= r
                ? this
                : new LowRankMatrix(
                        m,
                        n,
                        Arrays.copyOf(values, count),
                        Tall.columns(m, r, left, 0, count),
                        Tall.columns(n, r, right, 0, count));
    }

    /** U diag(a s), m rows of r numbers. */
    public double[] scaledLeft(double a) {
        int r = rank();
        double[] scaled = new double[m * r];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < r; k++) {
                scaled[i * r + k] = a * values[k] * left[i * r + k];
            }
        }
        return scaled;
    }

    /** Entry (i, j). */
    public double at(int i, int j) {
        double sum = 0;
        int r = rank();
        for (int k = 0; k < r; k++) {
            sum += left[i * r + k] * values[k] * right[j * r + k];
        }
        return sum;
    }

    /**
     * The entries at some places. Cost: r multiply-adds each.
     *
     * @param out receives one for each place
     */
    public void entries(ObservedEntries places, double[] out) {
        int r = rank();
        if (r == 0) {
            Arrays.fill(out, 0);
            return;
        }
        double[] scaled = scaledLeft(1);
        int shards = Shards.count((double) places.count() * r);
        int[] start = places.rowStart();
        int[] column = places.column();
        Shards.run(shards, shard -> {
            int end = Shards.start(shard + 1, shards, m);
            for (int i = Shards.start(shard, shards, m); i < end; i++) {
                for (int e = start[i]; e < start[i + 1]; e++) {
                    out[e] = Vectors.dot(r, scaled, i * r, right, column[e] * r);
                }
            }
        });
    }

    /** Sum of the products of entries. Cost: (m + n) r r' multiply-adds. */
    public double dot(LowRankMatrix other) {
        int r = rank();
        int k = other.rank();
        if (r == 0 || k == 0) {
            return 0;
        }
        double[] a = Tall.cross(m, r, k, left, other.left);
        double[] b = Tall.cross(n, r, k, right, other.right);
        double sum = 0;
        for (int i = 0; i < r; i++) {
            for (int j = 0; j < k; j++) {
                sum += values[i] * other.values[j] * a[i * k + j] * b[i * k + j];
            }
        }
        return sum;
    }

    /** Sum of the singular values. */
    public double nuclearNorm() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Sum of the squared entries. */
    public double squaredNorm() {
        return Vectors.dot(values.length, values, 0, values, 0);
    }

    /** Rows. */
    public int m() {
        return m;
    }

    /** Columns. */
    public int n() {
        return n;
    }

    /** Rank, r. */
    public int rank() {
        return values.length;
    }

    /** Singular values, descending. Read only. */
    public double[] values() {
        return values;
    }

    /** Left singular vectors, m rows of r numbers. Read only. */
    public double[] left() {
        return left;
    }

    /** Right singular vectors, n rows of r numbers. Read only. */
    public double[] right() {
        return right;
    }
}
