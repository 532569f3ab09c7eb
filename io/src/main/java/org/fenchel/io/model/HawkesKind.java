package org.fenchel.io.model;

import com.google.auto.service.AutoService;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.events.EventColumns;
import org.fenchel.io.events.TimeKind;
import org.fenchel.io.events.TimeScale;
import org.fenchel.io.json.JsonObject;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;

/** Hawkes processes in files: arrays {@code decays} and {@code coefficients}, the latter a row a node. */
@AutoService(ModelKind.class)
public final class HawkesKind implements ModelKind<TrainedHawkes> {
    @Override
    public String name() {
        return "hawkes";
    }

    @Override
    public Class<TrainedHawkes> type() {
        return TrainedHawkes.class;
    }

    @Override
    public void store(TrainedHawkes model, Stored parts) {
        HawkesModel hawkes = model.hawkes();
        Baseline baseline = hawkes.basis().baseline();
        JsonObject pieces = new JsonObject().put("pieces", baseline.pieces());
        if (baseline.pieces() > 1) {
            pieces.put("origin", baseline.origin())
                    .put("width", baseline.width())
                    .put("cyclic", baseline.cyclic());
        }
        parts.header()
                .put("nodes", hawkes.nodeNames())
                .put("baseline", pieces)
                .put("columns", columns(model.columns()))
                .put("times", model.scale().kind().name())
                .put("unit", model.scale().unit());
        parts.putArray("decays", hawkes.basis().allDecays());
        int d = hawkes.basis().columns();
        double[] flat = new double[hawkes.nodes() * d];
        double[][] rows = hawkes.kernels().coefficients();
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * d, d);
        }
        parts.putArray("coefficients", flat);
    }

    private static JsonObject columns(EventColumns columns) {
        return new JsonObject()
                .put("time", columns.time())
                .put("node", columns.node())
                .put("sequence", columns.sequence())
                .put("mark", columns.mark())
                .put("start", columns.start())
                .put("end", columns.end());
    }

    @Override
    public TrainedHawkes restore(Stored parts, Training training) {
        JsonObject header = parts.header();
        List<String> nodes = header.texts("nodes");
        double[] decays = parts.optionalArray("decays");
        if (decays == null) {
            throw InvalidInput.of("the model is damaged: it has no decays", "copy or train it again");
        }
        KernelBasis basis = KernelBasis.of(nodes.size(), decays, baseline(header.object("baseline")));
        int d = basis.columns();
        double[] flat = parts.array("coefficients", (long) nodes.size() * d);
        double[][] rows = new double[nodes.size()][d];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(flat, i * d, rows[i], 0, d);
        }
        JsonObject columns = header.object("columns");
        TimeScale scale = new TimeScale(kind(header.text("times")), header.number("unit"));
        EventColumns read = new EventColumns(
                columns.text("time"),
                columns.optionalText("node"),
                columns.optionalText("sequence"),
                columns.optionalText("mark"),
                columns.optionalText("start"),
                columns.optionalText("end"),
                scale.kind(),
                scale.unit());
        return new TrainedHawkes(HawkesModel.of(nodes, basis, new Kernels(rows)), read, scale, training);
    }

    private static Baseline baseline(JsonObject json) {
        int pieces = json.count("pieces");
        return pieces == 1
                ? Baseline.CONSTANT
                : new Baseline(pieces, json.number("origin"), json.number("width"), json.flag("cyclic"));
    }

    private static TimeKind kind(String name) {
        try {
            return TimeKind.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw InvalidInput.of("no times are of the kind '" + name + "'", "update Fenchel");
        }
    }
}
