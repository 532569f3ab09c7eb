package org.fenchel.solver.lowrank;

/** What a run has asked of its oracle of leading singular pairs. */
public interface OracleCounts {
    /** Calls of the oracle so far. */
    long oracleCalls();

    /** Products of the matrices it was asked about, or their transposes, with single vectors. */
    long products();
}
