package org.fenchel.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vector instructions along the columns of the matrix. They are cut into panels of one to two vectors; where a panel is not a whole
 * number of vectors wide, its two vectors overlap, and the entries that both have are computed twice, to the same bits. That takes no
 * masks, which cost more than they save on many processors. Fewer columns than lanes are left to plain Java.
 *
 * <p>With the sums of a panel of four rows in registers, an entry of a row costs two multiplications for each load of its own.
 */
final class SimdThinKernel implements ThinKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final ThinKernel narrow = new ScalarThinKernel();

    private static int panels(int k) {
        return (k + 2 * LANES - 1) / (2 * LANES);
    }

    /** Where a panel begins; all are at least one vector wide. */
    private static int start(int panel, int panels, int k) {
        return k * panel / panels;
    }

    @Override
    public void multiply(int d, int k, double[] x, int at, double[] b, double[] out, int outAt) {
        if (k < LANES) {
            narrow.multiply(d, k, x, at, b, out, outAt);
            return;
        }
        int panels = panels(k);
        for (int p = 0; p < panels; p++) {
            int c0 = start(p, panels, k);
            int c1 = start(p + 1, panels, k) - LANES;
            DoubleVector s0 = DoubleVector.zero(SPECIES);
            DoubleVector s1 = s0;
            for (int j = 0, row = 0; j < d; j++, row += k) {
                DoubleVector v = DoubleVector.broadcast(SPECIES, x[at + j]);
                s0 = load(b, row + c0).fma(v, s0);
                s1 = load(b, row + c1).fma(v, s1);
            }
            s0.intoArray(out, outAt + c0);
            s1.intoArray(out, outAt + c1);
        }
    }

    @Override
    public void multiply4(
            int d, int k, double[] x, int at0, int at1, int at2, int at3, double[] b, double[] out, int outAt) {
        if (k < LANES) {
            narrow.multiply4(d, k, x, at0, at1, at2, at3, b, out, outAt);
            return;
        }
        int panels = panels(k);
        for (int p = 0; p < panels; p++) {
            int c0 = start(p, panels, k);
            int c1 = start(p + 1, panels, k) - LANES;
            DoubleVector s00 = DoubleVector.zero(SPECIES);
            DoubleVector s01 = s00;
            DoubleVector s10 = s00;
            DoubleVector s11 = s00;
            DoubleVector s20 = s00;
            DoubleVector s21 = s00;
            DoubleVector s30 = s00;
            DoubleVector s31 = s00;
            for (int j = 0, row = 0; j < d; j++, row += k) {
                DoubleVector b0 = load(b, row + c0);
                DoubleVector b1 = load(b, row + c1);
                DoubleVector v0 = DoubleVector.broadcast(SPECIES, x[at0 + j]);
                s00 = b0.fma(v0, s00);
                s01 = b1.fma(v0, s01);
                DoubleVector v1 = DoubleVector.broadcast(SPECIES, x[at1 + j]);
                s10 = b0.fma(v1, s10);
                s11 = b1.fma(v1, s11);
                DoubleVector v2 = DoubleVector.broadcast(SPECIES, x[at2 + j]);
                s20 = b0.fma(v2, s20);
                s21 = b1.fma(v2, s21);
                DoubleVector v3 = DoubleVector.broadcast(SPECIES, x[at3 + j]);
                s30 = b0.fma(v3, s30);
                s31 = b1.fma(v3, s31);
            }
            s00.intoArray(out, outAt + c0);
            s01.intoArray(out, outAt + c1);
            s10.intoArray(out, outAt + k + c0);
            s11.intoArray(out, outAt + k + c1);
            s20.intoArray(out, outAt + 2 * k + c0);
            s21.intoArray(out, outAt + 2 * k + c1);
            s30.intoArray(out, outAt + 3 * k + c0);
            s31.intoArray(out, outAt + 3 * k + c1);
        }
    }

    @Override
    public void addOuter(int d, int k, double[] x, int at, double[] a, int aAt, double[] b) {
        if (k < LANES) {
            narrow.addOuter(d, k, x, at, a, aAt, b);
            return;
        }
        int panels = panels(k);
        for (int p = 0; p < panels; p++) {
            int c0 = start(p, panels, k);
            int c1 = start(p + 1, panels, k) - LANES;
            DoubleVector a0 = load(a, aAt + c0);
            DoubleVector a1 = load(a, aAt + c1);
            for (int j = 0, row = 0; j < d; j++, row += k) {
                // both are read before either is written, as they may overlap
                DoubleVector v = DoubleVector.broadcast(SPECIES, x[at + j]);
                DoubleVector b0 = a0.fma(v, load(b, row + c0));
                DoubleVector b1 = a1.fma(v, load(b, row + c1));
                b0.intoArray(b, row + c0);
                b1.intoArray(b, row + c1);
            }
        }
    }

    @Override
    public void addOuter4(
            int d, int k, double[] x, int at0, int at1, int at2, int at3, double[] a, int aAt, double[] b) {
        if (k < LANES) {
            narrow.addOuter4(d, k, x, at0, at1, at2, at3, a, aAt, b);
            return;
        }
        int panels = panels(k);
        for (int p = 0; p < panels; p++) {
            int c0 = start(p, panels, k);
            int c1 = start(p + 1, panels, k) - LANES;
            DoubleVector a00 = load(a, aAt + c0);
            DoubleVector a01 = load(a, aAt + c1);
            DoubleVector a10 = load(a, aAt + k + c0);
            DoubleVector a11 = load(a, aAt + k + c1);
            DoubleVector a20 = load(a, aAt + 2 * k + c0);
            DoubleVector a21 = load(a, aAt + 2 * k + c1);
            DoubleVector a30 = load(a, aAt + 3 * k + c0);
            DoubleVector a31 = load(a, aAt + 3 * k + c1);
            for (int j = 0, row = 0; j < d; j++, row += k) {
                DoubleVector b0 = load(b, row + c0);
                DoubleVector b1 = load(b, row + c1);
                DoubleVector v0 = DoubleVector.broadcast(SPECIES, x[at0 + j]);
                b0 = a00.fma(v0, b0);
                b1 = a01.fma(v0, b1);
                DoubleVector v1 = DoubleVector.broadcast(SPECIES, x[at1 + j]);
                b0 = a10.fma(v1, b0);
                b1 = a11.fma(v1, b1);
                DoubleVector v2 = DoubleVector.broadcast(SPECIES, x[at2 + j]);
                b0 = a20.fma(v2, b0);
                b1 = a21.fma(v2, b1);
                DoubleVector v3 = DoubleVector.broadcast(SPECIES, x[at3 + j]);
                a30.fma(v3, b0).intoArray(b, row + c0);
                a31.fma(v3, b1).intoArray(b, row + c1);
            }
        }
    }

    @Override
    public void gather(int k, int[] columns, double[] values, int from, int to, double[] b, double[] out, int outAt) {
        if (k < LANES) {
            narrow.gather(k, columns, values, from, to, b, out, outAt);
            return;
        }
        int panels = panels(k);
        for (int p = 0; p < panels; p++) {
            int c0 = start(p, panels, k);
            int c1 = start(p + 1, panels, k) - LANES;
            DoubleVector s0 = DoubleVector.zero(SPECIES);
            DoubleVector s1 = s0;
            DoubleVector t0 = s0;
            DoubleVector t1 = s0;
            int t = from;
            for (; t + 1 < to; t += 2) {
                int row = columns[t] * k;
                DoubleVector v = DoubleVector.broadcast(SPECIES, values[t]);
                s0 = load(b, row + c0).fma(v, s0);
                s1 = load(b, row + c1).fma(v, s1);
                int next = columns[t + 1] * k;
                DoubleVector w = DoubleVector.broadcast(SPECIES, values[t + 1]);
                t0 = load(b, next + c0).fma(w, t0);
                t1 = load(b, next + c1).fma(w, t1);
            }
            if (t < to) {
                int row = columns[t] * k;
                DoubleVector v = DoubleVector.broadcast(SPECIES, values[t]);
                s0 = load(b, row + c0).fma(v, s0);
                s1 = load(b, row + c1).fma(v, s1);
            }
            s0.add(t0).intoArray(out, outAt + c0);
            s1.add(t1).intoArray(out, outAt + c1);
        }
    }

    @Override
    public void scatter(int k, int[] columns, double[] values, int from, int to, double[] a, int aAt, double[] b) {
        if (k < LANES) {
            narrow.scatter(k, columns, values, from, to, a, aAt, b);
            return;
        }
        int panels = panels(k);
        for (int p = 0; p < panels; p++) {
            int c0 = start(p, panels, k);
            int c1 = start(p + 1, panels, k) - LANES;
            DoubleVector a0 = load(a, aAt + c0);
            DoubleVector a1 = load(a, aAt + c1);
            for (int t = from; t < to; t++) {
                int row = columns[t] * k;
                DoubleVector v = DoubleVector.broadcast(SPECIES, values[t]);
                DoubleVector b0 = a0.fma(v, load(b, row + c0));
                DoubleVector b1 = a1.fma(v, load(b, row + c1));
                b0.intoArray(b, row + c0);
                b1.intoArray(b, row + c1);
            }
        }
    }

    private static DoubleVector load(double[] a, int at) {
        return DoubleVector.fromArray(SPECIES, a, at);
    }
}
