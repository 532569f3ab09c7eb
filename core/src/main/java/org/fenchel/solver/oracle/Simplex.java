package org.fenchel.solver.oracle;

/**
 * The vectors without negative entries that sum to the radius. Cost: one pass.
 *
 * @param radius positive
 */
public record Simplex(double radius) implements LinearOracle<double[]> {
    @Override
    public Answer least(double[] g) {
        int best = 0;
        for (int j = 1; j < g.length; j++) {
            best = g[j] < g[best] ? j : best;
        }
        return new Answer(new Vertex.Coordinate(best, radius), radius * g[best], radius * g[best]);
    }
}
