package org.fenchel.solver.lowrank;

import org.fenchel.data.InvalidInput;

/** What all methods with inexact prox-mappings ask of their parameters. */
final class InnerAccuracy {
    private InnerAccuracy() {}

    static void check(int calls, double accuracy) {
        if (calls < 0) {
            throw InvalidInput.of("calls=" + calls, "give 1 or more, or 0 for the decaying accuracy");
        }
        if (!(accuracy > 0) || Double.isInfinite(accuracy)) {
            throw InvalidInput.of("accuracy=" + accuracy, "give a positive number, such as 1");
        }
    }
}
