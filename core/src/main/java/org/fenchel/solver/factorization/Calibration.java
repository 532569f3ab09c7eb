package org.fenchel.solver.factorization;

/**
 * The scale and shift of scores whose logistic responses are closest, in cross entropy, to given probabilities.
 *
 * @param scale positive
 * @param shift added to the scaled score
 */
record Calibration(double scale, double shift) {
    private static final int MOST = 30;

    /** By Newton's method on the two numbers, from 1 and 0; these where it does not get anywhere. */
    static Calibration of(double[] scores, double[] probabilities) {
        double scale = 1;
        double shift = 0;
        for (int k = 0; k < MOST; k++) {
            double g0 = 0;
            double g1 = 0;
            double h00 = 0;
            double h01 = 0;
            double h11 = 0;
            for (int i = 0; i < scores.length; i++) {
                double p = 1 / (1 + Math.exp(-(scale * scores[i] + shift)));
                double curvature = p * (1 - p);
                g0 += p - probabilities[i];
                g1 += (p - probabilities[i]) * scores[i];
                h00 += curvature;
                h01 += curvature * scores[i];
                h11 += curvature * scores[i] * scores[i];
            }
            double determinant = h00 * h11 - h01 * h01;
            if (!(determinant > 1e-12 * h00 * h11)) {
                return new Calibration(1, 0);
            }
            double scaleStep = (h00 * g1 - h01 * g0) / determinant;
            double shiftStep = (h11 * g0 - h01 * g1) / determinant;
            scale -= scaleStep;
            shift -= shiftStep;
            if (Math.abs(scaleStep) + Math.abs(shiftStep) < 1e-10) {
                break;
            }
        }
        return scale > 0 && Double.isFinite(scale) && Double.isFinite(shift)
                ? new Calibration(scale, shift)
                : new Calibration(1, 0);
    }
}
