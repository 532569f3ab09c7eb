package org.fenchel.solver.bounded;

import java.util.Arrays;
import org.fenchel.data.InvalidInput;
import org.fenchel.solver.bounded.Minimum.End;

/**
 * L-BFGS-B: minimises a smooth function, convex or not, of a plain array whose entries lie between bounds. Iterates never leave the
 * bounds; one evaluation of value and gradient is nearly all an iteration costs.
 *
 * <pre>Minimum found = new BoundedMinimiser(function, start, low, high).minimise(1e-8, 1000);</pre>
 *
 * <p>Cost of an iteration: the function once or twice, about 2 c^2 products of the length with c pairs remembered. Memory: 4c + 14 times
 * the length. Not thread-safe.
 *
 * <p>Source: R. Byrd, P. Lu, J. Nocedal and C. Zhu, "A limited memory algorithm for bound constrained optimization", SIAM J. Sci.
 * Comput. 16 (1995), with the subspace step of J. Morales and J. Nocedal (2011).
 */
public final class BoundedMinimiser {
    private final SmoothFunction function;
    private final BoundedDirection directions;
    private final WolfeSearch search;
    private final double[] direction;
    private final double[] from;
    private final double[] fromGradient;
    private final double[] x;
    private final double[] gradient;
    private double value;
    private double slope;
    private int iterations;
    private int evaluations;

    /** The same with ten steps remembered. */
    public BoundedMinimiser(SmoothFunction function, double[] start, double[] low, double[] high) {
        this(function, start, low, high, 10);
    }

    /**
     * Evaluates the function at the start, moved into the bounds.
     *
     * @param start copied
     * @param low lower bounds, -infinity where there is none
     * @param high upper bounds, +infinity where there is none
     * @param memory steps remembered, 1 to 100
     * @throws InvalidInput if the arrays differ in length, bounds cross, or the memory is not 1 to 100
     */
    public BoundedMinimiser(SmoothFunction function, double[] start, double[] low, double[] high, int memory) {
        Lbfgsb.checkMemory(memory);
        if (low.length != start.length || high.length != start.length) {
            throw InvalidInput.of(
                    "a start of " + start.length + " entries with " + low.length + " lower and " + high.length
                            + " upper bounds",
                    "give as many of each");
        }
        for (int j = 0; j < start.length; j++) {
            if (!(low[j] <= high[j])) {
                throw InvalidInput.of(
                        "entry " + j + " has no room between " + low[j] + " and " + high[j],
                        "give the lower bound first");
            }
        }
        this.function = function;
        directions = new BoundedDirection(memory, low.clone(), high.clone());
        search = new WolfeSearch(new Along());
        direction = new double[start.length];
        from = new double[start.length];
        fromGradient = new double[start.length];
        gradient = new double[start.length];
        x = start.clone();
        for (int j = 0; j < x.length; j++) {
            x[j] = directions.inside(x[j], j);
        }
        evaluate();
    }

    /**
     * Iterates.
     *
     * @param tolerance on the projected gradient
     * @param most iterations at most
     */
    public Minimum minimise(double tolerance, int most) {
        End end = Double.isFinite(value) ? End.EXHAUSTED : End.NOT_FINITE;
        while (end == End.EXHAUSTED) {
            if (projectedGradient() <= tolerance) {
                end = End.CONVERGED;
            } else if (iterations >= most) {
                end = End.ITERATIONS;
            } else if (Thread.currentThread().isInterrupted()) {
                end = End.INTERRUPTED;
            } else if (!step()) {
                break;
            }
        }
        return new Minimum(x.clone(), value, projectedGradient(), iterations, evaluations, end);
    }

    /** One iteration; false where the point stays as it is, because it is optimal or rounding allows no better. */
    public boolean step() {
        if (!Double.isFinite(value) || !directions.find(x, gradient, direction)) {
            return false;
        }
        System.arraycopy(x, 0, from, 0, x.length);
        System.arraycopy(gradient, 0, fromGradient, 0, x.length);
        double valueBefore = value;
        double descent = dot(gradient, direction);
        double length = Math.sqrt(dot(direction, direction));
        double first = directions.isFirst() ? Math.min(1, 1 / length) : 1;
        double t = descent < 0 ? search.search(value, descent, first, directions.farthest(x, direction)) : 0;
        if (t > 0) {
            iterations++;
            directions.learn(x, from, gradient, fromGradient);
            return true;
        }
        System.arraycopy(from, 0, x, 0, x.length);
        System.arraycopy(fromGradient, 0, gradient, 0, x.length);
        value = valueBefore;
        if (directions.isFirst()) {
            return false;
        }
        directions.forget(1); // what was learnt misleads: again from the gradient alone
        return step();
    }

    private void evaluate() {
        value = function.value(x, gradient);
        evaluations++;
    }

    /** The current point. Read only. */
    public double[] point() {
        return x;
    }

    /** The function there. */
    public double value() {
        return value;
    }

    /** Largest entry of P(x - gradient) - x, which is 0 at an optimum only. */
    public double projectedGradient() {
        return directions.projectedGradient(x, gradient);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** The function along the direction. */
    private final class Along implements WolfeSearch.Line {
        @Override
        public void go(double t) {
            Arrays.setAll(x, j -> directions.inside(from[j] + t * direction[j], j));
            evaluate();
            slope = dot(gradient, direction);
        }

        @Override
        public double value() {
            return value;
        }

        @Override
        public double slope() {
            return slope;
        }
    }
}
