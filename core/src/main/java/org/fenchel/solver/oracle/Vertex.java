package org.fenchel.solver.oracle;

/** A point that an oracle answers with: structure, not an array of zeros. */
public sealed interface Vertex {
    /** The origin. */
    record Zero() implements Vertex {}

    /**
     * One entry, the others 0.
     *
     * @param index of the entry
     */
    record Coordinate(int index, double value) implements Vertex {}

    /** A vector without zeros to speak of. */
    record Dense(double[] x) implements Vertex {}

    /**
     * The matrix value left right'.
     *
     * @param left of Euclidean norm 1
     * @param right of Euclidean norm 1
     */
    record RankOne(double value, double[] left, double[] right) implements Vertex {}
}
