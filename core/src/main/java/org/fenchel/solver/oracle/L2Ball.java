package org.fenchel.solver.oracle;

import org.fenchel.kernel.Vectors;

/**
 * The vectors of |x|_2 at most the radius. Cost: two passes.
 *
 * @param radius positive
 */
public record L2Ball(double radius) implements LinearOracle<double[]> {
    @Override
    public Answer least(double[] g) {
        double norm = Math.sqrt(Vectors.dot(g.length, g, 0, g, 0));
        if (norm == 0) {
            return new Answer(new Vertex.Zero(), 0, 0);
        }
        double[] x = new double[g.length];
        Vectors.axpy(g.length, -radius / norm, g, 0, x, 0);
        return new Answer(new Vertex.Dense(x), -radius * norm, -radius * norm);
    }
}
