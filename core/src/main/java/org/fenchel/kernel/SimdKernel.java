package org.fenchel.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Vector instructions; loads only where the module {@code jdk.incubator.vector} is switched on. */
final class SimdKernel implements VectorKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public double dot(int n, double[] x, int xOffset, double[] y, int yOffset) {
        int i = 0;
        double tail = 0;
        if (n >= LANES) {
            DoubleVector s0 = DoubleVector.zero(SPECIES);
            DoubleVector s1 = s0;
            DoubleVector s2 = s0;
            DoubleVector s3 = s0;
            for (int end = n - 4 * LANES; i <= end; i += 4 * LANES) {
                s0 = load(x, xOffset + i).fma(load(y, yOffset + i), s0);
                s1 = load(x, xOffset + i + LANES).fma(load(y, yOffset + i + LANES), s1);
                s2 = load(x, xOffset + i + 2 * LANES).fma(load(y, yOffset + i + 2 * LANES), s2);
                s3 = load(x, xOffset + i + 3 * LANES).fma(load(y, yOffset + i + 3 * LANES), s3);
            }
            for (int end = n - LANES; i <= end; i += LANES) {
                s0 = load(x, xOffset + i).fma(load(y, yOffset + i), s0);
            }
            tail = s0.add(s1).add(s2.add(s3)).reduceLanes(VectorOperators.ADD);
        }
        for (; i < n; i++) {
            tail += x[xOffset + i] * y[yOffset + i];
        }
        return tail;
    }

    @Override
    public void axpy(int n, double a, double[] x, int xOffset, double[] y, int yOffset) {
        // the compiler turns this loop into vector instructions by itself
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
        int i = 0;
        if (n >= LANES) {
            DoubleVector v0 = DoubleVector.broadcast(SPECIES, a0);
            DoubleVector v1 = DoubleVector.broadcast(SPECIES, a1);
            DoubleVector v2 = DoubleVector.broadcast(SPECIES, a2);
            DoubleVector v3 = DoubleVector.broadcast(SPECIES, a3);
            for (int end = n - LANES; i <= end; i += LANES) {
                DoubleVector s = load(y, yOffset + i);
                s = load(x, xOffset + i).fma(v0, s);
                s = load(x, x1 + i).fma(v1, s);
                s = load(x, x2 + i).fma(v2, s);
                load(x, x3 + i).fma(v3, s).intoArray(y, yOffset + i);
            }
        }
        for (; i < n; i++) {
            y[yOffset + i] += (a0 * x[xOffset + i] + a1 * x[x1 + i]) + (a2 * x[x2 + i] + a3 * x[x3 + i]);
        }
    }

    @Override
    public void exp(int n, double[] x, double[] out) {
        int i = 0;
        for (int end = n - LANES; i <= end; i += LANES) {
            load(x, i).lanewise(VectorOperators.EXP).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = Math.exp(x[i]);
        }
    }

    @Override
    public String name() {
        return "SIMD, " + LANES + " lanes";
    }

    private static DoubleVector load(double[] a, int at) {
        return DoubleVector.fromArray(SPECIES, a, at);
    }
}
