package org.fenchel.cli.train;

import org.fenchel.cli.console.Json;
import org.fenchel.cli.select.SelectedReport;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.Training;
import org.fenchel.run.Trace;

/** What a training run prints for programs. */
final class TrainJson {
    private TrainJson() {}

    static JsonObject of(TrainOutcome outcome) {
        TrainPlan plan = outcome.plan();
        Learned<?> learned = outcome.learned();
        Trace trace = learned.trace();
        Training training = learned.model().training();
        JsonObject json = new JsonObject()
                .put(
                        "model",
                        Json.orNull(
                                plan.output().out == null
                                        ? null
                                        : plan.output().out.toString()))
                .put("task", learned.task())
                .put("data", plan.data())
                .put("loss", training.loss())
                .put("penalty", training.penalty());
        learned.putFacts(json);
        json.put("solver", training.solver())
                .put("seed", plan.seed())
                .put("n", training.provenance().rows())
                .put("d", training.provenance().features());
        Json.putCertificate(json, training.certificate())
                .put("passes", Json.number(trace.last().passes()))
                .put("stop", Json.name(trace.reason()))
                .put(
                        "seconds",
                        new JsonObject()
                                .put("read", outcome.seconds().read())
                                .put("fit", outcome.seconds().fit())
                                .put("write", outcome.seconds().write()));
        if (outcome.test() != null) {
            JsonObject test = new JsonObject()
                    .put("n", outcome.test().n())
                    .put("metrics", Json.metrics(outcome.test().metrics()));
            outcome.test().putTables(test);
            json.put("test", test);
        }
        if (learned.selected() != null) {
            json.put("selection", SelectedReport.json(learned.selected(), learned.penaltyAt()));
        }
        return json.put("trace", Json.trace(trace, learned.judged()));
    }
}
