package org.fenchel.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Vector instructions; loads only where the module {@code jdk.incubator.vector} is switched on. */
final class SimdKernel implements VectorKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** 1.5 2^52: sums with it have no bits behind the point. */
    private static final double ROUND = 0x1.8p52;

    private static final double LOG_2 = 0.6931471805599453;
    /** log 2 cut off after 32 bits, so that whole multiples are exact, and what is missing. */
    private static final double LOG_2_HIGH = 0x1.62e42feep-1;

    private static final double LOG_2_LOW = 0x1.a39ef35793c76p-33;
    private static final int TILE = Symmetric.TILE;

    /**
     * Sum of the lanes in one order: reduceLanes may take another when it is interpreted than when it is compiled, and the
     * first fit of a program would differ from the next in its last bits. Lanes are named by constants, or they are objects.
     */
    private static double sum(DoubleVector v) {
        return switch (LANES) {
            case 2 -> v.lane(0) + v.lane(1);
            case 4 -> (v.lane(0) + v.lane(1)) + (v.lane(2) + v.lane(3));
            case 8 ->
                ((v.lane(0) + v.lane(1)) + (v.lane(2) + v.lane(3)))
                        + ((v.lane(4) + v.lane(5)) + (v.lane(6) + v.lane(7)));
            default -> v.reduceLanes(VectorOperators.ADD);
        };
    }

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
            tail = sum(s0.add(s1).add(s2.add(s3)));
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
    public void addGram(int n, int k, double[] b, double[] a) {
        if (n % TILE != 0 || TILE % LANES != 0) {
            VectorKernel.super.addGram(n, k, b, a);
            return;
        }
        for (int i = 0; i < n; i += TILE) {
            for (int j = 0; j < i + TILE; j += LANES) {
                addGramTile(n, k, b, a, i, j);
            }
        }
    }

    /**
     * Eight rows and a vector of columns of the Gram matrix: the sums stay in registers, and a row of b costs nine loads for
     * eight multiplications, fewer than the processor can do beside them.
     */
    private static void addGramTile(int n, int k, double[] b, double[] a, int i, int j) {
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        DoubleVector s4 = s0;
        DoubleVector s5 = s0;
        DoubleVector s6 = s0;
        DoubleVector s7 = s0;
        int p = i;
        int q = j;
        for (int row = 0; row < k; row++) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, b, q);
            s0 = v.fma(DoubleVector.broadcast(SPECIES, b[p]), s0);
            s1 = v.fma(DoubleVector.broadcast(SPECIES, b[p + 1]), s1);
            s2 = v.fma(DoubleVector.broadcast(SPECIES, b[p + 2]), s2);
            s3 = v.fma(DoubleVector.broadcast(SPECIES, b[p + 3]), s3);
            s4 = v.fma(DoubleVector.broadcast(SPECIES, b[p + 4]), s4);
            s5 = v.fma(DoubleVector.broadcast(SPECIES, b[p + 5]), s5);
            s6 = v.fma(DoubleVector.broadcast(SPECIES, b[p + 6]), s6);
            s7 = v.fma(DoubleVector.broadcast(SPECIES, b[p + 7]), s7);
            p += n;
            q += n;
        }
        int to = i * n + j;
        load(a, to).add(s0).intoArray(a, to);
        load(a, to + n).add(s1).intoArray(a, to + n);
        load(a, to + 2 * n).add(s2).intoArray(a, to + 2 * n);
        load(a, to + 3 * n).add(s3).intoArray(a, to + 3 * n);
        load(a, to + 4 * n).add(s4).intoArray(a, to + 4 * n);
        load(a, to + 5 * n).add(s5).intoArray(a, to + 5 * n);
        load(a, to + 6 * n).add(s6).intoArray(a, to + 6 * n);
        load(a, to + 7 * n).add(s7).intoArray(a, to + 7 * n);
    }

    /**
     * exp(x) = 2^k exp(r) with k = round(x / log 2) and |r| at most log(2) / 2, where Taylor's series of degree 13 is exact to 1e-17. The
     * instruction set's own exponential is not used: it rounds otherwise when it is interpreted than when it is compiled.
     */
    @Override
    public void exp(int n, double[] x, int xOffset, double[] out, int outOffset) {
        int i = 0;
        for (int end = n - LANES; i <= end; i += LANES) {
            // not a method of its own: one that the compiler does not inline makes an object of each vector
            // beyond 1000 the result is 0 or infinite, and k would leave the range of exponents
            DoubleVector inRange = load(x, xOffset + i).max(-1000).min(1000);
            // adding this rounds to a whole number, and leaves it in the last bits
            DoubleVector k = inRange.mul(1 / LOG_2).add(ROUND).sub(ROUND);
            DoubleVector r = k.fma(DoubleVector.broadcast(SPECIES, -LOG_2_HIGH), inRange);
            r = k.fma(DoubleVector.broadcast(SPECIES, -LOG_2_LOW), r);
            DoubleVector q = DoubleVector.broadcast(SPECIES, 1.0 / 6227020800.0);
            q = q.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 479001600.0));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 39916800.0));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 3628800.0));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 362880.0));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 40320.0));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 5040.0));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 720.0));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 120.0));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 24.0));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, 1.0 / 6.0));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, 0.5));
            DoubleVector p = r.mul(r).fma(q, r).add(1);
            // 2^k in two halves: neither overflows nor underflows before the result does
            DoubleVector half = k.mul(0.5).add(ROUND).sub(ROUND);
            p.mul(powerOfTwo(half)).mul(powerOfTwo(k.sub(half))).intoArray(out, outOffset + i);
        }
        for (; i < n; i++) {
            out[outOffset + i] = Math.exp(x[xOffset + i]);
        }
    }

    /** 2^k for whole k from -1022 to 1023: the last bits of k + ROUND, moved to where exponents are. */
    private static DoubleVector powerOfTwo(DoubleVector k) {
        return k.add(ROUND)
                .reinterpretAsLongs()
                .add(1023)
                .lanewise(VectorOperators.LSHL, 52)
                .reinterpretAsDoubles();
    }

    @Override
    public String name() {
        return "SIMD, " + LANES + " lanes";
    }

    private static DoubleVector load(double[] a, int at) {
        return DoubleVector.fromArray(SPECIES, a, at);
    }
}
