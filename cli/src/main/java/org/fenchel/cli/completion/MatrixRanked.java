package org.fenchel.cli.completion;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.fenchel.cli.console.Quoted;
import org.fenchel.cli.data.RatingTable;
import org.fenchel.cli.use.Predicted;
import org.fenchel.cli.use.RankOptions;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.model.TrainedCompletion;
import org.fenchel.model.CompletionModel;

/**
 * Items of a completed matrix ranked for one user, best first, as CSV; those that the data has with the user are left out unless all are
 * wanted.
 *
 * @param user number of the user
 * @param items numbers of the items, best first
 */
record MatrixRanked(TrainedCompletion model, int user, int[] items) implements Predicted {
    /**
     * Ranks.
     *
     * @throws InvalidInput if the model has no such user
     */
    static MatrixRanked of(TrainedCompletion model, RatingTable ratings, RankOptions options, String whom) {
        String[] parts = options.parts(whom);
        CompletionModel completion = model.completion();
        if (!parts[0].equals(model.user())) {
            throw InvalidInput.of(
                    "--for names the column " + parts[0] + ", and users are in " + model.user(),
                    "write --for " + model.user() + "=" + parts[1]);
        }
        int user = completion.user(parts[1]);
        if (user < 0) {
            throw InvalidInput.of("the model knows no " + whom, "give a user that it was trained on");
        }
        BitSet seen = new BitSet();
        int[] users = MatrixUse.numbers(ratings.user(), completion::user);
        for (int row = 0; row < ratings.n() && !options.seen; row++) {
            int whose = ratings.user().codes()[row];
            int item = ratings.item().codes()[row];
            if (whose >= 0 && item >= 0 && users[whose] == user) {
                int number = completion.item(ratings.item().levels().get(item));
                if (number >= 0) {
                    seen.set(number);
                }
            }
        }
        Integer[] order = new Integer[completion.items().size()];
        Arrays.setAll(order, j -> j);
        int[] best = Arrays.stream(order)
                .filter(j -> !seen.get(j))
                .sorted(Comparator.comparingDouble((Integer j) -> -completion.margin(user, j)))
                .limit(options.top)
                .mapToInt(j -> j)
                .toArray();
        if (best.length == 0) {
            throw InvalidInput.of("there is no " + model.item() + " that is new to " + whom, "add --seen");
        }
        return new MatrixRanked(model, user, best);
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void write(Writer out) throws IOException {
        out.write(model.item() + "," + (model.classifies() ? "probability" : "prediction") + "\n");
        for (int item : items) {
            out.write(Quoted.of(model.completion().items().get(item)));
            out.write("," + model.predict(user, item) + "\n");
        }
    }
}
