package org.fenchel.solver;

/**
 * What a run has asked of an oracle of leading singular pairs.
 *
 * @param calls of the oracle
 * @param products of the matrices it was asked about, or of their transposes, with single vectors
 */
public record OracleWork(long calls, long products) {
    /** Of a method without an oracle. */
    public static final OracleWork NONE = new OracleWork(0, 0);
}
