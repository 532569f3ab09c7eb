package org.fenchel.cli.multinomial;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.DataWords;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.use.InspectOptions;
import org.fenchel.cli.use.Inspected;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.problem.Solution;

/** What is to be seen in a model of several classes: the classes, and the weights of each. */
record MultinomialInspected(TrainedMultinomial model, InspectOptions options) implements Inspected {
    @Override
    public String task() {
        return MultinomialUse.TASK;
    }

    @Override
    public String size() {
        return Numbers.count(model.featureNames().size(), "feature") + ", "
                + Numbers.count(model.target().count()) + " classes";
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(
                List.of("the classes are " + String.join(", ", model.target().labels())));
        DataWords.references(model.encoding()).ifPresent(notes::add);
        return notes;
    }

    @Override
    public void printParameters(PrintWriter out) {
        ClassWeightTable.print(model, options.shown(ClassWeightTable.sizes(model)), out);
    }

    @Override
    public void putFacts(JsonObject json) {
        json.put("scale", model.encoding().scale().toString())
                .put("classes", model.target().labels());
        if (model.encoding() instanceof TableEncoding table) {
            json.put("target", table.roles().target());
        }
        DataWords.put(model.encoding(), json);
    }

    @Override
    public void putParameters(JsonObject json) {
        Solution.MultiLinear original = model.original();
        double[] fitted = model.linear().weights();
        int classes = model.target().count();
        List<JsonObject> weights = new ArrayList<>();
        for (int j : options.shown(ClassWeightTable.sizes(model))) {
            weights.add(new JsonObject()
                    .put("feature", model.featureNames().get(j))
                    .put("fitted", numbers(fitted, j * classes, classes))
                    .put("original", numbers(original.weights(), j * classes, classes)));
        }
        json.put(
                        "intercept",
                        new JsonObject()
                                .put("fitted", numbers(model.linear().intercepts(), 0, classes))
                                .put("original", numbers(original.intercepts(), 0, classes)))
                .put("weights", weights);
    }

    private static List<Object> numbers(double[] values, int from, int count) {
        List<Object> numbers = new ArrayList<>();
        for (int k = from; k < from + count; k++) {
            numbers.add(Json.number(values[k]));
        }
        return numbers;
    }
}
