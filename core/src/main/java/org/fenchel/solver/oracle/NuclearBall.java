package org.fenchel.solver.oracle;

import org.fenchel.kernel.LinearMap;

/**
 * The matrices of ||x||_* at most the radius: minus the radius times the leading singular pair, by Lanczos' method. The bound fails with a probability of at
 * most 1e-12.
 *
 * @param radius positive
 * @param steps of Lanczos' method: as many products with the matrix, and with its transpose, at most
 * @param seed of the random starts
 */
public record NuclearBall(double radius, int steps, long seed) implements LinearOracle<LinearMap> {
    @Override
    public Answer least(LinearMap g) {
        return new NuclearCone(radius, 0, steps, seed).least(g);
    }
}
