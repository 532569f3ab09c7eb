package org.fenchel.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vector instructions of at most four lanes; loads only where the module {@code jdk.incubator.vector} is switched on. The features
 * are the inner loop and the lanes the outer one, so that sums stay in registers and the blocks, which lie anywhere in memory, are
 * all asked for before the first is needed.
 */
final class SimdBlockKernel implements BlockKernel {
    private static final VectorSpecies<Double> SPECIES =
            DoubleVector.SPECIES_PREFERRED.length() >= 4 ? DoubleVector.SPECIES_256 : DoubleVector.SPECIES_128;
    private static final VectorSpecies<Float> NARROW =
            SPECIES.length() == 4 ? FloatVector.SPECIES_128 : FloatVector.SPECIES_64;
    private static final int LANES = SPECIES.length();

    /** Sum of the lanes in one order, interpreted and compiled. */
    private static double sum(DoubleVector v) {
        return LANES == 4 ? (v.lane(0) + v.lane(1)) + (v.lane(2) + v.lane(3)) : v.lane(0) + v.lane(1);
    }

    @Override
    public double gather(
            int m, int[] columns, int at, int stride, int width, double[] store, double[] buffer, double[] sum) {
        double squares = 0; // a vector carried through both loops would be an object
        for (int f = 0; f < width; f += LANES) {
            DoubleVector s = DoubleVector.zero(SPECIES);
            DoubleVector q = s;
            for (int i = 0, b = f; i < m; i++, b += width) {
                DoubleVector v = DoubleVector.fromArray(SPECIES, store, columns[at + i] * stride + f);
                v.intoArray(buffer, b);
                s = s.add(v);
                q = v.fma(v, q);
            }
            s.intoArray(sum, f);
            squares += sum(q);
        }
        return squares;
    }

    @Override
    public double gather(
            int m, int[] columns, int at, int stride, int width, float[] store, double[] buffer, double[] sum) {
        double squares = 0; // a vector carried through both loops would be an object
        for (int f = 0; f < width; f += LANES) {
            DoubleVector s = DoubleVector.zero(SPECIES);
            DoubleVector q = s;
            for (int i = 0, b = f; i < m; i++, b += width) {
                DoubleVector v = (DoubleVector) FloatVector.fromArray(NARROW, store, columns[at + i] * stride + f)
                        .convertShape(VectorOperators.F2D, SPECIES, 0);
                v.intoArray(buffer, b);
                s = s.add(v);
                q = v.fma(v, q);
            }
            s.intoArray(sum, f);
            squares += sum(q);
        }
        return squares;
    }

    @Override
    public void scatter(
            int m,
            int[] columns,
            int at,
            int stride,
            int width,
            double[] buffer,
            double[] keep,
            double[] pull,
            double[] sum,
            double[] store) {
        for (int f = 0; f < width; f += LANES) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, sum, f);
            for (int i = 0, b = f; i < m; i++, b += width) {
                DoubleVector.fromArray(SPECIES, buffer, b)
                        .mul(keep[i])
                        .add(s.mul(pull[i]))
                        .intoArray(store, columns[at + i] * stride + f);
            }
        }
    }

    @Override
    public void scatter(
            int m,
            int[] columns,
            int at,
            int stride,
            int width,
            double[] buffer,
            double[] keep,
            double[] pull,
            double[] sum,
            float[] store) {
        for (int f = 0; f < width; f += LANES) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, sum, f);
            for (int i = 0, b = f; i < m; i++, b += width) {
                DoubleVector v =
                        DoubleVector.fromArray(SPECIES, buffer, b).mul(keep[i]).add(s.mul(pull[i]));
                ((FloatVector) v.convertShape(VectorOperators.D2F, NARROW, 0))
                        .intoArray(store, columns[at + i] * stride + f);
            }
        }
    }

    @Override
    public void squaredNorms(int m, int width, double[] buffer, double[] out) {
        for (int i = 0, b = 0; i < m; i++) {
            DoubleVector s = DoubleVector.zero(SPECIES);
            for (int end = b + width; b < end; b += LANES) {
                DoubleVector v = DoubleVector.fromArray(SPECIES, buffer, b);
                s = v.fma(v, s);
            }
            out[i] = sum(s);
        }
    }

    @Override
    public void combine(int m, int width, double[] buffer, double[] weights, double[] out) {
        for (int f = 0; f < width; f += LANES) {
            DoubleVector s = DoubleVector.zero(SPECIES);
            for (int i = 0, b = f; i < m; i++, b += width) {
                s = DoubleVector.fromArray(SPECIES, buffer, b).fma(DoubleVector.broadcast(SPECIES, weights[i]), s);
            }
            s.intoArray(out, f);
        }
    }

    @Override
    public void copy(int stride, double[] from, int at, double[] to, int toAt) {
        for (int f = 0; f < stride; f += LANES) {
            DoubleVector.fromArray(SPECIES, from, at + f).intoArray(to, toAt + f);
        }
    }

    @Override
    public void copy(int stride, float[] from, int at, float[] to, int toAt) {
        for (int f = 0; f < stride; f += LANES) {
            FloatVector.fromArray(NARROW, from, at + f).intoArray(to, toAt + f);
        }
    }
}
