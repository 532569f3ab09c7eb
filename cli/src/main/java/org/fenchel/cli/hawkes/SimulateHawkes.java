package org.fenchel.cli.hawkes;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.AtomicOutput;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.data.ReadOptions;
import org.fenchel.cli.use.GivenData;
import org.fenchel.cli.use.Models;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.events.EventColumns;
import org.fenchel.io.events.TimeKind;
import org.fenchel.io.events.TimeScale;
import org.fenchel.io.model.TrainedHawkes;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.Simulator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Simulates a Hawkes process. */
@Command(
        name = "hawkes",
        header = "Simulate events of a Hawkes process, exactly, as CSV.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Parameters: {\"decays\": [0.5, 4], \"baselines\": [0.2, 0.3],",
            "  \"kernels\": [[[0.1, 0.2], [0, -0.3]], [[0.4, 0], [0.1, 0.1]]]}, for each node by source and decay.",
            "",
            "Example: fenchel simulate hawkes events.fenchel --end 1000 --sequences 10 --out simulated.csv"
        })
public final class SimulateHawkes implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "A model saved by train hawkes --out, or parameters as JSON in a file .json.")
    private Path model = Path.of("");

    @Option(names = "--start", paramLabel = "T", description = "Where it begins, with nothing before it (default: 0).")
    private @Nullable String start;

    @Option(names = "--end", paramLabel = "T", required = true, description = "Where it ends.")
    private String end = "";

    @Option(
            names = "--history",
            paramLabel = "EVENTS",
            description = "Go on from the last of these events instead; they are not printed.")
    private @Nullable String history;

    @Option(
            names = "--sequences",
            paramLabel = "N",
            defaultValue = "1",
            description = "Independent sequences (default: ${DEFAULT-VALUE}).")
    private int sequences = 1;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "All that is random follows from it (default: ${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(names = "--force", description = "Even if the process may explode; see --limit.")
    private boolean force;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "10000000",
            description = "Most events of a sequence when forced (default: ${DEFAULT-VALUE}).")
    private long limit = 10_000_000;

    @Option(
            names = {"--out", "-o"},
            paramLabel = "FILE",
            description = "Write here instead of on standard output.")
    private @Nullable Path out;

    @Mixin
    private ReadOptions read = new ReadOptions();

    @Override
    public Integer call() throws IOException {
        Path place = out;
        Usage.of(spec, () -> {
            if (place != null) {
                AtomicOutput.require(place);
            }
            if (sequences < 1 || limit < 1) {
                throw InvalidInput.of("--sequences and --limit are 1 or more", "");
            }
            if (start != null && history != null) {
                throw InvalidInput.of("--start and --history contradict each other", "give one of them");
            }
            return true;
        });
        Process process = HawkesParameters.are(model)
                ? Process.of(HawkesParameters.read(model))
                : Process.of(Models.read(model, TrainedHawkes.class));
        EventLog log = simulate(process);
        if (place == null) {
            Writer standard = spec.commandLine().getOut();
            write(process, log, standard);
            standard.flush();
        } else {
            AtomicOutput.write(place, writer -> write(process, log, writer));
        }
        return Exit.OK;
    }

    /** What is simulated, and what files of its events look like. */
    private record Process(HawkesModel hawkes, EventColumns columns, TimeScale scale) {
        static Process of(TrainedHawkes trained) {
            return new Process(trained.hawkes(), trained.columns(), trained.scale());
        }

        static Process of(HawkesModel parameters) {
            EventColumns columns = new EventColumns("time", "node", null, null, TimeKind.NUMBER, 1);
            return new Process(parameters, columns, new TimeScale(TimeKind.NUMBER, 1));
        }
    }

    private EventLog simulate(Process process) {
        HawkesModel hawkes = process.hawkes();
        double to = process.scale().of(end);
        Simulator simulator;
        try {
            simulator = force ? Simulator.forced(hawkes, limit) : Simulator.of(hawkes);
        } catch (InvalidInput explosive) {
            throw explosive.in(model.toString());
        }
        if (history == null) {
            double from = start == null ? 0 : process.scale().of(start);
            return simulator.sequences(sequences, from, to, seed);
        }
        GivenData given = new GivenData(spec, history, read, List.of());
        EventLog known = HawkesUse.read(process.columns(), given).log(null, null, hawkes.nodeNames());
        if (known.sequences().size() > 1) {
            throw InvalidInput.of("a history is one sequence", "give a file with one")
                    .in(history);
        }
        return simulator.sequencesAfter(known.sequences().get(0), sequences, to, seed);
    }

    /** Events with the columns that were read in training, those of windows too. */
    private void write(Process process, EventLog log, Writer writer) throws IOException {
        EventColumns columns = process.columns();
        boolean several = log.sequences().size() > 1;
        List<String> heading = new ArrayList<>();
        if (several) {
            heading.add(columns.sequence() == null ? "sequence" : columns.sequence());
        }
        heading.add(columns.node() == null ? "node" : columns.node());
        heading.add(columns.time());
        if (columns.start() != null) {
            heading.add(columns.start());
        }
        if (columns.end() != null) {
            heading.add(columns.end());
        }
        writer.write(String.join(",", heading.stream().map(HawkesForecast::cell).toList()) + "\n");
        for (int s = 0; s < log.sequences().size(); s++) {
            EventSequence events = log.sequences().get(s);
            String window = (columns.start() == null ? "" : "," + HawkesWords.time(process.scale(), events.start()))
                    + (columns.end() == null ? "" : "," + HawkesWords.time(process.scale(), events.end()));
            for (int k = events.history(); k < events.size(); k++) {
                writer.write((several ? (s + 1) + "," : "")
                        + HawkesForecast.cell(log.nodeNames().get(events.nodes()[k])) + ","
                        + HawkesWords.time(process.scale(), events.times()[k]) + window + "\n");
            }
        }
    }
}
