package org.fenchel.io.model;

import java.util.List;
import java.util.Map;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.Prepared;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.table.Table;
import org.fenchel.model.MultiLinearModel;
import org.fenchel.problem.Solution;

/**
 * A fitted linear model of several classes with all that it takes to use it on data in its own units.
 *
 * <pre>{@code
 * TrainedMultinomial model = ModelFile.read(Path.of("digits.model"), TrainedMultinomial.class);
 * ClassPredictions digits = model.predict(Pictures.read(file).rows());
 * String first = digits.label(0);
 * }</pre>
 *
 * @param linear weights on the encoded features for each class
 * @param encoding from the data to the features
 * @param target the classes
 * @param training what was minimised, how well, and on what
 */
public record TrainedMultinomial(MultiLinearModel linear, Encoding encoding, SeveralClasses target, Training training)
        implements TrainedModel {
    public TrainedMultinomial {
        if (linear.featureNames().size() != encoding.d() || !linear.classNames().equals(target.labels())) {
            throw new IllegalArgumentException(linear.featureNames().size() + " features and the classes "
                    + linear.classNames() + " for " + encoding.d() + " encoded features and " + target.labels());
        }
    }

    /**
     * Predicts the rows of a table.
     *
     * @throws InvalidInput if the model was not fitted on a table, or the table does not fit it
     */
    public ClassPredictions predict(Table table) {
        return predictions(table.n(), Inputs.table(encoding).encode(table, List.of()));
    }

    /**
     * Predicts rows of numbers: LIBSVM data, arrays, pictures.
     *
     * @throws InvalidInput if the model was fitted on a table, or the rows do not fit it
     */
    public ClassPredictions predict(Rows raw) {
        return predictions(raw.n(), Inputs.rows(encoding).encode(raw));
    }

    private ClassPredictions predictions(int n, Encoded encoded) {
        return new ClassPredictions(
                n,
                encoded.keptRows(),
                linear.probabilities(encoded.rows()),
                encoded.filled(),
                encoded.unseen(),
                target.labels());
    }

    /**
     * Predicts one row given by column names.
     *
     * @param row for each column a number, a text, or null where missing; what the model does not know is ignored
     * @throws InvalidInput if a column is not there or does not fit
     */
    public ClassPrediction predict(Map<String, ?> row) {
        return encoding instanceof TableEncoding fitted
                ? prediction(fitted.row(row))
                : predict(OneRow.numbers(row, encoding.featureNames()));
    }

    /**
     * Predicts one row of numbers.
     *
     * @param cells the columns that are features, in order, in their own units; NaN where missing
     * @throws InvalidInput if their number is wrong or one does not fit
     */
    public ClassPrediction predict(double[] cells) {
        return prediction(encoding.row(cells));
    }

    private ClassPrediction prediction(double[] features) {
        double[] probabilities = linear.probabilities(features);
        return new ClassPrediction(target.label(MultiLinearModel.largest(probabilities)), probabilities);
    }

    /**
     * A table with its targets, encoded as this model was trained, to evaluate it on.
     *
     * @throws InvalidInput if the table does not fit the model
     */
    public Prepared prepare(Table table) {
        return Prepared.of(table, Inputs.table(encoding), target);
    }

    /**
     * LIBSVM data, arrays or pictures with their labels, encoded as this model was trained, to evaluate it on.
     *
     * @throws InvalidInput if the data does not fit the model
     */
    public Prepared prepare(Dataset raw) {
        return Prepared.of(raw, Inputs.rows(encoding), target);
    }

    /** Weights and intercepts for the data in its own units; those on the encoded features are in {@link #linear}. */
    public Solution.MultiLinear original() {
        return encoding.original(new Solution.MultiLinear(linear.weights(), linear.intercepts()));
    }

    /** Names of the features, length d. */
    public List<String> featureNames() {
        return linear.featureNames();
    }
}
