package org.fenchel.cli.linear;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.DataWords;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.use.InspectOptions;
import org.fenchel.cli.use.Inspected;
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
        List<String> notes = new ArrayList<>();
        if (model.target() instanceof TargetEncoding.TwoClasses classes) {
            notes.add(classes.positive() + " is positive, " + classes.negative() + " negative");
        }
        DataWords.references(model.encoding()).ifPresent(notes::add);
        return notes;
    }

    @Override
    public void printParameters(PrintWriter out) {
        List<Integer> shown = options.shown(model.linear().weights());
        if (model.errors() == null) {
            WeightTable.print(model, shown, out);
        } else {
            out.println("Weights in data units, with " + model.errors().estimatorName() + " standard errors:");
            CoefficientTable.print(model, shown, out);
        }
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
        DataWords.put(model.encoding(), json);
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
        if (model.errors() != null) {
            CoefficientTable.put(model, json);
        }
    }

    private static JsonObject pair(double fitted, double original) {
        return new JsonObject().put("fitted", Json.number(fitted)).put("original", Json.number(original));
    }
}
