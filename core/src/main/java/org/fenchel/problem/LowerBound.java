package org.fenchel.problem;

/** A lower bound of an objective and the radius of the ball it holds on. */
record LowerBound(double value, double radius) {
    /** Nothing is known. */
    static final LowerBound NONE = new LowerBound(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * The one to keep: a bound that holds everywhere is preferred, unless it is worse by far: it then says next to nothing.
     *
     * @param other its value is NaN where derivatives overflowed, next to the border of a domain
     * @param primal the objective
     */
    LowerBound orBetter(LowerBound other, double primal) {
        if (Double.isNaN(other.value)) {
            return this;
        }
        if (radius == other.radius) {
            return value >= other.value ? this : other;
        }
        LowerBound everywhere = radius > other.radius ? this : other;
        LowerBound ball = radius > other.radius ? other : this;
        return primal - everywhere.value <= 1e3 * (primal - ball.value) ? everywhere : ball;
    }

    /** With the objective, a certificate. */
    Certificate certificate(double primal) {
        return value == Double.NEGATIVE_INFINITY
                ? new Certificate.None(primal, "no feasible dual point is known")
                : new Certificate.DualityGap(primal, value, radius);
    }
}
