package org.fenchel.cli.linear;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.cli.use.Models;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.problem.Solution;

/** A start from an earlier model: its weights in the data's units, by names of features, brought to the new scaling. */
final class WarmStart {
    private WarmStart() {}

    /**
     * The starting point.
     *
     * @throws InvalidInput if the file holds no model of the same task and classes
     */
    static Solution.Linear of(Path file, Task task, Encoding encoding, TargetEncoding target) {
        TrainedLinear model = Models.read(file, TrainedLinear.class);
        if (Task.of(model.linear().loss()) != task) {
            throw InvalidInput.at(
                    file.toString(),
                    0,
                    0,
                    "it is a " + Task.of(model.linear().loss()) + " model, which is no start for a " + task + " one",
                    "leave --warm-start out");
        }
        if (!model.target().equals(target)) {
            throw InvalidInput.at(
                    file.toString(), 0, 0, "its classes are not those of the data", "choose --positive as there");
        }
        Solution.Linear original = model.original();
        Map<String, Double> known = new HashMap<>();
        List<String> names = model.featureNames();
        for (int j = 0; j < names.size(); j++) {
            known.put(names.get(j), original.weights()[j]);
        }
        double[] weights = new double[encoding.d()];
        double intercept = original.intercept();
        List<String> features = encoding.featureNames();
        for (int j = 0; j < weights.length; j++) {
            double weight = known.getOrDefault(features.get(j), 0.0);
            intercept += weight * encoding.shift(j);
            // A feature that is constant now is 0 whatever its weight.
            weights[j] = Double.isInfinite(encoding.divisor(j)) ? 0 : weight * encoding.divisor(j);
        }
        return new Solution.Linear(weights, intercept);
    }
}
