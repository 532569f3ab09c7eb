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
    private final double[] meanIntercepts;
    private final double[] one = new double[1];
    private long count;

    IterateAverage(int d) {
        this(d, 1);
    }

    /**
     * @param outputs how many weights a column has, and how many intercepts there are
     */
    IterateAverage(int d, int outputs) {
        mean = new double[d * outputs];
        current = new double[d * outputs];
        meanIntercepts = new double[outputs];
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
        one[0] = intercept;
        add(iterate, one);
    }

    void add(Iterate iterate, double[] intercepts) {
        iterate.read(all, all.length, current);
        count++;
        double share = 1.0 / count;
        for (int j = 0; j < mean.length; j++) {
            mean[j] += share * (current[j] - mean[j]);
        }
        for (int c = 0; c < meanIntercepts.length; c++) {
            meanIntercepts[c] += share * (intercepts[c] - meanIntercepts[c]);
        }
    }

    double[] mean() {
        return mean;
    }

    double meanIntercept() {
        return meanIntercepts[0];
    }

    double[] meanIntercepts() {
        return meanIntercepts;
    }
}
