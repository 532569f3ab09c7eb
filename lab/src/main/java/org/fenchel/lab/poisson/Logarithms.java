package org.fenchel.lab.poisson;

/**
 * How the logarithms of two positive quantities go together.
 *
 * @param correlation Pearson's; NaN where one of them is constant
 * @param ratio geometric mean of the second by the first
 */
record Logarithms(double correlation, double ratio) {
    /** Of the elements at these places. */
    static Logarithms of(double[] a, double[] b, int[] places) {
        double meanA = 0;
        double meanB = 0;
        for (int i : places) {
            meanA += Math.log(a[i]) / places.length;
            meanB += Math.log(b[i]) / places.length;
        }
        double squareA = 0;
        double squareB = 0;
        double product = 0;
        for (int i : places) {
            double offA = Math.log(a[i]) - meanA;
            double offB = Math.log(b[i]) - meanB;
            squareA += offA * offA;
            squareB += offB * offB;
            product += offA * offB;
        }
        // what is left of a constant after rounding is no variation
        double least = 1e-20 * places.length;
        boolean vary = squareA > least && squareB > least;
        return new Logarithms(vary ? product / Math.sqrt(squareA * squareB) : Double.NaN, Math.exp(meanB - meanA));
    }
}
