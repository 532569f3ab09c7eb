package org.fenchel.solver.oracle;

/**
 * Minimises linear functions over a convex set.
 *
 * @param <G> how a linear function is given: its coefficients, or a matrix known by its products
 */
public interface LinearOracle<G> {
    /** A point of the set where {@code <g, x>} is least, nearly where the set is of matrices. */
    Answer least(G g);

    /**
     * What an oracle says.
     *
     * @param vertex the point
     * @param value {@code <g, vertex>}
     * @param bound from below of {@code <g, x>} over the set: the value itself where that is exact
     */
    record Answer(Vertex vertex, double value, double bound) {}
}
