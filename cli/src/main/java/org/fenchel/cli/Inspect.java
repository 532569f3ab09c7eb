package org.fenchel.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.Provenance;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.io.model.Training;
import org.fenchel.problem.Solution;
import picocli.CommandLine.Command;
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
final class Inspect implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model saved by train --out.")
    private Path model = Path.of("");

    @Option(names = "--sort", description = "Largest weights first (default: in column order).")
    private boolean sort;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Show so many weights only (default: all).")
    private int top;

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        TrainedModel trained = Models.read(model);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, json(trained));
        } else {
            print(trained, out);
        }
        out.flush();
        return Exit.OK;
    }

    private List<Integer> shown(TrainedModel trained) {
        double[] weights = trained.linear().weights();
        List<Integer> order = new ArrayList<>();
        if (sort) {
            order = WeightTable.bySize(weights);
        } else {
            for (int j = 0; j < weights.length; j++) {
                order.add(j);
            }
        }
        return top < 0 ? order : order.subList(0, Math.min(top, order.size()));
    }

    private void print(TrainedModel trained, PrintWriter out) {
        Training training = trained.training();
        Provenance provenance = training.provenance();
        out.println("Model   " + model + ": " + Task.of(trained.linear().loss()) + ", "
                + Numbers.count(trained.linear().weights().length, "feature"));
        if (trained.target() instanceof TargetEncoding.TwoClasses classes) {
            out.println("        " + classes.positive() + " is positive, " + classes.negative() + " negative");
        }
        out.println("Data    " + provenance.data() + ", " + Numbers.count(provenance.rows(), "row")
                + (provenance.sha256() == null
                        ? ""
                        : ", sha256 " + provenance.sha256().substring(0, 12) + "..."));
        out.println("Problem " + training.problem());
        out.println("Solver  " + training.solver() + ", seed " + provenance.seed());
        out.println("Fitted  objective " + Numbers.digits(training.certificate().primal(), 10) + ", "
                + Proof.words(training.certificate()));
        out.println("        " + training.stop().words());
        out.println("Made    " + provenance.created() + " by fenchel " + provenance.fenchel() + ", Java "
                + provenance.java());
        out.println("        " + command(provenance));
        out.println();
        WeightTable.print(trained, shown(trained), out);
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

    private JsonObject json(TrainedModel trained) {
        Training training = trained.training();
        Provenance provenance = training.provenance();
        JsonObject options = new JsonObject();
        provenance.options().forEach(options::put);
        JsonObject object = new JsonObject()
                .put("model", model.toString())
                .put("task", Task.of(trained.linear().loss()).toString())
                .put("loss", training.loss())
                .put("penalty", training.penalty())
                .put("problem", training.problem())
                .put("solver", training.solver());
        Json.putCertificate(object, training.certificate())
                .put("stop", Json.name(training.stop()))
                .put("passes", Json.number(training.passes()))
                .put("scale", trained.encoding().scale().toString());
        if (trained.target() instanceof TargetEncoding.TwoClasses classes) {
            object.put("positive", classes.positive()).put("negative", classes.negative());
        }
        if (trained.encoding() instanceof TableEncoding table) {
            object.put("target", table.roles().target());
        }
        return object.put(
                        "provenance",
                        new JsonObject()
                                .put("data", provenance.data())
                                .put("sha256", Json.orNull(provenance.sha256()))
                                .put("rows", provenance.rows())
                                .put("features", provenance.features())
                                .put("options", options)
                                .put("seed", provenance.seed())
                                .put("fenchel", provenance.fenchel())
                                .put("java", provenance.java())
                                .put("created", provenance.created().toString()))
                .put(
                        "intercept",
                        pair(trained.linear().intercept(), trained.original().intercept()))
                .put("weights", weights(trained));
    }

    private List<JsonObject> weights(TrainedModel trained) {
        double[] fitted = trained.linear().weights();
        Solution.Linear original = trained.original();
        List<JsonObject> weights = new ArrayList<>();
        for (int j : shown(trained)) {
            JsonObject weight =
                    new JsonObject().put("feature", trained.featureNames().get(j));
            pair(fitted[j], original.weights()[j]).fields().forEach(weight::put);
            weights.add(weight);
        }
        return weights;
    }

    private static JsonObject pair(double fitted, double original) {
        return new JsonObject().put("fitted", Json.number(fitted)).put("original", Json.number(original));
    }
}
