package org.fenchel.io.model;

import com.google.auto.service.AutoService;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.model.CompletionModel;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.lowrank.Biases;

/**
 * Completed matrices in files: arrays {@code singularValues}, {@code left} and {@code right} (a row for each user and item),
 * {@code userBiases} and {@code itemBiases}.
 */
@AutoService(ModelKind.class)
public final class CompletionKind implements ModelKind<TrainedCompletion> {
    private static final int MOST_RANK = 1 << 20;

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public Class<TrainedCompletion> type() {
        return TrainedCompletion.class;
    }

    @Override
    public void store(TrainedCompletion model, Stored parts) {
        CompletionModel completion = model.completion();
        parts.header()
                .put("users", completion.users())
                .put("items", completion.items())
                .put(
                        "columns",
                        new JsonObject()
                                .put("user", model.user())
                                .put("item", model.item())
                                .put("value", model.value()))
                .put("rank", completion.matrix().rank())
                .put("mean", completion.biases().mean())
                .put("low", completion.low())
                .put("high", completion.high());
        parts.putArray("userBiases", completion.biases().rows());
        parts.putArray("itemBiases", completion.biases().columns());
        parts.putArray("singularValues", completion.matrix().values());
        parts.putArray("left", completion.matrix().left());
        parts.putArray("right", completion.matrix().right());
    }

    @Override
    public TrainedCompletion restore(Stored parts, Training training) {
        JsonObject header = parts.header();
        List<String> users = header.texts("users");
        List<String> items = header.texts("items");
        int rank = header.count("rank");
        if (rank > MOST_RANK) {
            throw InvalidInput.of("the model is damaged: its rank is " + rank, "copy or train it again");
        }
        int m = users.size();
        int n = items.size();
        Biases biases = new Biases(header.number("mean"), parts.array("userBiases", m), parts.array("itemBiases", n));
        LowRankMatrix matrix = LowRankMatrix.decomposed(
                m,
                n,
                parts.array("singularValues", rank),
                parts.array("left", (long) m * rank),
                parts.array("right", (long) n * rank));
        JsonObject columns = header.object("columns");
        return new TrainedCompletion(
                CompletionModel.of(users, items, biases, matrix, header.number("low"), header.number("high")),
                columns.text("user"),
                columns.text("item"),
                columns.text("value"),
                training);
    }
}
