package org.fenchel.cli.factorization;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fenchel.cli.use.Models;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.model.TrainedFactorization;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution.Factorized;

/** A start from an earlier machine, by names of features; those it does not know get small random vectors. */
final class FactorizationStart {
    private static final double DEVIATION = 0.01;

    private FactorizationStart() {}

    /**
     * The starting point.
     *
     * @throws InvalidInput if the file holds no factorization machine of the same targets
     */
    static Factorized of(Path file, Encoding encoding, TargetEncoding target) {
        TrainedFactorization model = Models.read(file, TrainedFactorization.class);
        if (!model.target().equals(target)) {
            throw InvalidInput.at(
                    file.toString(),
                    0,
                    0,
                    "its targets are not those of the data",
                    "choose --task and --positive as there");
        }
        Factors known = model.machine().factors();
        Map<String, Integer> numbers = new HashMap<>();
        List<String> names = model.machine().featureNames();
        for (int j = 0; j < names.size(); j++) {
            numbers.put(names.get(j), j);
        }
        Factors factors = Factors.zero(encoding.d(), known.rank(), false);
        SplittableRandom random = new SplittableRandom(1);
        List<String> features = encoding.featureNames();
        for (int j = 0; j < encoding.d(); j++) {
            Integer old = numbers.get(features.get(j));
            factors.setWeight(j, old == null ? 0 : known.weight(old));
            for (int f = 0; f < known.rank(); f++) {
                factors.setFactor(j, f, old == null ? DEVIATION * random.nextGaussian() : known.factor(old, f));
            }
        }
        return new Factorized(factors, model.machine().intercept());
    }
}
