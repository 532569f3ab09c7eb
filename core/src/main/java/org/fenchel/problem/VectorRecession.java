package org.fenchel.problem;

import org.fenchel.loss.VectorLoss;

/** Finds directions in which the objective of a {@link VectorSum} falls for ever, so that it has no minimiser. */
public final class VectorRecession {
    private static final double FAR = 1e6;

    private VectorRecession() {}

    /** A class whose intercept falls for ever, because no row belongs to it; -1 where there is none. */
    public static int emptyClass(VectorSum problem) {
        if (!problem.intercept()) {
            return -1;
        }
        boolean[] seen = new boolean[problem.classes()];
        for (double y : problem.targets()) {
            seen[(int) y] = true;
        }
        for (int k = 0; k < seen.length; k++) {
            if (!seen[k]) {
                return k;
            }
        }
        return -1;
    }

    /**
     * Whether these weights are such a direction: no row's loss grows along it, and some row's falls without taking its infimum.
     *
     * @param margins of all rows, shape (n, K)
     */
    static boolean along(VectorSum problem, double[] weights, double[] margins) {
        if (!Recession.free(problem.penalty(), weights)) {
            return false;
        }
        double largest = 0;
        for (double z : margins) {
            largest = Math.max(largest, Math.abs(z));
        }
        if (largest == 0 || Double.isNaN(largest) || Double.isInfinite(largest)) {
            return false;
        }
        VectorLoss loss = problem.loss();
        int classes = problem.classes();
        double[] far = new double[classes];
        double[] farther = new double[classes];
        boolean missed = false;
        for (int i = 0; i < problem.n(); i++) {
            boolean alike = true;
            for (int k = 0; k < classes; k++) {
                double z = margins[i * classes + k];
                far[k] = FAR / largest * z;
                farther[k] = 2 * far[k];
                alike &= z == margins[i * classes];
            }
            double y = problem.targets()[i];
            if (loss.value(classes, farther, 0, y) > loss.value(classes, far, 0, y)) {
                return false;
            }
            missed |= !alike;
        }
        return missed;
    }
}
