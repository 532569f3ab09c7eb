package org.fenchel.solver.gradient;

import java.util.SplittableRandom;
import org.fenchel.solver.smooth.SmoothPart;

/**
 * An upper estimate of the Lipschitz constant of the mean loss's gradient: the losses' smoothness times the largest eigenvalue of
 * the weighted Gram matrix of the columns, by power iterations, which come from below, and a margin of a tenth for what they
 * miss; never more than the matrix's trace, which is a bound.
 *
 * <p>Cost: a pass an iteration, at most 100 of them.
 */
final class LipschitzConstant {
    private static final double MARGIN = 1.1;
    private static final int MOST = 100;
    private static final double ACCURACY = 1e-4;

    private LipschitzConstant() {}

    static double of(SmoothPart smooth, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] v = random.doubles(smooth.size(), 0.5, 1.5).toArray();
        for (int j = 0; j < v.length; j++) {
            v[j] = random.nextBoolean() ? v[j] : -v[j];
        }
        double[] along = new double[smooth.n()];
        double largest = 0;
        for (int iteration = 0; iteration < MOST; iteration++) {
            double norm = 0;
            for (double x : v) {
                norm += x * x;
            }
            norm = Math.sqrt(norm);
            for (int j = 0; j < v.length; j++) {
                v[j] = norm > 0 ? v[j] / norm : 0;
            }
            smooth.along(v, along);
            double quotient = smooth.weigh(along);
            boolean settled = quotient - largest <= ACCURACY * quotient;
            largest = Math.max(largest, quotient);
            if (settled || Thread.currentThread().isInterrupted()) {
                break;
            }
            smooth.transposed(along, v);
        }
        double bound = smooth.smoothness() * Math.min(MARGIN * largest, smooth.meanSquaredNorm());
        return bound > 0 ? bound : 1;
    }
}
