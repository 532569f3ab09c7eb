package org.fenchel.cli.reproduce;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Entry;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Mistakes;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.train.FitProgress;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Report;
import org.fenchel.lab.Runner;
import org.fenchel.lab.Shelf;
import org.fenchel.lab.page.Overview;
import org.fenchel.lab.page.ReportFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Runs experiments, writes their pages and says what was found. */
final class ReproduceJob {
    private static final String ALL = "all";

    private final CommandSpec spec;
    private final List<String> names;
    private final boolean full;
    private final @Nullable Path out;
    private final boolean again;
    private final boolean json;
    private final PrintWriter terminal;

    ReproduceJob(CommandSpec spec, List<String> names, boolean full, @Nullable Path out, boolean again, boolean json) {
        this.spec = spec;
        this.names = names;
        this.full = full;
        this.out = out;
        this.again = again;
        this.json = json;
        terminal = spec.commandLine().getOut();
    }

    /**
     * Does what the command line asks for.
     *
     * @param list whether it is only to say what there is
     * @return the exit code
     */
    int run(boolean list) throws IOException {
        Catalogue<Experiment> catalogue = Catalogue.of(Experiment.class);
        if (list) {
            list(catalogue);
            return Exit.OK;
        }
        if (names.isEmpty()) {
            throw Usage.mistake(spec, "which experiment? give " + String.join(", ", catalogue.names()) + ", or " + ALL);
        }
        boolean all = names.contains(ALL);
        List<Experiment> experiments = all
                ? bySource(catalogue).stream()
                        .map(Entry::defaults)
                        .map(this::sized)
                        .toList()
                : names.stream()
                        .map(call -> Usage.of(spec, () -> sized(catalogue.parse(call))))
                        .toList();
        return all || experiments.size() > 1
                ? several(catalogue, experiments)
                : one(experiments.get(0), name(catalogue, experiments.get(0)));
    }

    private int one(Experiment experiment, String called) throws IOException {
        print(List.of(done(experiment, called, out == null ? Path.of("fenchel-lab", called) : out)));
        return Exit.OK;
    }

    /** One after the other, with a page over all; where data are missing the others are run all the same. */
    private int several(Catalogue<Experiment> catalogue, List<Experiment> experiments) throws IOException {
        List<Written> written = new ArrayList<>();
        Path place = out == null ? Path.of("fenchel-lab") : out;
        int exit = Exit.OK;
        for (Experiment experiment : experiments) {
            String called = name(catalogue, experiment);
            try {
                Written done = done(experiment, called, place.resolve(called));
                written.add(done);
                if (!json) {
                    ReportText.print(done, terminal);
                    terminal.flush();
                }
            } catch (InvalidInput missing) {
                exit = Mistakes.report(missing, spec.commandLine().getErr());
            }
        }
        Path overview = Overview.write(written.stream().map(Written::report).toList(), place);
        if (json) {
            print(written);
        } else {
            terminal.println("All     " + overview);
            terminal.flush();
        }
        return exit;
    }

    private Experiment sized(Experiment experiment) {
        return full ? experiment.full() : experiment;
    }

    private static String name(Catalogue<Experiment> catalogue, Experiment experiment) {
        return catalogue.print(experiment).replaceFirst("\\(.*", "");
    }

    /** Runs an experiment, or what is left of it, and writes its page. */
    private Written done(Experiment experiment, String called, Path folder) throws IOException {
        Report report;
        try (ExperimentProgress progress =
                new ExperimentProgress(spec.commandLine().getErr(), FitProgress.onTerminal(), called)) {
            report = Runner.in(folder, Shelf.standard(), again)
                    .watchedBy(progress)
                    .run(experiment);
        }
        return new Written(report, ReportFolder.write(report, folder));
    }

    private void print(List<Written> reports) {
        if (json) {
            Json.print(
                    terminal,
                    new JsonObject()
                            .put(
                                    "experiments",
                                    reports.stream().map(ReportJson::of).toList()));
        } else {
            reports.forEach(report -> ReportText.print(report, terminal));
        }
        terminal.flush();
    }

    /** Those of a source one after the other. */
    private static List<Entry<Experiment>> bySource(Catalogue<Experiment> catalogue) {
        return catalogue.entries().stream()
                .sorted(Comparator.comparing(entry -> entry.defaults().source()))
                .toList();
    }

    private void list(Catalogue<Experiment> catalogue) {
        if (json) {
            List<JsonObject> experiments = new ArrayList<>();
            for (Entry<Experiment> entry : bySource(catalogue)) {
                experiments.add(new JsonObject()
                        .put("name", entry.name())
                        .put("description", entry.description())
                        .put("source", entry.defaults().source())
                        .put("data", entry.defaults().data()));
            }
            Json.print(terminal, new JsonObject().put("experiments", experiments));
        } else {
            for (Entry<Experiment> entry : bySource(catalogue)) {
                terminal.println(entry.example());
                terminal.println("    " + entry.description());
                terminal.println("    " + entry.defaults().source());
                terminal.println(
                        "    data: " + String.join(", ", entry.defaults().data()));
            }
        }
        terminal.flush();
    }
}
