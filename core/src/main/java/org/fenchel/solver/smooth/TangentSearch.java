package org.fenchel.solver.smooth;

/**
 * A step length along the direction dx to the minimiser of a model of f + h, f mean loss and squares, h convex: the first t of a falling
 * sequence from 1 on with
 *
 * <pre>f(x + t dx) - f(x) - t f'(x) dx at most (1 - s) t D,   D = -(f'(x) dx + h(x + dx) - h(x)),</pre>
 *
 * from which the objective's fall by s t D follows, for h is convex. The left side is never negative and known to many digits near a
 * minimum, where objectives differ by rounding only.
 *
 * <p>Cost of a trial: an evaluation of the losses, no pass.
 *
 * <p>Source: P. Tseng and S. Yun, "A coordinate gradient descent method for nonsmooth separable minimization", Math. Program. 117
 * (2009), the Armijo rule; J. Lee, Y. Sun and M. Saunders, "Proximal Newton-type methods for minimizing composite functions", SIAM J.
 * Optim. 24 (2014).
 */
final class TangentSearch {
    private static final int MOST = 60;

    private final SmoothPart smooth;
    private final double[] ahead;
    private final double[] moved;

    TangentSearch(SmoothPart smooth) {
        this.smooth = smooth;
        ahead = new double[smooth.n()];
        moved = new double[smooth.n()];
    }

    /**
     * Searches.
     *
     * @param slopes {@link SmoothPart#slopes} at the margins
     * @param along how margins change along dx
     * @param square l2 times the square of dx
     * @param allowed how far f may lie above its tangent at 1
     * @return the length; 0 where none was found
     */
    double search(double[] margins, double[] slopes, double[] along, double square, double allowed) {
        double value = smooth.value(margins);
        double t = 1;
        for (int trial = 0; trial < MOST; trial++) {
            for (int i = 0; i < margins.length; i++) {
                ahead[i] = margins[i] + t * along[i];
            }
            double above = smooth.aboveTangent(margins, value, slopes, ahead, moved) + t * t / 2 * square;
            if (above <= t * allowed) {
                return t;
            }
            // above is nearly a multiple of t^2
            t *= Math.min(0.5, Math.max(0.1, t * allowed / above));
        }
        return 0;
    }
}
