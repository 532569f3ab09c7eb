package org.fenchel.cli.linear;

import java.util.List;
import org.fenchel.cli.console.Json;
import org.fenchel.io.json.JsonObject;
import org.fenchel.solver.planner.Plan;
import org.fenchel.solver.planner.Spectrum;

/** How the method was chosen, as programs read it. */
public final class PlanJson {
    private PlanJson() {}

    public static JsonObject of(Plan plan) {
        List<JsonObject> methods = plan.candidates().stream()
                .map(candidate -> new JsonObject()
                        .put("solver", SolverChoice.words(candidate.method()))
                        .put("seconds", Json.number(candidate.estimate().seconds()))
                        .put("lowerBound", candidate.estimate().lowerBound())
                        .put("why", candidate.estimate().why()))
                .toList();
        List<JsonObject> refused = plan.refusals().stream()
                .map(refusal -> new JsonObject()
                        .put("solver", SolverChoice.words(refusal.method()))
                        .put("why", refusal.why()))
                .toList();
        return new JsonObject()
                .put("n", plan.n())
                .put("d", plan.d())
                .put("margins", plan.margins())
                .put("density", plan.density())
                .put("accuracy", plan.accuracy())
                .put(
                        "chosen",
                        Json.orNull(plan.chosen().map(SolverChoice::words).orElse(null)))
                .put(
                        "condition",
                        Json.orNull(plan.spectrum()
                                .map(Spectrum::condition)
                                .map(Json::number)
                                .orElse(null)))
                .put("methods", methods)
                .put("refused", refused);
    }
}
