package org.fenchel.solver.oracle;

/**
 * The vectors whose entries are at most the radius. Cost: one pass.
 *
 * @param radius positive
 */
public record LInfinityBall(double radius) implements LinearOracle<double[]> {
    @Override
    public Answer least(double[] g) {
        double[] x = new double[g.length];
        double sum = 0;
        for (int j = 0; j < g.length; j++) {
            x[j] = g[j] > 0 ? -radius : radius;
            sum += Math.abs(g[j]);
        }
        return new Answer(new Vertex.Dense(x), -radius * sum, -radius * sum);
    }
}
