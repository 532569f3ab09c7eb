package org.fenchel.cli.completion;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.TextTable;
import org.fenchel.cli.data.RatingTable;
import org.fenchel.cli.train.Learned;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedCompletion;
import org.fenchel.run.Trace;
import org.fenchel.select.NuclearPath;
import org.jspecify.annotations.Nullable;

/**
 * A matrix just completed.
 *
 * @param choice how the penalty was chosen, null where the user did
 */
record MatrixLearned(
        TrainedCompletion model,
        Trace trace,
        RatingTable.Pairs pairs,
        @Nullable NuclearPath choice) implements Learned<TrainedCompletion> {
    @Override
    public String task() {
        return "completion";
    }

    @Override
    public String dataSize() {
        return Numbers.count(pairs.entries().count(), "rating") + " of "
                + Numbers.count(pairs.items().size(), "item") + " by "
                + Numbers.count(pairs.users().size(), "user");
    }

    @Override
    public List<String> dataNotes() {
        List<String> notes = new ArrayList<>();
        if (pairs.repeated() > 0) {
            notes.add(Numbers.count(pairs.repeated(), "repeated rating") + ": the mean of a user's for an item counts");
        }
        if (pairs.missing() > 0) {
            notes.add(Numbers.count(pairs.missing(), "row") + " with a missing cell left out");
        }
        return notes;
    }

    @Override
    public String words() {
        return model.training().loss() + " loss, " + model.training().penalty();
    }

    @Override
    public List<String> warnings() {
        return model.completion().matrix().rank() == 0
                ? List.of("all fitted entries are 0 beside the biases: the penalty is too strong; lower --nuclear")
                : List.of();
    }

    @Override
    public void printChoice(PrintWriter out) {
        if (choice == null) {
            return;
        }
        out.println("Penalty chosen on a tenth of the ratings, held out:");
        TextTable table = new TextTable("nuclear", "held-out loss", "rank");
        for (NuclearPath.Point point : choice.points()) {
            table.add(
                    Numbers.digits(point.nuclear(), 4), Numbers.digits(point.score(), 5), Numbers.count(point.rank()));
        }
        table.print(out, "  ");
        out.println();
    }

    @Override
    public void printParameters(PrintWriter out) {
        MatrixInspected.printSpectrum(model.completion(), 5, out);
        out.println();
    }

    @Override
    public void putFacts(JsonObject json) {
        json.put("users", pairs.users().size()).put("items", pairs.items().size());
        MatrixInspected.putSpectrum(model.completion(), json);
        if (choice != null) {
            List<JsonObject> points = new ArrayList<>();
            for (NuclearPath.Point point : choice.points()) {
                points.add(new JsonObject()
                        .put("nuclear", point.nuclear())
                        .put("score", Json.number(point.score()))
                        .put("rank", point.rank()));
            }
            json.put("path", points);
        }
    }
}
