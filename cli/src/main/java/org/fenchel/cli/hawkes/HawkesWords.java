package org.fenchel.cli.hawkes;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.TextTable;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.io.events.TimeScale;
import org.fenchel.model.hawkes.HawkesModel;
import org.jspecify.annotations.Nullable;

/** Hawkes processes as people read them. */
public final class HawkesWords {
    private static final int MOST_NODES = 12;

    private HawkesWords() {}

    /** Such as {@code 100,000 events of 10 nodes}. */
    static String size(EventLog log) {
        int sequences = log.sequences().size();
        return Numbers.count(log.events(), "event") + " of " + Numbers.count(log.nodes(), "node")
                + (sequences > 1 ? " in " + Numbers.count(sequences, "sequence") : "");
    }

    /** Such as {@code from 0 to 28987.3}. */
    static String window(EventLog log, TimeScale scale) {
        String unit = scale.unitName().isEmpty() ? "" : " " + scale.unitName() + "s";
        if (log.sequences().size() > 1) {
            return "windows of " + Numbers.digits(log.duration(), 6) + unit + " together";
        }
        EventSequence only = log.sequences().get(0);
        return "from " + scale.shown(only.start()) + " to " + scale.shown(only.end())
                + (unit.isEmpty() ? "" : ", " + Numbers.digits(only.duration(), 6) + unit);
    }

    /** A time as a file of the model's events has it: moments as dates where they were dates, numbers as they are. */
    static String time(TimeScale scale, double time) {
        return switch (scale.kind()) {
            case ISO -> scale.shown(time);
            case SECONDS -> Double.toString(time * scale.unit());
            case MILLIS -> Double.toString(time * scale.unit() * 1000);
            default -> Double.toString(time);
        };
    }

    /** A line a node, and the branching ratio. */
    static void printNodes(HawkesModel model, @Nullable EventLog log, PrintWriter out) {
        double[][] norms = model.kernelNorms();
        int shown = Math.min(model.nodes(), MOST_NODES);
        out.println("Nodes   " + model.nodes() + (shown < model.nodes() ? ", the first " + shown + ":" : ":"));
        TextTable table = log == null
                ? new TextTable("node", "baseline", "by itself", "excited most by", "inhibited most by")
                : new TextTable("node", "events", "baseline", "by itself", "excited most by", "inhibited most by");
        for (int i = 0; i < shown; i++) {
            String baseline = Numbers.digits(meanBaseline(model, i), 4);
            String self = Numbers.digits(norms[i][i], 3);
            String most = strongest(model, norms[i], i, 1);
            String least = strongest(model, norms[i], i, -1);
            if (log == null) {
                table.add(model.nodeNames().get(i), baseline, self, most, least);
            } else {
                table.add(model.nodeNames().get(i), Numbers.count(log.events(i)), baseline, self, most, least);
            }
        }
        table.print(out, "  ");
        out.println("Branching ratio " + Numbers.digits(model.branchingRatio(), 4)
                + ": events an event brings about in the long run, inhibition left out");
    }

    /** A node's baseline, the mean over its pieces. */
    static double meanBaseline(HawkesModel model, int node) {
        int pieces = model.basis().baseline().pieces();
        double sum = 0;
        for (int p = 0; p < pieces; p++) {
            sum += model.baseline(node, p) / pieces;
        }
        return sum;
    }

    /** The other node whose kernels are largest or smallest, with their integral. */
    private static String strongest(HawkesModel model, double[] norms, int self, int sign) {
        int best = -1;
        for (int j = 0; j < norms.length; j++) {
            if (j != self && sign * norms[j] > 0 && (best < 0 || sign * norms[j] > sign * norms[best])) {
                best = j;
            }
        }
        return best < 0 ? "-" : model.nodeNames().get(best) + " " + Numbers.digits(norms[best], 3);
    }

    /** Numbers as a list, for JSON. */
    public static List<Object> list(double[] values) {
        return Arrays.stream(values).mapToObj(Json::number).toList();
    }

    /** Rows of numbers as lists, for JSON. */
    static List<Object> list(double[][] rows) {
        return Arrays.stream(rows).map(row -> (Object) list(row)).toList();
    }
}
