package org.fenchel.cli.hawkes;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.fenchel.cli.use.Predicted;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.io.events.RawEvents;
import org.fenchel.io.model.TrainedHawkes;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.Parents;

/**
 * Where events came from: a line for each event and each earlier one that may have brought it about, the likeliest first, and one
 * without a parent for what is left to the baseline.
 */
record HawkesParents(TrainedHawkes model, RawEvents raw, EventLog log, double least) implements Predicted {
    static HawkesParents of(TrainedHawkes model, RawEvents raw, double least) {
        return new HawkesParents(model, raw, raw.log(null, null, model.hawkes().nodeNames()), least);
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void write(Writer out) throws IOException {
        HawkesModel hawkes = model.hawkes();
        boolean several = !raw.sequenceNames().isEmpty();
        out.write((several ? "sequence," : "") + "event,node,time,parent,parent-node,parent-time,probability\n");
        for (int s = 0; s < log.sequences().size(); s++) {
            String first = several ? HawkesForecast.cell(raw.sequenceNames().get(s)) + "," : "";
            EventSequence sequence = log.sequences().get(s);
            for (int k = sequence.history(); k < sequence.size(); k++) {
                String event = first + event(hawkes, sequence, k);
                double immigrant = 1;
                for (Parents.Parent parent : Parents.of(hawkes, sequence, k, 0)) {
                    immigrant -= parent.probability();
                    if (parent.probability() >= least) {
                        out.write(event + "," + event(hawkes, sequence, parent.event()) + "," + parent.probability()
                                + "\n");
                    }
                }
                if (immigrant >= least) {
                    out.write(event + ",,,," + Math.max(0, immigrant) + "\n");
                }
            }
        }
    }

    /** Number from 1 in the order of time, node, time. */
    private String event(HawkesModel hawkes, EventSequence sequence, int k) {
        return (k + 1) + "," + HawkesForecast.cell(hawkes.nodeNames().get(sequence.nodes()[k])) + ","
                + HawkesWords.time(model.scale(), sequence.times()[k]);
    }
}
