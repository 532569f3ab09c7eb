package org.fenchel.solver.newton;

/** How long the steps of Newton's method are. */
public enum Damping {
    /** Searched for, from 1; for identity-link counts never below what self-concordance allows. */
    SEARCH,
    /** 1 / (1 + delta), delta the decrement of the objective made self-concordant: no search, no domain to leave. */
    SELF_CONCORDANT
}
