package org.fenchel.kernel;

/** Plain Java, with several accumulators so that additions need not wait for each other. */
final class ScalarKernel implements VectorKernel {
    @Override
    public double dot(int n, double[] x, int xOffset, double[] y, int yOffset) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < n; i += 4) {
            s0 += x[xOffset + i] * y[yOffset + i];
            s1 += x[xOffset + i + 1] * y[yOffset + i + 1];
            s2 += x[xOffset + i + 2] * y[yOffset + i + 2];
            s3 += x[xOffset + i + 3] * y[yOffset + i + 3];
        }
        for (; i < n; i++) {
            s0 += x[xOffset + i] * y[yOffset + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    @Override
    public void axpy(int n, double a, double[] x, int xOffset, double[] y, int yOffset) {
        for (int i = 0; i < n; i++) {
            y[yOffset + i] += a * x[xOffset + i];
        }
    }

    @Override
    public void axpy4(
            int n,
            double a0,
            double a1,
            double a2,
            double a3,
            double[] x,
            int xOffset,
            int stride,
            double[] y,
            int yOffset) {
        int x1 = xOffset + stride;
        int x2 = x1 + stride;
        int x3 = x2 + stride;
        for (int i = 0; i < n; i++) {
            y[yOffset + i] += (a0 * x[xOffset + i] + a1 * x[x1 + i]) + (a2 * x[x2 + i] + a3 * x[x3 + i]);
        }
    }

    @Override
    public void exp(int n, double[] x, int xOffset, double[] out, int outOffset) {
        // A polynomial of our own measured no faster: 17 ns against 18 with what follows an exponential.
        for (int i = 0; i < n; i++) {
            out[outOffset + i] = Math.exp(x[xOffset + i]);
        }
    }

    @Override
    public String name() {
        return "scalar";
    }
}
