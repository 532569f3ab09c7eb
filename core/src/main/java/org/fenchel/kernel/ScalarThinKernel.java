package org.fenchel.kernel;

/** Plain Java, entry by entry; entries that are 0 cost nothing but the look at them. */
final class ScalarThinKernel implements ThinKernel {
    @Override
    public void multiply(int d, int k, double[] x, int at, double[] b, double[] out, int outAt) {
        for (int c = 0; c < k; c++) {
            out[outAt + c] = 0;
        }
        for (int j = 0; j < d; j++) {
            add(k, x[at + j], b, j * k, out, outAt);
        }
    }

    @Override
    public void addOuter(int d, int k, double[] x, int at, double[] a, int aAt, double[] b) {
        for (int j = 0; j < d; j++) {
            add(k, x[at + j], a, aAt, b, j * k);
        }
    }

    @Override
    public void gather(int k, int[] columns, double[] values, int from, int to, double[] b, double[] out, int outAt) {
        for (int c = 0; c < k; c++) {
            out[outAt + c] = 0;
        }
        for (int t = from; t < to; t++) {
            add(k, values[t], b, columns[t] * k, out, outAt);
        }
    }

    @Override
    public void scatter(int k, int[] columns, double[] values, int from, int to, double[] a, int aAt, double[] b) {
        for (int t = from; t < to; t++) {
            add(k, values[t], a, aAt, b, columns[t] * k);
        }
    }

    private static void add(int k, double factor, double[] from, int at, double[] to, int toAt) {
        if (factor != 0) {
            for (int c = 0; c < k; c++) {
                to[toAt + c] += factor * from[at + c];
            }
        }
    }
}
