package org.fenchel.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.problem.Solution;

/** What is to be seen in a linear model: its classes and its weights. */
record LinearInspected(TrainedLinear model, InspectOptions options) implements Inspected {
    @Override
    public String task() {
        return Task.of(model.linear().loss()).toString();
    }

    @Override
    public String size() {
        return Numbers.count(model.featureNames().size(), "feature");
    }

    @Override
    public List<String> notes() {
        return model.target() instanceof TargetEncoding.TwoClasses classes
                ? List.of(classes.positive() + " is positive, " + classes.negative() + " negative")
                : List.of();
    }

    @Override
    public void printParameters(PrintWriter out) {
        WeightTable.print(model, options.shown(model.linear().weights()), out);
    }

    @Override
    public void putFacts(JsonObject json) {
        json.put("scale", model.encoding().scale().toString());
        if (model.target() instanceof TargetEncoding.TwoClasses classes) {
            json.put("positive", classes.positive()).put("negative", classes.negative());
        }
        if (model.encoding() instanceof TableEncoding table) {
            json.put("target", table.roles().target());
        }
    }

    @Override
    public void putParameters(JsonObject json) {
        Solution.Linear original = model.original();
        double[] fitted = model.linear().weights();
        List<JsonObject> weights = new ArrayList<>();
        for (int j : options.shown(fitted)) {
            JsonObject weight =
                    new JsonObject().put("feature", model.featureNames().get(j));
            pair(fitted[j], original.weights()[j]).fields().forEach(weight::put);
            weights.add(weight);
        }
        json.put("intercept", pair(model.linear().intercept(), original.intercept()))
                .put("weights", weights);
    }

    private static JsonObject pair(double fitted, double original) {
        return new JsonObject().put("fitted", Json.number(fitted)).put("original", Json.number(original));
    }
}
