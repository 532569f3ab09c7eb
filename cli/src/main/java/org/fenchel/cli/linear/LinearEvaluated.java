package org.fenchel.cli.linear;

import java.io.PrintWriter;
import java.util.List;
import org.fenchel.cli.console.Metrics;
import org.fenchel.cli.use.EvaluateOptions;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.ScalarModel;
import org.jspecify.annotations.Nullable;

/**
 * How well a linear model predicts.
 *
 * @param calibration null where none was asked for, or the model predicts no means
 */
public record LinearEvaluated(
        Task purpose,
        LinearScoring scoring,
        List<Metrics.Named> metrics,
        @Nullable CalibrationTable calibration) implements Evaluated {
    /** Computes the metrics. */
    public static LinearEvaluated of(ScalarModel model, LinearScoring scoring, EvaluateOptions options) {
        Task task = Task.of(model.loss());
        List<Metrics.Named> metrics = Metrics.of(task.metrics(model.loss()), scoring.scored(), options.seed);
        CalibrationTable calibration = options.groups == 0 || !task.predictsMeans()
                ? null
                : CalibrationTable.of(task, scoring.scored(), Exposure.column(model) != null, options.groups);
        return new LinearEvaluated(task, scoring, metrics, calibration);
    }

    @Override
    public String task() {
        return purpose.toString();
    }

    @Override
    public int n() {
        return scoring.scored().n();
    }

    @Override
    public List<String> warnings() {
        return LinearScoringWarnings.of(scoring);
    }

    @Override
    public void printTables(PrintWriter out) {
        if (calibration != null) {
            out.println();
            calibration.print(out);
        }
    }

    @Override
    public void putTables(JsonObject json) {
        if (calibration != null) {
            json.put("calibration", calibration.json());
        }
    }
}
