package org.fenchel.cli.use;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.console.Proof;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.Provenance;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.io.model.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is in a model file. */
@Command(
        name = "inspect",
        header = "Show a saved model: weights, certificate and where it comes from.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Inspect implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model saved by train --out.")
    private Path model = Path.of("");

    @Mixin
    private InspectOptions options = new InspectOptions();

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        TrainedModel trained = Models.read(model);
        Inspected inspected = inspected(trained);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, json(trained.training(), inspected));
        } else {
            print(trained.training(), inspected, out);
        }
        out.flush();
        return Exit.OK;
    }

    private <M extends TrainedModel> Inspected inspected(M trained) {
        return ModelUses.of(trained).inspect(trained, options);
    }

    private void print(Training training, Inspected inspected, PrintWriter out) {
        Provenance provenance = training.provenance();
        out.println("Model   " + model + ": " + inspected.task() + ", " + inspected.size());
        inspected.notes().forEach(note -> out.println("        " + OneLine.of(note)));
        out.println("Data    " + provenance.data() + ", " + Numbers.count(provenance.rows(), "row")
                + (provenance.sha256() == null ? "" : ", sha256 " + beginning(provenance.sha256())));
        out.println("Problem " + training.problem());
        out.println("Solver  " + training.solver() + ", seed " + provenance.seed());
        out.println("Fitted  objective " + Numbers.digits(training.certificate().primal(), 10) + ", "
                + Proof.words(training.certificate()));
        out.println("        " + training.stop().words());
        out.println("Made    " + provenance.created() + " by fenchel " + provenance.fenchel() + ", Java "
                + provenance.java());
        out.println("        " + command(provenance));
        out.println();
        inspected.printParameters(out);
    }

    private static String beginning(String hash) {
        return hash.length() <= 12 ? hash : hash.substring(0, 12) + "...";
    }

    private static String command(Provenance provenance) {
        StringBuilder text = new StringBuilder();
        provenance.options().forEach((name, value) -> {
            if (name.equals("command")) {
                text.append(value).append(' ').append(provenance.data());
            } else {
                text.append(" --").append(name).append(value.isEmpty() ? "" : " " + value);
            }
        });
        return OneLine.of(text.toString());
    }

    private JsonObject json(Training training, Inspected inspected) {
        Provenance provenance = training.provenance();
        JsonObject given = new JsonObject();
        provenance.options().forEach(given::put);
        JsonObject object = new JsonObject()
                .put("model", model.toString())
                .put("task", inspected.task())
                .put("loss", training.loss())
                .put("penalty", training.penalty())
                .put("problem", training.problem())
                .put("solver", training.solver());
        Json.putCertificate(object, training.certificate())
                .put("stop", Json.name(training.stop()))
                .put("passes", Json.number(training.passes()));
        inspected.putFacts(object);
        object.put(
                "provenance",
                new JsonObject()
                        .put("data", provenance.data())
                        .put("sha256", Json.orNull(provenance.sha256()))
                        .put("rows", provenance.rows())
                        .put("features", provenance.features())
                        .put("options", given)
                        .put("seed", provenance.seed())
                        .put("fenchel", provenance.fenchel())
                        .put("java", provenance.java())
                        .put("created", provenance.created().toString()));
        inspected.putParameters(object);
        return object;
    }
}
