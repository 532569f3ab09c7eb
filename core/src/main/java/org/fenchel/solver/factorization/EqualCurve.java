package org.fenchel.solver.factorization;

/**
 * The score of m indicators with equal step sizes as a function of the pull. On the mean direction of the m vectors the second-order
 * part of the score is (m - 1) / 2 times a square, on all others -1 / 2 times one. So two numbers are enough, P = ||sum_i c_i||^2 / m
 * and O = sum_i ||c_i||^2 - P, and with beta = a eta
 *
 * <pre>phi(a) = phi_1 + a slope_1 + 1/2 ( (m - 1) P / (1 - (m - 1) beta)^2 - O / (1 + beta)^2 ).</pre>
 *
 * The two scalars are the article's (A. Shtoff, 2020), turned so that no differences are taken. Cost: two divisions.
 */
final class EqualCurve implements ScoreCurve {
    private double linear;
    private double linearSlope;
    private double mean;
    private double rest;
    private double others;
    private double eta;
    private double value;
    private double slope;

    /**
     * Turns to a row.
     *
     * @param m its indicators
     * @param linear the constant, the weights and the offset, at their centres
     * @param linearSlope the sum of the step sizes of constant and weights
     * @param squaredSum ||sum_i c_i||^2
     * @param squares sum_i ||c_i||^2
     * @param eta the step size of the vectors
     */
    void open(int m, double linear, double linearSlope, double squaredSum, double squares, double eta) {
        this.linear = linear;
        this.linearSlope = linearSlope;
        others = m - 1;
        mean = m == 0 ? 0 : squaredSum / m;
        rest = Math.max(0, squares - mean);
        this.eta = eta;
    }

    @Override
    public void at(double a) {
        double beta = a * eta;
        double kappa = 1 / (1 - others * beta);
        double rho = 1 / (1 + beta);
        double along = others * mean * kappa * kappa;
        double across = rest * rho * rho;
        value = linear + a * linearSlope + 0.5 * (along - across);
        slope = linearSlope + eta * (others * along * kappa + across * rho);
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public double slope() {
        return slope;
    }

    @Override
    public double low() {
        return others > 0 ? -1 / eta : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double high() {
        return others > 0 ? 1 / (eta * others) : Double.POSITIVE_INFINITY;
    }
}
