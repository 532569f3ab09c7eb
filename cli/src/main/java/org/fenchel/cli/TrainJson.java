package org.fenchel.cli;

import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.json.JsonObject;
import org.fenchel.run.Trace;

/** What a training run prints for programs. */
final class TrainJson {
    private TrainJson() {}

    static JsonObject of(TrainOutcome outcome) {
        TrainPlan plan = outcome.plan();
        Trace trace = outcome.fit().trace();
        JsonObject json = new JsonObject()
                .put(
                        "model",
                        Json.orNull(
                                plan.output().out == null
                                        ? null
                                        : plan.output().out.toString()))
                .put("task", plan.task().toString())
                .put("data", plan.data())
                .put("loss", outcome.model().training().loss())
                .put("penalty", PenaltyChoice.words(plan.penalty()))
                .put("intercept", plan.intercept())
                .put("solver", outcome.model().training().solver())
                .put("seed", plan.seed());
        if (outcome.data().target() instanceof TargetEncoding.TwoClasses classes) {
            json.put("positive", classes.positive()).put("negative", classes.negative());
        }
        json.put("n", outcome.problem().n()).put("d", outcome.problem().d());
        Json.putCertificate(json, outcome.fit().certificate())
                .put("passes", Json.number(trace.last().passes()))
                .put("stop", Json.name(trace.reason()))
                .put(
                        "seconds",
                        new JsonObject()
                                .put("read", outcome.seconds().read())
                                .put("fit", outcome.seconds().fit())
                                .put("write", outcome.seconds().write()));
        if (outcome.test() != null) {
            json.put(
                    "test",
                    new JsonObject()
                            .put("n", outcome.test().scored().n())
                            .put(
                                    "metrics",
                                    Json.metrics(Metrics.of(
                                            plan.task().metrics(plan.loss()),
                                            outcome.test().scored(),
                                            plan.seed()))));
        }
        return json.put("trace", Json.trace(trace));
    }
}
