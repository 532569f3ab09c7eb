package org.fenchel.solver.factorization;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution.Factorized;
import org.jspecify.annotations.Nullable;

/** Where fits begin: at random vectors, for small ones pull one another nowhere, or at a machine fitted before. */
final class Starts {
    private Starts() {}

    /**
     * The first parameters, the caller's own. Features beyond those of an earlier machine are new and start at random, so a machine
     * can grow.
     *
     * @param deviation of the normal numbers that vectors start from; weights start at 0
     * @throws InvalidInput if the earlier machine has more features or another number of factors
     */
    static Factors of(
            FactorizationFit problem, @Nullable Factorized start, double deviation, boolean single, long seed) {
        return of(problem, 0, start, deviation, single, seed);
    }

    /**
     * The same with room for features behind those of the problem.
     *
     * @param room so many
     */
    static Factors of(
            FactorizationFit problem,
            int room,
            @Nullable Factorized start,
            double deviation,
            boolean single,
            long seed) {
        Factors factors = Factors.zero(Math.addExact(problem.d(), room), problem.rank(), single);
        int known = start == null ? 0 : copy(start.factors(), factors.first(problem.d()));
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int j = known; j < problem.d(); j++) {
            for (int f = 0; f < problem.rank(); f++) {
                factors.setFactor(j, f, deviation * normal.sample());
            }
        }
        return factors;
    }

    /** Copies what was learned before; how many features that knew. */
    private static int copy(Factors from, Factors to) {
        if (from.features() > to.features() || from.rank() != to.rank()) {
            throw InvalidInput.of(
                    "the start has " + from.features() + " features with " + from.rank() + " factors, the problem "
                            + to.features() + " with " + to.rank(),
                    "start from a model with the same factors whose features all are known");
        }
        for (int j = 0; j < from.features(); j++) {
            to.setWeight(j, from.weight(j));
            for (int f = 0; f < from.rank(); f++) {
                to.setFactor(j, f, from.factor(j, f));
            }
        }
        return from.features();
    }
}
