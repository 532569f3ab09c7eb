package org.fenchel.cli.linear;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.console.TextTable;
import org.fenchel.inference.Coefficient;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.StandardErrors;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.problem.Solution;

/** Weights in the data's units with standard errors, tests and intervals. */
final class CoefficientTable {
    private CoefficientTable() {}

    /** Prints all weights. */
    static void all(TrainedLinear model, PrintWriter out) {
        print(model, IntStream.range(0, model.featureNames().size()).boxed().toList(), out);
    }

    /** Prints these weights and the intercept. */
    static void print(TrainedLinear model, List<Integer> shown, PrintWriter out) {
        StandardErrors errors = errors(model);
        Solution.Linear original = model.original();
        TextTable table = new TextTable(
                "feature",
                "weight",
                "std. error",
                Double.isInfinite(errors.degrees()) ? "z" : "t",
                "p-value",
                "95 % interval");
        for (int j : shown) {
            table.add(cells(OneLine.of(model.featureNames().get(j)), errors.weight(j, original.weights()[j])));
        }
        if (errors.intercept() > 0) {
            table.add(cells("(intercept)", errors.intercept(original.intercept())));
        }
        table.print(out, "  ");
    }

    private static String[] cells(String name, Coefficient weight) {
        return new String[] {
            name,
            Numbers.of(weight.estimate()),
            Numbers.digits(weight.standardError(), 4),
            Numbers.digits(weight.statistic(), 4),
            weight.pValue() < 1e-4 ? Numbers.small(weight.pValue()) : Numbers.digits(weight.pValue(), 2),
            Numbers.digits(weight.low(), 4) + " .. " + Numbers.digits(weight.high(), 4)
        };
    }

    /** Puts all weights into an object, as {@code coefficients}. */
    static void put(TrainedLinear model, JsonObject json) {
        StandardErrors errors = errors(model);
        Solution.Linear original = model.original();
        List<JsonObject> coefficients = new ArrayList<>();
        for (int j = 0; j < original.weights().length; j++) {
            coefficients.add(object(model.featureNames().get(j), errors.weight(j, original.weights()[j])));
        }
        if (errors.intercept() > 0) {
            coefficients.add(object("(intercept)", errors.intercept(original.intercept())));
        }
        json.put(
                "standardErrors",
                new JsonObject()
                        .put("estimator", errors.estimatorName())
                        .put("degreesOfFreedom", Json.number(errors.degrees()))
                        .put("coefficients", coefficients));
    }

    private static JsonObject object(String name, Coefficient weight) {
        return new JsonObject()
                .put("feature", name)
                .put("weight", Json.number(weight.estimate()))
                .put("standardError", Json.number(weight.standardError()))
                .put("statistic", Json.number(weight.statistic()))
                .put("pValue", Json.number(weight.pValue()))
                .put("low", Json.number(weight.low()))
                .put("high", Json.number(weight.high()));
    }

    private static StandardErrors errors(TrainedLinear model) {
        return Objects.requireNonNull(model.errors());
    }
}
