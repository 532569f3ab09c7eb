package org.fenchel.cli.completion;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.data.RatingTable;
import org.fenchel.cli.use.Predicted;
import org.fenchel.io.model.TrainedCompletion;

/**
 * What a completed matrix says of pairs of users and items.
 *
 * @param rows lines to predict
 */
record MatrixPredicted(TrainedCompletion model, RatingTable ratings, int[] rows) implements Predicted {
    @Override
    public List<String> warnings() {
        int[] users = MatrixUse.numbers(ratings.user(), model.completion()::user);
        int[] items = MatrixUse.numbers(ratings.item(), model.completion()::item);
        int unknown = 0;
        for (int row : rows) {
            int user = ratings.user().codes()[row];
            int item = ratings.item().codes()[row];
            unknown += user < 0 || users[user] < 0 || item < 0 || items[item] < 0 ? 1 : 0;
        }
        return unknown == 0
                ? List.of()
                : List.of(Numbers.count(unknown, "row")
                        + " of users or items that the model does not know: predicted by the biases of what it knows");
    }

    @Override
    public void write(Writer out) throws IOException {
        int[] users = MatrixUse.numbers(ratings.user(), model.completion()::user);
        int[] items = MatrixUse.numbers(ratings.item(), model.completion()::item);
        out.write(model.classifies() ? "probability\n" : "prediction\n");
        for (int row : rows) {
            int user = ratings.user().codes()[row];
            int item = ratings.item().codes()[row];
            double prediction = model.predict(user < 0 ? -1 : users[user], item < 0 ? -1 : items[item]);
            out.write(Double.toString(prediction));
            out.write('\n');
        }
    }
}
