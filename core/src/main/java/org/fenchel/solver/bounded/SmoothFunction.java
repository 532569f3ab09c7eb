package org.fenchel.solver.bounded;

/** A function with a gradient, of a plain array. */
@FunctionalInterface
public interface SmoothFunction {
    /**
     * Evaluates.
     *
     * @param x the point, inside the bounds it is minimised under. Read only
     * @param gradient receives the gradient; its contents do not matter where the value is not finite
     * @return the value; {@code +infinity} (or NaN) outside the function's domain, from which a search keeps away
     */
    double value(double[] x, double[] gradient);
}
