package org.fenchel.cli.use;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Metrics;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.data.ReadOptions;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedModel;
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
public final class Evaluate implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model saved by train --out.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "DATA",
            description = "A CSV, LIBSVM or IDX file, plain or gzip, a folder of pictures, or a known data set.")
    private String data = "";

    @Mixin
    private EvaluateOptions options = new EvaluateOptions();

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    @Mixin
    private ReadOptions read = new ReadOptions();

    @Override
    public Integer call() {
        Usage.of(spec, () -> {
            options.check();
            return true;
        });
        print(evaluated(Models.read(model)));
        return Exit.OK;
    }

    private <M extends TrainedModel> Evaluated evaluated(M trained) {
        return ModelUses.of(trained).evaluate(trained, new GivenData(spec, data, read, List.of()), options);
    }

    private void print(Evaluated evaluated) {
        PrintWriter err = spec.commandLine().getErr();
        for (String warning : evaluated.warnings()) {
            err.println(OneLine.of("warning: " + warning));
        }
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonObject object = new JsonObject()
                    .put("model", model.toString())
                    .put("data", data)
                    .put("task", evaluated.task())
                    .put("n", evaluated.n())
                    .put("metrics", Json.metrics(evaluated.metrics()));
            evaluated.putTables(object);
            Json.print(out, object);
        } else {
            out.println(evaluated.task() + " model " + model + " on " + data + ": " + evaluated.size());
            out.println();
            Metrics.table(evaluated.metrics()).print(out, "  ");
            evaluated.printTables(out);
        }
        out.flush();
    }
}
