package org.fenchel.cli.completion;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.data.DataFiles;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.RatingTable;
import org.fenchel.cli.data.RowChoice;
import org.fenchel.cli.use.EvaluateOptions;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.cli.use.GivenData;
import org.fenchel.cli.use.InspectOptions;
import org.fenchel.cli.use.Inspected;
import org.fenchel.cli.use.ModelUse;
import org.fenchel.cli.use.Predicted;
import org.fenchel.cli.use.RankOptions;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.model.TrainedCompletion;
import org.fenchel.io.table.Column;
import org.jspecify.annotations.Nullable;

/** Completed matrices on the command line. */
public final class MatrixUse implements ModelUse<TrainedCompletion> {
    @Override
    public Class<TrainedCompletion> type() {
        return TrainedCompletion.class;
    }

    /** For each level of a column its number in a model, -1 where it has none. */
    static int[] numbers(Column.Categorical column, ToIntFunction<String> numberOf) {
        return column.levels().stream().mapToInt(numberOf).toArray();
    }

    private static RatingTable read(TrainedCompletion model, GivenData data, @Nullable String value) {
        CsvFormat format =
                Usage.of(data.command(), () -> data.read().format(Set.of(), Set.of(model.user(), model.item())));
        Path file = DataFiles.find(data.data(), data.command().commandLine().getErr())
                .path();
        return RatingTable.of(Examples.read(file, data.read().given(), format), model.user(), model.item(), value);
    }

    private static int[] rows(RatingTable ratings, List<String> chosen) {
        try {
            return chosen.isEmpty() ? all(ratings.n()) : RowChoice.of(chosen, ratings.n());
        } catch (InvalidInput mistake) {
            throw mistake.in(ratings.table().source());
        }
    }

    private static int[] all(int n) {
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    @Override
    public Predicted predict(TrainedCompletion model, GivenData data) {
        RatingTable ratings = read(model, data, null);
        return new MatrixPredicted(model, ratings, rows(ratings, data.rows()));
    }

    @Override
    public Predicted rank(TrainedCompletion model, GivenData data, RankOptions options, String whom) {
        return MatrixRanked.of(model, read(model, data, null), options, whom);
    }

    @Override
    public Evaluated evaluate(TrainedCompletion model, GivenData data, EvaluateOptions options) {
        if (options.by != null) {
            throw InvalidInput.of("--by is for factorization machines", "leave it out");
        }
        String value = options.target == null ? model.value() : options.target;
        RatingTable ratings = read(model, data, value);
        return MatrixEvaluated.of(model, ratings, rows(ratings, data.rows()), value, options.seed);
    }

    @Override
    public Inspected inspect(TrainedCompletion model, InspectOptions options) {
        return new MatrixInspected(model, options);
    }
}
