package org.fenchel.kernel;

/** The loops of {@link ThinMatrix} that are worth writing twice. */
interface ThinKernel {
    void multiply(int d, int k, double[] x, int at, double[] b, double[] out, int outAt);

    void addOuter(int d, int k, double[] x, int at, double[] a, int aAt, double[] b);

    void gather(int k, int[] columns, double[] values, int from, int to, double[] b, double[] out, int outAt);

    void scatter(int k, int[] columns, double[] values, int from, int to, double[] a, int aAt, double[] b);

    default void multiply4(
            int d, int k, double[] x, int at0, int at1, int at2, int at3, double[] b, double[] out, int outAt) {
        multiply(d, k, x, at0, b, out, outAt);
        multiply(d, k, x, at1, b, out, outAt + k);
        multiply(d, k, x, at2, b, out, outAt + 2 * k);
        multiply(d, k, x, at3, b, out, outAt + 3 * k);
    }

    default void addOuter4(
            int d, int k, double[] x, int at0, int at1, int at2, int at3, double[] a, int aAt, double[] b) {
        addOuter(d, k, x, at0, a, aAt, b);
        addOuter(d, k, x, at1, a, aAt + k, b);
        addOuter(d, k, x, at2, a, aAt + 2 * k, b);
        addOuter(d, k, x, at3, a, aAt + 3 * k, b);
    }
}
