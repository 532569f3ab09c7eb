package org.fenchel.cli.multinomial;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.cli.use.Models;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.problem.Solution;

/** A start from an earlier model of several classes: its weights in the data's units, by names of features, in the new scaling. */
final class MultinomialWarmStart {
    private MultinomialWarmStart() {}

    /**
     * The starting point.
     *
     * @throws InvalidInput if the file holds no model of the same classes
     */
    static Solution.MultiLinear of(Path file, Encoding encoding, SeveralClasses classes) {
        TrainedMultinomial model = Models.read(file, TrainedMultinomial.class);
        if (!model.target().equals(classes)) {
            throw InvalidInput.at(
                    file.toString(), 0, 0, "its classes are not those of the data", "leave --warm-start out");
        }
        int k = classes.count();
        Solution.MultiLinear original = model.original();
        Map<String, Integer> known = new HashMap<>();
        List<String> names = model.featureNames();
        for (int j = 0; j < names.size(); j++) {
            known.put(names.get(j), j);
        }
        List<String> features = encoding.featureNames();
        double[] weights = new double[Math.multiplyExact(encoding.d(), k)];
        double[] intercepts = original.intercepts().clone();
        for (int j = 0; j < features.size(); j++) {
            Integer from = known.get(features.get(j));
            for (int c = 0; c < k && from != null; c++) {
                double weight = original.weights()[from * k + c];
                intercepts[c] += weight * encoding.shift(j);
                // A feature that is constant now is 0 whatever its weight.
                weights[j * k + c] = Double.isInfinite(encoding.divisor(j)) ? 0 : weight * encoding.divisor(j);
            }
        }
        return new Solution.MultiLinear(weights, intercepts);
    }
}
