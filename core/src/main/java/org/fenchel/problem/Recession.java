package org.fenchel.problem;

import org.fenchel.loss.Loss;
import org.fenchel.penalty.Penalty;

/** Finds directions in which an objective falls for ever without taking its infimum, so that it has no minimiser. */
public final class Recession {
    private static final double FAR = 1e6;

    private Recession() {}

    /** Whether the intercept alone is such a direction, as for the logistic loss with one class. */
    public static boolean alongIntercept(FiniteSum problem) {
        return problem.intercept() && (alongShift(problem, 1) || alongShift(problem, -1));
    }

    private static boolean alongShift(FiniteSum problem, double direction) {
        boolean missed = false;
        for (double y : problem.targets()) {
            if (!falls(problem.loss(), direction, y)) {
                return false;
            }
            missed |= !problem.loss().attainsInfimum(y);
        }
        return missed;
    }

    /**
     * Whether these weights are such a direction.
     *
     * @param margins x_i'b + c of all rows, offsets left out
     */
    public static boolean along(FiniteSum problem, double[] weights, double[] margins) {
        if (!(free(problem.penalty(), weights))) {
            return false;
        }
        double largest = 0;
        for (double z : margins) {
            largest = Math.max(largest, Math.abs(z));
        }
        if (largest == 0 || Double.isNaN(largest) || Double.isInfinite(largest)) {
            return false;
        }
        boolean missed = false;
        for (int i = 0; i < margins.length; i++) {
            double y = problem.targets()[i];
            if (!falls(problem.loss(), margins[i] / largest, y)) {
                return false;
            }
            missed |= margins[i] != 0 && !problem.loss().attainsInfimum(y);
        }
        return missed;
    }

    /** Whether going on in this direction never costs the row anything. */
    private static boolean falls(Loss loss, double direction, double y) {
        double far = FAR * Math.signum(direction);
        // From far to farther, not from 0: a rate of 0 is outside the domain of the identity link, infinite itself.
        return direction == 0 || Double.isFinite(loss.value(far, y)) && loss.value(2 * far, y) <= loss.value(far, y);
    }

    /** Whether the penalty leaves the weights free to grow without end in their direction. */
    static boolean free(Penalty penalty, double[] weights) {
        double[] far = weights.clone();
        for (int j = 0; j < far.length; j++) {
            far[j] *= FAR;
        }
        return penalty.value(far) == 0;
    }
}
