package org.fenchel.model.hawkes;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Exact integrals of the positive part of {@code c + sum_u k_u exp(-b_u x)} from 0 to a length.
 *
 * <p>Such a sum has at most U zeros. They are found by Rolle's theorem: divided by one of its exponentials a sum has a derivative
 * with one term less, between whose zeros it is monotone. Most intervals need no zeros, since a bound of the sum has a sign. Holds work
 * space; not thread-safe.
 */
final class PositiveIntegral {
    private static final int MOST_ITERATIONS = 100;

    private final int[] order;
    private final double[] rates;
    private final double[][] weights;
    private final double[][] zeros;
    private final int[] counts;

    PositiveIntegral(double[] decays) {
        int terms = decays.length + 1;
        order = IntStream.range(0, decays.length)
                .boxed()
                .sorted((a, b) -> Double.compare(decays[a], decays[b]))
                .mapToInt(u -> u)
                .toArray();
        rates = new double[terms];
        for (int r = 1; r < terms; r++) {
            rates[r] = decays[order[r - 1]];
        }
        weights = new double[terms][terms];
        zeros = new double[terms][terms + 1];
        counts = new int[terms];
    }

    /**
     * The integral.
     *
     * @param constant c
     * @param k weights k_u, from this place on
     * @param length of the interval
     */
    double of(double constant, double[] k, int from, double length) {
        double low = constant;
        double high = constant;
        double[] first = weights[0];
        first[0] = constant;
        for (int r = 1; r < rates.length; r++) {
            double weight = k[from + order[r - 1]];
            first[r] = weight;
            double end = weight * Math.exp(-rates[r] * length);
            low += Math.min(weight, end);
            high += Math.max(weight, end);
        }
        if (high <= 0) {
            return 0;
        }
        if (low >= 0) {
            return between(0, length);
        }
        findZeros(length);
        double sum = 0;
        double start = 0;
        for (int z = 0; z <= counts[0]; z++) {
            double end = z < counts[0] ? zeros[0][z] : length;
            if (value(0, start + (end - start) / 2) > 0) {
                sum += between(start, end);
            }
            start = end;
        }
        return Math.max(sum, 0);
    }

    /** The integral of the sum itself. */
    private double between(double start, double end) {
        double sum = weights[0][0] * (end - start);
        for (int r = 1; r < rates.length; r++) {
            sum -= weights[0][r] * Math.exp(-rates[r] * start) * Math.expm1(-rates[r] * (end - start)) / rates[r];
        }
        return sum;
    }

    /** Level by level: the last is a constant, and each has at most one zero between two of the next. */
    private void findZeros(double length) {
        int last = rates.length - 1;
        for (int level = 1; level <= last; level++) {
            for (int r = level; r <= last; r++) {
                weights[level][r] = weights[level - 1][r] * (rates[r] - rates[level - 1]);
            }
        }
        Arrays.fill(counts, 0);
        for (int level = last - 1; level >= 0; level--) {
            double start = 0;
            double atStart = value(level, 0);
            for (int z = 0; z <= counts[level + 1]; z++) {
                double end = z < counts[level + 1] ? zeros[level + 1][z] : length;
                double atEnd = value(level, end);
                if (atStart < 0 != atEnd < 0) {
                    zeros[level][counts[level]++] = zero(level, start, atStart, end, atEnd);
                }
                start = end;
                atStart = atEnd;
            }
        }
    }

    /** Level {@code level} at x, divided by its slowest exponential. */
    private double value(int level, double x) {
        double sum = weights[level][level];
        for (int r = level + 1; r < rates.length; r++) {
            sum += weights[level][r] * Math.exp(-(rates[r] - rates[level]) * x);
        }
        return sum;
    }

    /** Regula falsi that halves the weight of an end that stays (the Illinois rule), then bisection. */
    private double zero(int level, double from, double atFrom, double to, double atTo) {
        double low = from;
        double high = to;
        double lowValue = atFrom;
        double highValue = atTo;
        int side = 0;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double part = iteration < MOST_ITERATIONS / 2 ? lowValue / (lowValue - highValue) : 0.5;
            double x = low + part * (high - low);
            double value = value(level, x);
            if (value == 0 || high - low <= 1e-15 * high) {
                return x;
            }
            if (value < 0 == lowValue < 0) {
                low = x;
                lowValue = value;
                highValue = side == -1 ? highValue / 2 : highValue;
                side = -1;
            } else {
                high = x;
                highValue = value;
                lowValue = side == 1 ? lowValue / 2 : lowValue;
                side = 1;
            }
        }
        return low + (high - low) / 2;
    }
}
