package org.fenchel.cli.multinomial;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Metrics;
import org.fenchel.cli.linear.CalibrationTable;
import org.fenchel.cli.use.EvaluateOptions;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.metric.ClassMetric;
import org.fenchel.metric.ClassScored;
import org.jspecify.annotations.Nullable;

/**
 * How well a model tells several classes apart.
 *
 * @param classes figures of each class, and which are taken for which
 * @param calibration null where none was asked for
 */
record MultinomialEvaluated(
        ClassScoring scoring,
        List<Metrics.Named> metrics,
        ConfusionTable classes,
        @Nullable CalibrationTable calibration)
        implements Evaluated {
    /** Computes the metrics. */
    static MultinomialEvaluated of(TrainedMultinomial model, ClassScoring scoring, EvaluateOptions options) {
        ClassScored scored = scoring.scored();
        List<Metrics.Named> metrics = Metrics.of(ClassMetric.ALL, scored, options.seed);
        return new MultinomialEvaluated(
                scoring,
                metrics,
                new ConfusionTable(model.target().labels(), scored.confusion()),
                options.groups == 0 ? null : CalibrationTable.of(scored, options.groups));
    }

    @Override
    public String task() {
        return MultinomialUse.TASK;
    }

    @Override
    public int n() {
        return scoring.scored().n();
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (scoring.encoded().unseen().any()) {
            warnings.add(scoring.encoded().unseen().words());
        }
        return warnings;
    }

    @Override
    public void printTables(PrintWriter out) {
        out.println();
        classes.print(out);
        if (calibration != null) {
            out.println();
            calibration.print(out);
        }
    }

    @Override
    public void putTables(JsonObject json) {
        classes.put(json);
        if (calibration != null) {
            json.put("calibration", calibration.json());
        }
    }
}
