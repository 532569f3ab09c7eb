package org.fenchel.solver.gradient;

import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.SmoothPart;

/**
 * One proximal gradient step from any point, {@code to = prox_(r / L)(from - gradient / L)}, the intercept without prox. L is
 * either given or doubled until the mean loss at the result is no higher than its quadratic model, which proves the decrease and
 * keeps the result inside the losses' domain.
 *
 * <p>Cost: a pass, and half a pass for each L that was too small.
 */
final class ProximalStep {
    private static final double LARGEST = 1e200;

    /** Squared, the part of a point that its own rounding is. */
    private static final double ROUNDING = 1e-31;

    private final SmoothPart smooth;
    private final boolean searched;
    private final double[] slopes;
    private final double[] work;
    private final double[] gradient;
    private final double[] weights;

    /** Where the last step led. */
    double[] to;

    /** The margins there. */
    double[] margins;

    /** Whether a number was not finite. */
    private boolean broken;

    private boolean interrupted;

    /** L of the last step, and the first to be tried by the next. */
    double lipschitz;

    /**
     * @param fixed L, or 0 to search for it
     */
    ProximalStep(SmoothPart smooth, double fixed) {
        this.smooth = smooth;
        searched = fixed == 0;
        lipschitz = fixed;
        slopes = new double[smooth.n()];
        work = new double[smooth.n()];
        gradient = new double[smooth.size()];
        weights = new double[smooth.weights()];
        to = new double[smooth.size()];
        margins = new double[smooth.n()];
    }

    /**
     * Steps from a point whose margins are in the domain, into {@link #to} and {@link #margins}.
     *
     * @return what it cost in passes; negative where no step of any length goes down, or a number is not finite
     */
    double from(double[] point, double[] pointMargins) {
        double value = smooth.value(pointMargins);
        smooth.slopes(pointMargins, slopes);
        smooth.transposed(slopes, gradient);
        double size = square(gradient);
        if (!(size < Double.POSITIVE_INFINITY)) {
            broken = true;
            return -1;
        }
        double passes = 0.5;
        if (lipschitz == 0) {
            lipschitz = curvature(pointMargins, size);
            passes += 0.5;
        }
        for (; lipschitz < LARGEST; lipschitz *= 2) {
            double moved = move(point);
            passes += 0.5;
            if (!searched) {
                broken = Double.isInfinite(smooth.value(margins));
                return broken ? -1 : passes;
            }
            double above = smooth.aboveTangent(pointMargins, value, slopes, margins, work);
            // the rounding of margins must not look like curvature
            if (above <= lipschitz / 2 * moved * (1 + 1e-10) || moved <= ROUNDING * square(point)) {
                return passes;
            }
            if (Thread.currentThread().isInterrupted()) {
                interrupted = true;
                return -passes;
            }
        }
        return -1;
    }

    /** How a run is whose last step failed. */
    Health failure() {
        boolean well = interrupted;
        interrupted = false;
        return well ? Health.WELL : broken ? Health.OVERFLOW : Health.EXHAUSTED;
    }

    /** The result for the present L; returns the square of the distance. */
    private double move(double[] point) {
        int d = weights.length;
        for (int j = 0; j < d; j++) {
            weights[j] = point[j] - gradient[j] / lipschitz;
        }
        smooth.penalty().prox(weights, 1 / lipschitz, weights);
        System.arraycopy(weights, 0, to, 0, d);
        for (int c = d; c < to.length; c++) {
            to[c] = point[c] - gradient[c] / lipschitz;
        }
        smooth.margins(to, margins);
        double moved = 0;
        for (int j = 0; j < to.length; j++) {
            moved += (to[j] - point[j]) * (to[j] - point[j]);
        }
        return moved;
    }

    /** The mean loss's curvature along its gradient, a first guess of L. */
    private double curvature(double[] pointMargins, double size) {
        smooth.along(gradient, margins);
        double sum = smooth.curvatureAt(pointMargins, margins);
        double guess = size > 0 ? sum / size : 1;
        return guess > 1e-12 && guess < LARGEST ? guess : 1;
    }

    private static double square(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x * x;
        }
        return sum;
    }
}
