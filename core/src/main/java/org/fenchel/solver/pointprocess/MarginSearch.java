package org.fenchel.solver.pointprocess;

/** Points between two whose margins are known: no walk through the rows. */
final class MarginSearch {
    private static final int MOST_ITERATIONS = 60;

    private MarginSearch() {}

    /**
     * A length t in (0, 1) that lowers
     *
     * <pre>linear t + quadratic t^2 / 2 - scale sum_k log((1 - t) z_k + t z'_k),</pre>
     *
     * near its minimiser: Newton's method on the slope inside a bracket. 0 where there is none.
     *
     * @param margins z_k above 0, at t = 0
     * @param ends z'_k, at t = 1
     * @param enough size of the slope to end at
     */
    static double length(
            double[] margins, double[] ends, double scale, double linear, double quadratic, double enough) {
        double low = 0;
        double high = 1;
        for (int k = 0; k < margins.length; k++) {
            double change = ends[k] - margins[k];
            if (change < 0) {
                high = Math.min(high, -margins[k] / change);
            }
        }
        double t = 0.9 * high;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double slope = linear + t * quadratic;
            double bend = quadratic;
            boolean inside = true;
            for (int k = 0; k < margins.length; k++) {
                double change = ends[k] - margins[k];
                double z = margins[k] + t * change;
                inside &= z > 0;
                double quotient = change / z;
                slope -= scale * quotient;
                bend += scale * quotient * quotient;
            }
            if (inside && Math.abs(slope) <= enough) {
                return t;
            }
            if (inside && slope < 0) {
                low = t;
            } else {
                high = t;
            }
            double next = inside ? t - slope / bend : Double.NaN;
            t = low < next && next < high ? next : low + (high - low) / 2;
        }
        return low;
    }

    /**
     * How far from a point where every margin is at least z one may go, at most 1, so that each keeps a tenth of it.
     *
     * @param ends margins at the end of the way
     */
    static double safe(double z, double[] ends) {
        double t = 1;
        for (double end : ends) {
            if (!(end >= 0.1 * z)) {
                t = Math.min(t, 0.9 * z / (z - end));
            }
        }
        return t > 0 ? t : 0;
    }
}
