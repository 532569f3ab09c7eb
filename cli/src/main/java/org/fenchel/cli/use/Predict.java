package org.fenchel.cli.use;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.AtomicOutput;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.data.ReadOptions;
import org.fenchel.cli.hawkes.EventPredictionOptions;
import org.fenchel.io.model.TrainedModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Predicts the rows of a file. */
@Command(
        name = "predict",
        header = "Predict the rows of a file with a saved model.",
        description = {
            "Prints CSV with one line for each row, empty where a row was left out for a missing cell:",
            "linear: prediction; logistic: label,probability (of the positive class); svm: label,margin;",
            "poisson: rate (per unit of exposure, and expected where the data has the exposure);",
            "completion: prediction (of the rating of a user for an item), or probability for the logistic loss;",
            "hawkes: expected,standard-error,low,high,probability of events of each node within --horizon,",
            "or the rates of all nodes over time (--intensities), or the parents of events (--parents);",
            "with --for, items and what is predicted for them, best first."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Predict implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model saved by train --out.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "DATA",
            description = "A CSV, LIBSVM or IDX file, or a folder of pictures; it needs no target.")
    private String data = "";

    @Option(
            names = {"--out", "-o"},
            paramLabel = "FILE",
            description = "Write here instead of on standard output.")
    private @Nullable Path out;

    @Option(
            names = "--rows",
            paramLabel = "N",
            split = ",",
            description = "Predict these rows only, counted from 1: 7, or 1-10,42 (default: all).")
    private List<String> rows = new ArrayList<>();

    @Mixin
    private EventPredictionOptions events = new EventPredictionOptions();

    @Mixin
    private RankOptions rank = new RankOptions();

    @Mixin
    private ReadOptions read = new ReadOptions();

    @Override
    public Integer call() throws IOException {
        Path place = out;
        Usage.of(spec, () -> {
            events.check();
            if (place != null) {
                AtomicOutput.require(place);
            }
            return true;
        });
        Predicted predicted = predicted(Models.read(model));
        PrintWriter err = spec.commandLine().getErr();
        for (String warning : predicted.warnings()) {
            err.println(OneLine.of("warning: " + warning));
        }
        err.flush();
        if (place == null) {
            Writer standard = spec.commandLine().getOut();
            predicted.write(standard);
            standard.flush();
        } else {
            AtomicOutput.write(place, predicted::write);
        }
        return Exit.OK;
    }

    private <M extends TrainedModel> Predicted predicted(M trained) {
        GivenData given = new GivenData(spec, data, read, rows);
        String whom = rank.whom;
        if (whom == null) {
            return events.given()
                    ? ModelUses.of(trained).ofEvents(trained, given, events)
                    : ModelUses.of(trained).predict(trained, given);
        }
        return ModelUses.of(trained).rank(trained, given, rank, whom);
    }
}
