package org.fenchel.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how well a model predicts rows whose targets are known. */
@Command(
        name = "evaluate",
        header = "Measure a saved model on data with known targets, with 95 %% bootstrap intervals.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Evaluate implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model saved by train --out.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "DATA",
            description = "A CSV or LIBSVM file, plain or gzip, or a known data set.")
    private String data = "";

    @Option(
            names = {"--target", "-t"},
            paramLabel = "COL",
            description = "The target's column (default: as in training).")
    private @Nullable String target;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "The intervals follow from it (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--calibration",
            paramLabel = "N",
            defaultValue = "10",
            description = {
                "Groups of the table of predicted against observed means, for logistic and poisson models;",
                "0 for no table (default: ${DEFAULT-VALUE})."
            })
    private int groups;

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    @Mixin
    private ReadOptions read = new ReadOptions();

    @Override
    public Integer call() {
        if (groups < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--calibration is " + groups + "; give a number of groups, such as 10, or 0 for no table");
        }
        TrainedModel trained = Models.read(model);
        Examples examples = ModelData.read(spec, data, read, trained);
        Scoring scoring = Scoring.of(trained, examples, target);
        Task task = Task.of(trained.linear().loss());
        List<Metrics.Named> metrics = Metrics.of(task.metrics(trained.linear().loss()), scoring.scored(), seed);
        CalibrationTable calibration = groups == 0 || !task.predictsMeans()
                ? null
                : CalibrationTable.of(task, scoring.scored(), Exposure.column(trained) != null, groups);
        warn(scoring);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonObject object = new JsonObject()
                    .put("model", model.toString())
                    .put("data", data)
                    .put("task", task.toString())
                    .put("n", scoring.scored().n())
                    .put("metrics", Json.metrics(metrics));
            Json.print(out, calibration == null ? object : object.put("calibration", calibration.json()));
        } else {
            out.println(task + " model " + model + " on " + data + ": "
                    + Numbers.count(scoring.scored().n(), "row"));
            out.println();
            Metrics.table(metrics).print(out, "  ");
            if (calibration != null) {
                out.println();
                calibration.print(out);
            }
        }
        out.flush();
        return Exit.OK;
    }

    private void warn(Scoring scoring) {
        PrintWriter err = spec.commandLine().getErr();
        for (String warning : ScoringWarnings.of(scoring)) {
            err.println(OneLine.of("warning: " + warning));
        }
        err.flush();
    }
}
