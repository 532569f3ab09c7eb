package org.fenchel.solver.oracle;

/**
 * The vectors of |x|_1 at most the radius. Cost: one pass.
 *
 * @param radius positive
 */
public record L1Ball(double radius) implements LinearOracle<double[]> {
    @Override
    public Answer least(double[] g) {
        int best = 0;
        for (int j = 1; j < g.length; j++) {
            best = Math.abs(g[j]) > Math.abs(g[best]) ? j : best;
        }
        double value = -radius * Math.abs(g[best]);
        return new Answer(new Vertex.Coordinate(best, g[best] > 0 ? -radius : radius), value, value);
    }
}
