package org.fenchel.kernel;

/**
 * Products of rows with a matrix b of d rows and a few columns, k, stored row after row: the weights of several outputs at once.
 * An entry of a row meets k neighbours in memory.
 */
public final class ThinMatrix {
    private static final ThinKernel KERNEL = new ScalarThinKernel();

    private ThinMatrix() {}

    /**
     * {@code out = x b} for one dense row.
     *
     * @param x the row, from {@code at} on
     * @param out receives k numbers from {@code outAt} on
     */
    public static void multiply(int d, int k, double[] x, int at, double[] b, double[] out, int outAt) {
        KERNEL.multiply(d, k, x, at, b, out, outAt);
    }

    /** The same for four dense rows, whose results follow each other: b is read once. */
    public static void multiply4(
            int d, int k, double[] x, int at0, int at1, int at2, int at3, double[] b, double[] out, int outAt) {
        KERNEL.multiply4(d, k, x, at0, at1, at2, at3, b, out, outAt);
    }

    /**
     * {@code b += x'a} for one dense row.
     *
     * @param a k numbers, from {@code aAt} on
     */
    public static void addOuter(int d, int k, double[] x, int at, double[] a, int aAt, double[] b) {
        KERNEL.addOuter(d, k, x, at, a, aAt, b);
    }

    /** The same for four dense rows, whose numbers follow each other: b is read and written once. */
    public static void addOuter4(
            int d, int k, double[] x, int at0, int at1, int at2, int at3, double[] a, int aAt, double[] b) {
        KERNEL.addOuter4(d, k, x, at0, at1, at2, at3, a, aAt, b);
    }

    /** {@code out = x b} for a sparse row, entries {@code from} to {@code to} of columns and values. */
    public static void gather(
            int k, int[] columns, double[] values, int from, int to, double[] b, double[] out, int outAt) {
        KERNEL.gather(k, columns, values, from, to, b, out, outAt);
    }

    /** {@code b += x'a} for a sparse row; columns are distinct. */
    public static void scatter(
            int k, int[] columns, double[] values, int from, int to, double[] a, int aAt, double[] b) {
        KERNEL.scatter(k, columns, values, from, to, a, aAt, b);
    }

    /** {@code out = x b} for a row of ones in these columns. */
    public static void gatherOnes(int k, int[] columns, int from, int to, double[] b, double[] out, int outAt) {
        for (int c = 0; c < k; c++) {
            out[outAt + c] = 0;
        }
        for (int t = from; t < to; t++) {
            int at = columns[t] * k;
            for (int c = 0; c < k; c++) {
                out[outAt + c] += b[at + c];
            }
        }
    }

    /** {@code b += x'a} for a row of ones in these distinct columns. */
    public static void scatterOnes(int k, int[] columns, int from, int to, double[] a, int aAt, double[] b) {
        for (int t = from; t < to; t++) {
            int at = columns[t] * k;
            for (int c = 0; c < k; c++) {
                b[at + c] += a[aAt + c];
            }
        }
    }
}
