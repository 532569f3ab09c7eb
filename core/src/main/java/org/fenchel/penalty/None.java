package org.fenchel.penalty;

/** No penalty: r = 0. Its conjugate is 0 at the origin and infinite elsewhere. */
public record None() implements Separable {}
