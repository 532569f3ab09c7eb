package org.fenchel.lab.hawkes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Shelf;

/** Events of order books. */
final class OrderFlow {
    static final String NYSE = "nyse-book-order";
    static final String LOBSTER = "lobster-aapl";

    private static final List<String> SIDES = List.of("buy", "sell");
    private static final List<String> MESSAGES =
            List.of("bid set", "bid cancelled", "bid executed", "ask set", "ask cancelled", "ask executed");

    private OrderFlow() {}

    /** 100 sequences of buys and sells each for training and for judging, as the file has them. */
    static EventLog nyse(Shelf shelf, String part) {
        Path times = LinesOfCells.beside(shelf.file(NYSE), "time-1-" + part + ".txt");
        Path types = LinesOfCells.beside(times, "event-1-" + part + ".txt");
        List<String[]> timeLines = LinesOfCells.read(times, " +");
        List<String[]> typeLines = LinesOfCells.read(types, " +");
        List<EventSequence> sequences = new ArrayList<>();
        for (int s = 0; s < timeLines.size(); s++) {
            String[] cells = timeLines.get(s);
            double[] at = new double[cells.length];
            int[] nodes = new int[cells.length];
            for (int k = 0; k < at.length; k++) {
                at[k] = LinesOfCells.number(times, s + 1, cells[k]);
                nodes[k] = (int) LinesOfCells.number(types, s + 1, typeLines.get(s)[k]) - 1;
            }
            // the first event is history: a window that begins with it would seem to have begun by chance
            double first = Arrays.stream(at).min().orElseThrow();
            sequences.add(EventSequence.of(first, Arrays.stream(at).max().orElseThrow(), at, nodes));
        }
        return EventLog.of(SIDES, sequences);
    }

    static DataUsed nyseUsed(Shelf shelf) {
        Path times = shelf.file(NYSE);
        return new DataUsed(NYSE, 331_900, SIDES.size(), LinesOfCells.sum(times));
    }

    /**
     * The messages of a quarter of an hour, kept from a quarter past ten: visible orders set, cancelled in whole or in part, and executed. Messages of
     * the same nanosecond are one event of each kind.
     */
    static EventLog lobster(Shelf shelf, double start, double end) {
        Path file = shelf.file(LOBSTER);
        List<String[]> lines = LinesOfCells.read(file, ",");
        double[] times = new double[lines.size()];
        int[] nodes = new int[lines.size()];
        int kept = 0;
        for (int line = 0; line < lines.size(); line++) {
            String[] cells = lines.get(line);
            if (cells.length != 6) {
                throw InvalidInput.at(
                        file.toString(),
                        line + 1,
                        0,
                        "this line has " + cells.length + " cells, not 6",
                        "get it again");
            }
            double time = LinesOfCells.number(file, line + 1, cells[0]);
            int kind = kind(cells[1]);
            if (kind < 0) {
                continue;
            }
            int node = (cells[5].equals("1") ? 0 : 3) + kind;
            if (!happened(times, nodes, kept, time, node)) {
                times[kept] = time;
                nodes[kept++] = node;
            }
        }
        return EventLog.of(
                MESSAGES,
                List.of(EventSequence.of(34_200, 37_800, Arrays.copyOf(times, kept), Arrays.copyOf(nodes, kept))
                        .window(start, end)));
    }

    /** Of a message's type: 1 sets, 2 and 3 take back, 4 executes; the rest is not seen by the market. */
    private static int kind(String type) {
        return switch (type) {
            case "1" -> 0;
            case "2", "3" -> 1;
            case "4" -> 2;
            default -> -1;
        };
    }

    private static boolean happened(double[] times, int[] nodes, int kept, double time, int node) {
        for (int k = kept - 1; k >= 0 && times[k] == time; k--) {
            if (nodes[k] == node) {
                return true;
            }
        }
        return false;
    }

    static DataUsed lobsterUsed(Shelf shelf) {
        return new DataUsed(LOBSTER, 91_997, MESSAGES.size(), LinesOfCells.sum(shelf.file(LOBSTER)));
    }
}
