package org.fenchel.solver.oracle;

import java.util.SplittableRandom;
import org.fenchel.kernel.Lanczos;
import org.fenchel.kernel.LinearMap;

/**
 * The cone {@code ||x||_* <= v}, cut off at {@code v <= radius}: the least of {@code <g, x> + weight v} is 0 where the leading singular value sigma of g is at
 * most the weight, and radius (weight - sigma) otherwise. The bound fails with a probability of at most 1e-12.
 *
 * @param radius R, positive
 * @param weight of v, 0 or more
 * @param steps of Lanczos' method: as many products with the matrix, and with its transpose, at most
 * @param seed of the random starts
 */
public record NuclearCone(double radius, double weight, int steps, long seed) implements LinearOracle<LinearMap> {
    @Override
    public Answer least(LinearMap g) {
        Lanczos.Triples found = new Lanczos(steps, 0).leading(g, new SplittableRandom(seed));
        double bound = Math.min(0, radius * (weight - new Lanczos(steps, 0).above(g, new SplittableRandom(seed))));
        if (found.count() == 0 || found.values()[0] <= weight) {
            return new Answer(new Vertex.Zero(), 0, bound);
        }
        double value = radius * (weight - found.values()[0]);
        return new Answer(new Vertex.RankOne(-radius, found.left(), found.right()), value, Math.min(value, bound));
    }
}
