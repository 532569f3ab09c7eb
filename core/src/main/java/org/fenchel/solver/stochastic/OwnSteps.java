package org.fenchel.solver.stochastic;

import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;

/** The prox of a penalty where each weight has a step size of its own. */
interface OwnSteps {
    /**
     * Moves the weights.
     *
     * @param steps one for each weight
     */
    void prox(double[] weights, double[] steps);

    /** Whether there is one. */
    static boolean isKnown(Penalty penalty) {
        return penalty instanceof Separable || penalty instanceof GroupL2;
    }

    /** That of a known penalty. */
    static OwnSteps of(Penalty penalty) {
        if (penalty instanceof GroupL2 groups) {
            return (weights, steps) -> groups.prox(weights, steps, weights);
        }
        Separable separable = (Separable) penalty;
        return (weights, steps) -> {
            for (int j = 0; j < weights.length; j++) {
                weights[j] = separable.prox(weights[j], steps[j]);
            }
        };
    }
}
