package org.fenchel.lab.hawkes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.events.EventColumns;
import org.fenchel.io.events.EventsReader;
import org.fenchel.io.events.RawEvents;
import org.fenchel.io.events.TimeKind;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Shelf;

/** Catalogues of earthquakes. */
final class Earthquakes {
    static final String USGS = "usgs-month";
    static final String PTPROCESS = "ptprocess";

    private static final String PHUKET = "Phuket.txt";

    private static final double DAY = 86_400;
    private static final List<String> MAGNITUDES = List.of("5 to 5.5", "5.5 to 6", "6 and more");

    private Earthquakes() {}

    /** A month of the networks with most events, in days. */
    static EventLog usgs(Shelf shelf, List<String> networks) {
        EventColumns columns = new EventColumns("time", "net", null, null, TimeKind.ISO, DAY);
        RawEvents raw = EventsReader.read(shelf.file(USGS), columns, new CsvFormat());
        List<Double> times = new ArrayList<>();
        List<Integer> nodes = new ArrayList<>();
        for (int k = 0; k < raw.n(); k++) {
            int node = networks.indexOf(raw.nodeNames().get(raw.nodes()[k]));
            if (node >= 0) {
                times.add(raw.times()[k]);
                nodes.add(node);
            }
        }
        return EventLog.of(networks, List.of(sequence(times, nodes)));
    }

    static DataUsed usgsUsed(Shelf shelf, List<String> networks) {
        return new DataUsed(USGS, 9847, networks.size(), LinesOfCells.sum(shelf.file(USGS)));
    }

    /** Years around Phuket from 2004 on in days, nodes by magnitude. */
    static EventLog phuket(Shelf shelf) {
        Path file = LinesOfCells.beside(shelf.file(PTPROCESS), PHUKET);
        List<Double> times = new ArrayList<>();
        List<Integer> nodes = new ArrayList<>();
        int line = 0;
        for (String[] cells : LinesOfCells.read(file, " +")) {
            line++;
            if (cells.length < 7) {
                throw InvalidInput.at(file.toString(), line, 0, "this line has no time", "get the file again");
            }
            double magnitude = LinesOfCells.number(file, line, cells[5]);
            times.add(LinesOfCells.number(file, line, cells[6]));
            nodes.add(magnitude < 5.5 ? 0 : magnitude < 6 ? 1 : 2);
        }
        return EventLog.of(MAGNITUDES, List.of(sequence(times, nodes)));
    }

    static DataUsed phuketUsed(Shelf shelf) {
        Path file = LinesOfCells.beside(shelf.file(PTPROCESS), PHUKET);
        return new DataUsed(PTPROCESS + ", " + PHUKET, 1248, MAGNITUDES.size(), LinesOfCells.sum(file));
    }

    /** From the first event, which is history, to the last. */
    private static EventSequence sequence(List<Double> times, List<Integer> nodes) {
        double[] at = times.stream().mapToDouble(Double::doubleValue).toArray();
        int[] of = nodes.stream().mapToInt(Integer::intValue).toArray();
        double first = times.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double last = times.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return EventSequence.of(first, last, at, of);
    }
}
