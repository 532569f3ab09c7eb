package org.fenchel.solver.stochastic;

/**
 * One over the mean curvature along the way between two full gradients, ||s||^2 / (s'y + l2 ||s||^2): Barzilai and Borwein's first
 * step, of the losses and l2 together.
 */
final class SecantStep {
    private final double l2;
    private final double[] weights;
    private final double[] gradient;
    private double intercept;
    private double interceptSlope;
    private boolean begun;

    SecantStep(int d, double l2) {
        this.l2 = l2;
        weights = new double[d];
        gradient = new double[d];
    }

    /** The step that the way from the last call's point says; NaN at the first call or where there was no way. */
    double next(double[] at, double c, GradientTable table) {
        double squares = 0;
        double product = 0;
        double[] mean = table.mean();
        for (int j = 0; j < at.length; j++) {
            double s = at[j] - weights[j];
            squares += s * s;
            product += s * (mean[j] - gradient[j]);
        }
        product += l2 * squares;
        double s = c - intercept;
        squares += s * s;
        product += s * (table.meanIntercept() - interceptSlope);
        boolean known = begun;
        System.arraycopy(at, 0, weights, 0, at.length);
        System.arraycopy(mean, 0, gradient, 0, at.length);
        intercept = c;
        interceptSlope = table.meanIntercept();
        begun = true;
        return known ? squares / product : Double.NaN;
    }
}
