package org.fenchel.io.model;

import com.google.auto.service.AutoService;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.model.LinkModel;
import org.fenchel.problem.LowRankMatrix;

/**
 * Models of links in files: arrays {@code singularValues}, {@code left} and {@code right} (a row for each node). Where rows and columns are
 * the same nodes their names are there once.
 */
@AutoService(ModelKind.class)
public final class LinksKind implements ModelKind<TrainedLinks> {
    private static final int MOST_RANK = 1 << 20;

    @Override
    public String name() {
        return "links";
    }

    @Override
    public Class<TrainedLinks> type() {
        return TrainedLinks.class;
    }

    @Override
    public void store(TrainedLinks model, Stored parts) {
        LinkModel links = model.links();
        JsonObject columns = new JsonObject().put("from", model.from()).put("to", model.to());
        if (model.label() != null) {
            columns.put("label", model.label());
        }
        parts.header()
                .put("columns", columns)
                .put("rank", links.matrix().rank())
                .put("nodes", links.from());
        if (!links.oneSet()) {
            parts.header().put("endNodes", links.to());
        }
        parts.putArray("singularValues", links.matrix().values());
        parts.putArray("left", links.matrix().left());
        parts.putArray("right", links.matrix().right());
    }

    @Override
    public TrainedLinks restore(Stored parts, Training training) {
        JsonObject header = parts.header();
        List<String> from = header.texts("nodes");
        List<String> to = header.has("endNodes") ? header.texts("endNodes") : from;
        int rank = header.count("rank");
        if (rank > MOST_RANK) {
            throw InvalidInput.of("the model is damaged: its rank is " + rank, "copy or train it again");
        }
        LowRankMatrix matrix = LowRankMatrix.decomposed(
                from.size(),
                to.size(),
                parts.array("singularValues", rank),
                parts.array("left", (long) from.size() * rank),
                parts.array("right", (long) to.size() * rank));
        JsonObject columns = header.object("columns");
        return new TrainedLinks(
                LinkModel.of(from, to, matrix),
                columns.text("from"),
                columns.text("to"),
                columns.has("label") ? columns.text("label") : null,
                training);
    }
}
