package org.fenchel.solver.factorization;

import java.util.Arrays;

/**
 * Normal priors of one kind of parameter, a mean and a precision for each group of features, which are drawn too: nothing is left to
 * tune. The priors of these are as vague as those of libFM (C. Freudenthaler, L. Schmidt-Thieme, S. Rendle, 2011): precision
 * Gamma(1/2, 1/2), mean N(0, 1 / precision).
 */
final class GroupPriors {
    private final int[] groups;
    private final int[] sizes;
    private final double[] means;
    private final double[] precisions;
    private final double[] sums;
    private final double[] squares;

    /**
     * @param groups of each feature; -1 for features that no row has, which inform nobody
     * @param count how many groups there are
     * @param precision at the start
     */
    GroupPriors(int[] groups, int count, double precision) {
        this.groups = groups;
        sizes = new int[count];
        for (int g : groups) {
            if (g >= 0) {
                sizes[g]++;
            }
        }
        means = new double[count];
        precisions = new double[count];
        Arrays.fill(precisions, precision);
        sums = new double[count];
        squares = new double[count];
    }

    /** Draws means and precisions given the parameters, one for each feature. */
    void draw(double[] parameters, Draws random) {
        Arrays.fill(sums, 0);
        Arrays.fill(squares, 0);
        for (int j = 0; j < groups.length; j++) {
            int g = groups[j];
            if (g >= 0) {
                double off = parameters[j] - means[g];
                sums[g] += parameters[j];
                squares[g] += off * off;
            }
        }
        for (int g = 0; g < sizes.length; g++) {
            double rate = 0.5 * (squares[g] + means[g] * means[g] + 1);
            precisions[g] = random.gamma(0.5 * (sizes[g] + 2)) / rate;
            means[g] = sums[g] / (sizes[g] + 1) + random.normal() / Math.sqrt((sizes[g] + 1) * precisions[g]);
        }
    }

    /** The prior mean for feature j. */
    double mean(int j) {
        return means[groups[j]];
    }

    /** The prior precision for feature j. */
    double precision(int j) {
        return precisions[groups[j]];
    }
}
