package org.fenchel.cli.factorization;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.linear.Task;
import org.fenchel.cli.use.InspectOptions;
import org.fenchel.cli.use.Inspected;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedFactorization;

/** What is to be seen in a factorization machine: its weights and its strongest pairs. */
record FactorizationInspected(TrainedFactorization model, InspectOptions options) implements Inspected {
    private static final int PAIRS = 20;

    @Override
    public String task() {
        return "factorization machine, " + Task.of(model.loss());
    }

    @Override
    public String size() {
        return Numbers.count(model.machine().featureNames().size(), "feature") + ", "
                + Numbers.count(model.machine().rank(), "factor");
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (model.target() instanceof TargetEncoding.TwoClasses classes) {
            notes.add(classes.positive() + " is positive, " + classes.negative() + " negative");
        }
        if (model.encoding() instanceof TableEncoding table) {
            FactorizationLearned.hashing(table).ifPresent(notes::add);
        }
        return notes;
    }

    private int most() {
        return options.top < 0 ? PAIRS : options.top;
    }

    @Override
    public void printParameters(PrintWriter out) {
        PairTable.largest(model.machine(), most(), out);
    }

    @Override
    public void putFacts(JsonObject json) {
        json.put("factors", model.machine().rank());
        if (model.target() instanceof TargetEncoding.TwoClasses classes) {
            json.put("positive", classes.positive()).put("negative", classes.negative());
        }
        if (model.encoding() instanceof TableEncoding table) {
            json.put("target", table.roles().target());
        }
    }

    @Override
    public void putParameters(JsonObject json) {
        double[] weights = new double[model.machine().featureNames().size()];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = model.machine().weight(j);
        }
        List<JsonObject> shown = new ArrayList<>();
        for (int j : options.shown(weights)) {
            shown.add(new JsonObject()
                    .put("feature", model.machine().featureNames().get(j))
                    .put("weight", Json.number(weights[j])));
        }
        json.put("intercept", Json.number(model.machine().intercept()))
                .put("weights", shown)
                .put("pairs", PairTable.json(model.machine(), most()));
    }
}
