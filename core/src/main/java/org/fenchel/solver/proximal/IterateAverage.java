package org.fenchel.solver.proximal;

import org.fenchel.solver.step.Iterate;

/**
 * The mean of the iterates since the last power of two of passes, so that it covers at least the latter half of the run and
 * forgets the way there. Cost: d additions a step, on sparse rows too.
 */
final class IterateAverage {
    private final double[] mean;
    private final double[] current;
    private final int[] all;
    private double meanIntercept;
    private long count;

    IterateAverage(int d) {
        mean = new double[d];
        current = new double[d];
        all = new int[d];
        for (int j = 0; j < d; j++) {
            all[j] = j;
        }
    }

    /** A pass begins, after this many. */
    void beginPass(int passes) {
        if ((passes & (passes - 1)) == 0) {
            count = 0;
        }
    }

    void add(Iterate iterate, double intercept) {
        iterate.read(all, all.length, current);
        count++;
        double share = 1.0 / count;
        for (int j = 0; j < mean.length; j++) {
            mean[j] += share * (current[j] - mean[j]);
        }
        meanIntercept += share * (intercept - meanIntercept);
    }

    double[] mean() {
        return mean;
    }

    double meanIntercept() {
        return meanIntercept;
    }
}
