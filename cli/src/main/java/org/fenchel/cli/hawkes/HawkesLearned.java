package org.fenchel.cli.hawkes;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.train.Learned;
import org.fenchel.data.EventLog;
import org.fenchel.io.events.RawEvents;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedHawkes;
import org.fenchel.model.hawkes.GoodnessOfFit;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.run.StopReason;
import org.fenchel.run.Trace;

/** A Hawkes process just fitted. */
record HawkesLearned(TrainedHawkes model, Trace trace, RawEvents raw, EventLog log, KernelPenalty penalty)
        implements Learned<TrainedHawkes> {
    @Override
    public String task() {
        return "hawkes";
    }

    @Override
    public String dataSize() {
        return HawkesWords.size(log);
    }

    @Override
    public List<String> dataNotes() {
        List<String> notes = new ArrayList<>();
        notes.add(HawkesWords.window(log, raw.scale()));
        long history = log.sequences().stream()
                .mapToLong(sequence -> sequence.history())
                .sum();
        if (history > 0) {
            notes.add(Numbers.count(history, "event") + " at the start or before it: history");
        }
        if (raw.unsorted()) {
            notes.add("sorted by time, as the file is not");
        }
        if (log.ties() > 0) {
            notes.add(Numbers.count(log.ties(), "event")
                    + " at the same time as the one before (no effect on each other)");
        }
        return notes;
    }

    @Override
    public String words() {
        return model.hawkes().basis() + ", " + penalty;
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (trace.reason() == StopReason.NO_MINIMISER) {
            warnings.add(
                    "the likelihood has no maximum, the coefficients would grow for ever; add --l2, such as --l2 1e-4,"
                            + " or forbid inhibition with --nonnegative");
        }
        double excess = excess();
        if (excess > 0.02) {
            warnings.add(
                    "intensities below 0 between events count as negative in the fit and as 0 in the process, which expects "
                            + Numbers.digits(100 * excess, 2) + " % more events than there were; take a stronger --l2,"
                            + " smaller --decays or --nonnegative");
        }
        double ratio = model.hawkes().branchingRatio();
        if (ratio >= 1) {
            warnings.add(
                    "the branching ratio is " + Numbers.digits(ratio, 3)
                            + ": the fitted process may explode, and simulating it needs --force; a stronger penalty lowers it");
        }
        return warnings;
    }

    /** How many more events the process expects than the fit counted, as a part of all; 0 where finding out would take long. */
    private double excess() {
        if (penalty.nonNegative() || (double) log.events() * log.nodes() > 2e7) {
            return 0;
        }
        double expected = Arrays.stream(GoodnessOfFit.of(model.hawkes(), log).compensators())
                .sum();
        return expected / log.events() - 1;
    }

    @Override
    public void printParameters(PrintWriter out) {
        HawkesWords.printNodes(model.hawkes(), log, out);
        out.println();
    }

    @Override
    public void putFacts(JsonObject json) {
        json.put("nodes", log.nodeNames())
                .put("decays", HawkesWords.list(model.hawkes().basis().allDecays()))
                .put("sequences", log.sequences().size())
                .put("duration", log.duration())
                .put("ties", log.ties())
                .put("branchingRatio", model.hawkes().branchingRatio());
    }
}
