package org.fenchel.solver.quasinewton;

import org.fenchel.data.InvalidInput;

/** The number of steps that are remembered. */
final class MemorySize {
    private static final int MOST = 1000;

    private MemorySize() {}

    static void check(int memory) {
        if (memory < 1 || memory > MOST) {
            throw InvalidInput.of("memory=" + memory + " steps", "give 1 to " + MOST);
        }
    }
}
