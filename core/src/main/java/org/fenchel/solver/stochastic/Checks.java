package org.fenchel.solver.stochastic;

import org.fenchel.data.InvalidInput;

/** Checks of parameters that several methods have. */
final class Checks {
    private Checks() {}

    static void batch(int batch) {
        if (batch < 0) {
            throw InvalidInput.of("batch=" + batch + " is negative", "give the rows of a step, or 0 for all rows");
        }
    }

    static void step(double step) {
        if (!(step >= 0) || step > 1e12) {
            throw InvalidInput.of(
                    "step=" + step + " is no step size", "give one up to 1e12, or 0 to let the method choose");
        }
    }

    static void positiveStep(double step) {
        if (!(step > 0) || step > 1e12) {
            throw InvalidInput.of("step=" + step + " is no step size", "give a positive one up to 1e12");
        }
    }
}
