package org.fenchel.solver.factorization;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Random numbers of the distributions that sampling needs, from one seeded stream. */
final class Draws {
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;
    private final ZigguratSampler.Exponential exponential;

    Draws(long seed) {
        random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        normal = ZigguratSampler.NormalizedGaussian.of(random);
        exponential = ZigguratSampler.Exponential.of(random);
    }

    /** From [0, 1). */
    double uniform() {
        return random.nextDouble();
    }

    /** Standard normal. */
    double normal() {
        return normal.sample();
    }

    /** Of mean 1. */
    double exponential() {
        return exponential.sample();
    }

    /** Gamma of this shape and rate 1. */
    double gamma(double shape) {
        return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
    }
}
