package org.fenchel.cli.completion;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.cli.console.Metrics;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.data.RatingTable;
import org.fenchel.cli.linear.Task;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedCompletion;
import org.fenchel.loss.Logistic;
import org.fenchel.metric.MeanAbsoluteError;
import org.fenchel.metric.Metric;
import org.fenchel.metric.NormalisedAbsoluteError;
import org.fenchel.metric.RootMeanSquaredError;
import org.fenchel.metric.Scored;

/**
 * How well a completed matrix predicts ratings.
 *
 * @param n how many
 * @param unknown how many of them are of users or items that it does not know
 */
record MatrixEvaluated(int n, int unknown, List<Metrics.Named> metrics) implements Evaluated {
    /**
     * Measures.
     *
     * @param rows lines to measure it on
     * @param valueName name of the column of values, for messages
     * @throws InvalidInput if no line has a user, an item and a value
     */
    static MatrixEvaluated of(TrainedCompletion model, RatingTable ratings, int[] rows, String valueName, long seed) {
        double[] margins = new double[rows.length];
        double[] predictions = new double[rows.length];
        double[] targets = new double[rows.length];
        int[] users = MatrixUse.numbers(ratings.user(), model.completion()::user);
        int[] items = MatrixUse.numbers(ratings.item(), model.completion()::item);
        int n = 0;
        int unknown = 0;
        for (int row : rows) {
            int user = ratings.user().codes()[row];
            int item = ratings.item().codes()[row];
            double value = ratings.valueAt(row);
            if (user < 0 || item < 0 || Double.isNaN(value)) {
                continue;
            }
            unknown += users[user] < 0 || items[item] < 0 ? 1 : 0;
            margins[n] = model.completion().margin(users[user], items[item]);
            predictions[n] = model.predict(users[user], items[item]);
            targets[n++] = model.classifies() ? sign(model, value, ratings, row, valueName) : value;
        }
        if (n == 0) {
            throw InvalidInput.of("no row has a user, an item and a value", "give at least one")
                    .in(ratings.table().source());
        }
        Scored scored =
                Scored.of(Arrays.copyOf(margins, n), Arrays.copyOf(predictions, n), Arrays.copyOf(targets, n), null);
        double range = model.completion().high() - model.completion().low();
        List<Metric<Scored>> metrics = model.classifies()
                ? Task.LOGISTIC.metrics(new Logistic())
                : List.of(new NormalisedAbsoluteError(range), new MeanAbsoluteError(), new RootMeanSquaredError());
        return new MatrixEvaluated(n, unknown, Metrics.of(metrics, scored, seed));
    }

    private static double sign(TrainedCompletion model, double value, RatingTable ratings, int row, String name) {
        double low = model.completion().low();
        double high = model.completion().high();
        if (value != low && value != high) {
            throw InvalidInput.at(
                    ratings.table().source(),
                    ratings.table().line(row),
                    0,
                    "the " + name + " " + Numbers.exact(value) + " is neither " + Numbers.exact(low) + " nor "
                            + Numbers.exact(high),
                    "the model knows these two values");
        }
        return value == high ? 1 : -1;
    }

    @Override
    public String task() {
        return "completion";
    }

    @Override
    public String size() {
        return Numbers.count(n, "rating");
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (unknown > 0) {
            warnings.add(Numbers.count(unknown, "rating")
                    + " of users or items that the model does not know: predicted by the biases of what it knows");
        }
        return warnings;
    }

    @Override
    public void printTables(PrintWriter out) {
        // metrics say it all
    }

    @Override
    public void putTables(JsonObject json) {
        json.put("unknown", unknown);
    }
}
