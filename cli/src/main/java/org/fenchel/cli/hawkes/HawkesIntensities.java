package org.fenchel.cli.hawkes;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.use.Predicted;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.events.RawEvents;
import org.fenchel.io.model.TrainedHawkes;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.IntensityState;

/** The rates of all nodes at equal steps through the windows of a file's events, just before what happens then. */
record HawkesIntensities(TrainedHawkes model, RawEvents raw, EventLog log, double step) implements Predicted {
    private static final double MOST = 1e8;

    static HawkesIntensities of(TrainedHawkes model, RawEvents raw, double step) {
        EventLog log = raw.log(null, null, model.hawkes().nodeNames());
        double cells = log.duration() / step * log.nodes();
        if (cells > MOST) {
            throw InvalidInput.of(
                    "steps of " + step + " would be " + (long) cells + " rates", "take longer steps of time");
        }
        return new HawkesIntensities(model, raw, log, step);
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void write(Writer out) throws IOException {
        HawkesModel hawkes = model.hawkes();
        boolean several = !raw.sequenceNames().isEmpty();
        List<String> heading = new ArrayList<>();
        if (several) {
            heading.add("sequence");
        }
        heading.add(model.columns().time());
        heading.addAll(hawkes.nodeNames());
        out.write(String.join(",", heading.stream().map(HawkesForecast::cell).toList()) + "\n");
        for (int s = 0; s < log.sequences().size(); s++) {
            String first = several ? HawkesForecast.cell(raw.sequenceNames().get(s)) + "," : "";
            EventSequence sequence = log.sequences().get(s);
            IntensityState state = hawkes.begin();
            int k = 0;
            long steps = (long) Math.floor(sequence.duration() / step * (1 + 1e-12));
            for (long g = 0; g <= steps; g++) {
                double time = Math.min(sequence.start() + g * step, sequence.end());
                for (; k < sequence.size() && sequence.times()[k] < time; k++) {
                    state.moveTo(sequence.times()[k]);
                    state.add(sequence.nodes()[k]);
                }
                state.moveTo(time);
                StringBuilder line = new StringBuilder(first).append(HawkesWords.time(model.scale(), time));
                for (int i = 0; i < hawkes.nodes(); i++) {
                    line.append(',').append(Math.max(0, state.intensity(i)));
                }
                out.write(line.append('\n').toString());
            }
        }
    }
}
