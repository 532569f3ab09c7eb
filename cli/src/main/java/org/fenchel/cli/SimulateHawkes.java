package org.fenchel.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
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
        footer = {"", "Example: fenchel simulate hawkes events.fenchel --end 1000 --sequences 10 --out simulated.csv"})
final class SimulateHawkes implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model saved by train hawkes --out.")
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
        TrainedHawkes trained = Models.read(model, TrainedHawkes.class);
        EventLog log = simulate(trained);
        if (place == null) {
            Writer standard = spec.commandLine().getOut();
            write(trained, log, standard);
            standard.flush();
        } else {
            AtomicOutput.write(place, writer -> write(trained, log, writer));
        }
        return Exit.OK;
    }

    private EventLog simulate(TrainedHawkes trained) {
        HawkesModel hawkes = trained.hawkes();
        double to = trained.scale().of(end);
        Simulator simulator;
        try {
            simulator = force ? Simulator.forced(hawkes, limit) : Simulator.of(hawkes);
        } catch (InvalidInput explosive) {
            throw explosive.in(model.toString());
        }
        if (history == null) {
            double from = start == null ? 0 : trained.scale().of(start);
            return simulator.sequences(sequences, from, to, seed);
        }
        GivenData given = new GivenData(spec, history, read, List.of());
        EventLog known = HawkesUse.read(trained, given).log(null, null, hawkes.nodeNames());
        if (known.sequences().size() > 1) {
            throw InvalidInput.of("a history is one sequence", "give a file with one")
                    .in(history);
        }
        return simulator.sequencesAfter(known.sequences().get(0), sequences, to, seed);
    }

    private void write(TrainedHawkes trained, EventLog log, Writer writer) throws IOException {
        String node =
                trained.columns().node() == null ? "node" : trained.columns().node();
        String sequence = trained.columns().sequence() == null
                ? "sequence"
                : trained.columns().sequence();
        boolean several = log.sequences().size() > 1;
        writer.write((several ? HawkesForecast.cell(sequence) + "," : "") + HawkesForecast.cell(node) + ","
                + HawkesForecast.cell(trained.columns().time()) + "\n");
        for (int s = 0; s < log.sequences().size(); s++) {
            EventSequence events = log.sequences().get(s);
            for (int k = events.history(); k < events.size(); k++) {
                writer.write((several ? (s + 1) + "," : "")
                        + HawkesForecast.cell(log.nodeNames().get(events.nodes()[k])) + ","
                        + time(trained, events.times()[k]) + "\n");
            }
        }
    }

    /** Moments as dates where the file had dates, numbers as they are. */
    private static String time(TrainedHawkes trained, double time) {
        return switch (trained.scale().kind()) {
            case ISO -> trained.scale().shown(time);
            case SECONDS -> Double.toString(time * trained.scale().unit());
            case MILLIS -> Double.toString(time * trained.scale().unit() * 1000);
            default -> Double.toString(time);
        };
    }
}
