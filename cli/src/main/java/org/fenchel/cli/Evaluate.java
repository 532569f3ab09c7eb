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

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    @Mixin
    private ReadOptions read = new ReadOptions();

    @Override
    public Integer call() {
        TrainedModel trained = Models.read(model);
        Examples examples = ModelData.read(spec, data, read, trained);
        Scoring scoring = Scoring.of(trained, examples, target);
        Task task = Task.of(trained.linear().loss());
        List<Metrics.Named> metrics = Metrics.of(task.metrics(trained.linear().loss()), scoring.scored(), seed);
        warn(scoring);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(
                    out,
                    new JsonObject()
                            .put("model", model.toString())
                            .put("data", data)
                            .put("task", task.toString())
                            .put("n", scoring.scored().n())
                            .put("metrics", Json.metrics(metrics)));
        } else {
            out.println(task + " model " + model + " on " + data + ": "
                    + Numbers.count(scoring.scored().n(), "row"));
            out.println();
            Metrics.table(metrics).print(out, "  ");
        }
        out.flush();
        return Exit.OK;
    }

    private void warn(Scoring scoring) {
        PrintWriter err = spec.commandLine().getErr();
        if (scoring.encoded().unseen().any()) {
            err.println(OneLine.of("warning: " + scoring.encoded().unseen().words()));
        }
        if (scoring.clipped() > 0) {
            err.println("warning: " + Clipped.words(scoring.clipped()));
        }
        err.flush();
    }
}
