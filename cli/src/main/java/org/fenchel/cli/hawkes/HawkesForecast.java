package org.fenchel.cli.hawkes;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.use.Predicted;
import org.fenchel.data.EventLog;
import org.fenchel.io.events.RawEvents;
import org.fenchel.io.model.TrainedHawkes;
import org.fenchel.model.hawkes.Forecast;
import org.fenchel.model.hawkes.Simulator;

/** Expected events after those of a file, a line for each node of each sequence. */
record HawkesForecast(List<String> sequences, List<String> nodes, List<Forecast> forecasts) implements Predicted {
    static HawkesForecast of(TrainedHawkes model, RawEvents raw, double horizon, int paths, long seed) {
        EventLog log = raw.log(null, null, model.hawkes().nodeNames());
        Simulator simulator = Simulator.of(model.hawkes());
        List<Forecast> forecasts = new ArrayList<>();
        for (int s = 0; s < log.sequences().size(); s++) {
            forecasts.add(Forecast.after(simulator, log.sequences().get(s), horizon, paths, seed + s));
        }
        return new HawkesForecast(raw.sequenceNames(), log.nodeNames(), forecasts);
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void write(Writer out) throws IOException {
        out.write((sequences.isEmpty() ? "" : "sequence,") + "node,expected,standard-error,low,high,probability\n");
        for (int s = 0; s < forecasts.size(); s++) {
            for (int i = 0; i < nodes.size(); i++) {
                Forecast.Node node = forecasts.get(s).nodes().get(i);
                String first = sequences.isEmpty() ? "" : cell(sequences.get(s)) + ",";
                out.write(first + cell(nodes.get(i)) + "," + node.mean() + "," + node.standardError() + "," + node.low()
                        + "," + node.high() + "," + node.probability() + "\n");
            }
        }
    }

    /** Quoted where it has to be. */
    static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
