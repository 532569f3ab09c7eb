package org.fenchel.io.model;

import java.util.List;
import java.util.Map;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.Prepared;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Loss;
import org.fenchel.model.LinearModel;
import org.fenchel.problem.Solution;
import org.jspecify.annotations.Nullable;

/**
 * A fitted linear model with all that it takes to use it on data in its own units.
 *
 * <pre>{@code
 * TrainedLinear model = ModelFile.read(Path.of("spam.model"), TrainedLinear.class);
 * Prediction one = model.predict(Map.of("make", 0, "address", 0.64, ...));
 * Predictions many = model.predict(CsvReader.read(file, format));
 * }</pre>
 *
 * @param linear weights on the encoded features
 * @param encoding from the data to the features
 * @param target from the data to the targets, and back
 * @param training what was minimised, how well, and on what
 * @param errors how sure the weights are, where that was asked for, or null
 */
public record TrainedLinear(
        LinearModel linear,
        Encoding encoding,
        TargetEncoding target,
        Training training,
        @Nullable StandardErrors errors)
        implements ScalarModel {
    /** Without standard errors. */
    public TrainedLinear(LinearModel linear, Encoding encoding, TargetEncoding target, Training training) {
        this(linear, encoding, target, training, null);
    }

    public TrainedLinear {
        if (linear.featureNames().size() != encoding.d()) {
            throw new IllegalArgumentException(
                    linear.featureNames().size() + " weights for " + encoding.d() + " encoded features");
        }
    }

    /**
     * Predicts one row given by column names. Of the roles, an offset or exposure that the model was fitted with is needed too.
     *
     * @param row for each column a number, a text, or null where missing; what the model does not know is ignored
     * @throws InvalidInput if a column is not there or does not fit
     */
    public Prediction predict(Map<String, ?> row) {
        if (encoding instanceof TableEncoding fitted) {
            return prediction(linear.margin(fitted.row(row)) + OneRow.offset(row, fitted.roles()));
        }
        return predict(OneRow.numbers(row, encoding.featureNames()));
    }

    /**
     * Predicts one row of numbers, with offset 0 and exposure 1.
     *
     * @param cells the columns that are features, in order, in their own units; NaN where missing
     * @throws InvalidInput if their number is wrong or one does not fit
     */
    public Prediction predict(double[] cells) {
        return prediction(linear.margin(encoding.row(cells)));
    }

    private Prediction prediction(double margin) {
        double response = linear.loss().response(margin);
        return new Prediction(margin, response, target.decode(margin, response));
    }

    /**
     * A table with its targets, encoded as this model was trained, to evaluate it on.
     *
     * @throws InvalidInput if the table does not fit the model
     */
    public Prepared prepare(Table table) {
        return Prepared.of(table, Inputs.table(encoding), target, linear.loss());
    }

    /**
     * LIBSVM data or arrays with their targets, encoded as this model was trained, to evaluate it on.
     *
     * @throws InvalidInput if the data does not fit the model
     */
    public Prepared prepare(Dataset raw) {
        return Prepared.of(raw, Inputs.rows(encoding), target, linear.loss());
    }

    @Override
    public Loss loss() {
        return linear.loss();
    }

    @Override
    public double[] margins(Rows encoded) {
        double[] weights = linear.weights();
        double[] margins = new double[encoded.n()];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = encoded.dot(i, weights) + linear.intercept();
        }
        return margins;
    }

    /** Margins of encoded data, offsets included, length n. */
    public double[] margins(Dataset encoded) {
        double[] weights = linear.weights();
        double[] margins = new double[encoded.n()];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = encoded.rows().dot(i, weights) + linear.intercept() + encoded.offset(i);
        }
        return margins;
    }

    /** Weights and intercept for the data in its own units; those on the encoded features are in {@link #linear}. */
    public Solution.Linear original() {
        return encoding.original(new Solution.Linear(linear.weights(), linear.intercept()));
    }

    /** Names of the features, length d. */
    public List<String> featureNames() {
        return linear.featureNames();
    }
}
