package org.fenchel.problem;

/** A proof of how far from optimal a solution is. */
public sealed interface Certificate {
    /** The objective at the solution. */
    double primal();

    /** No point has an objective lower than the solution's by more than this; {@code +infinity} where nothing is proven. */
    double bound();

    /** {@code bound / max(1, |primal|)}, the number every stop rule and report uses. */
    double relativeGap();

    /**
     * Primal and dual objective.
     *
     * @param primal the objective at the solution
     * @param dual a lower bound of the objective, over all points when {@code radius} is infinite, else over the points whose
     *     weights have a Euclidean norm of at most {@code radius}
     * @param radius the ball for which the bound holds; {@code +infinity} for all points
     */
    record DualityGap(double primal, double dual, double radius) implements Certificate {
        @Override
        public double bound() {
            return Math.max(0, primal - dual);
        }

        @Override
        public double relativeGap() {
            return bound() / Math.max(1, Math.abs(primal));
        }
    }

    /**
     * How nearly the gradient vanishes, for objectives that are not convex: a solution it vanishes at may be a local minimum, or none.
     * Says nothing of how far the objective is from its lowest value.
     *
     * @param primal the objective at the solution
     * @param gradientNorm Euclidean norm of its gradient there
     */
    record Stationarity(double primal, double gradientNorm) implements Certificate {
        @Override
        public double bound() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double relativeGap() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** Nothing is known (yet); {@code why} says it in words. */
    record None(double primal, String why) implements Certificate {
        @Override
        public double bound() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double relativeGap() {
            return Double.POSITIVE_INFINITY;
        }
    }
}
