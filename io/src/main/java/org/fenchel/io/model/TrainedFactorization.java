package org.fenchel.io.model;

import java.util.Arrays;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.loss.Loss;
import org.fenchel.model.FactorizationModel;

/**
 * A fitted factorization machine with all that it takes to use it on data in its own units.
 *
 * @param machine weights and vectors of the encoded features
 * @param encoding from the data to the features
 * @param target from the data to the targets, and back
 * @param training what was minimised, how well, and on what
 */
public record TrainedFactorization(
        FactorizationModel machine, Encoding encoding, TargetEncoding target, Training training)
        implements ScalarModel {
    public TrainedFactorization {
        if (machine.featureNames().size() != encoding.d()) {
            throw new IllegalArgumentException(
                    machine.featureNames().size() + " weights for " + encoding.d() + " encoded features");
        }
    }

    @Override
    public Loss loss() {
        return machine.loss();
    }

    @Override
    public double[] margins(Rows encoded) {
        return machine.margins(encoded);
    }

    /**
     * Predicts one row given by column names.
     *
     * @param row for each column a number, a text, or null where missing; what the model does not know is ignored
     * @throws InvalidInput if a column is not there or does not fit
     */
    public Prediction predict(Map<String, ?> row) {
        double[] features;
        double offset = 0;
        if (encoding instanceof TableEncoding fitted) {
            features = fitted.row(row);
            offset = OneRow.offset(row, fitted.roles());
        } else {
            features = encoding.row(OneRow.numbers(row, machine.featureNames()));
        }
        int[] columns = new int[features.length];
        double[] values = new double[features.length];
        int count = 0;
        for (int j = 0; j < features.length; j++) {
            if (features[j] != 0) {
                columns[count] = j;
                values[count++] = features[j];
            }
        }
        double margin = offset
                + (count == 0
                        ? machine.intercept()
                        : machine.margin(Arrays.copyOf(columns, count), Arrays.copyOf(values, count)));
        double response = loss().response(margin);
        return new Prediction(margin, response, target.decode(margin, response));
    }
}
