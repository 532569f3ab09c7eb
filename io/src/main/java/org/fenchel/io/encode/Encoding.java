package org.fenchel.io.encode;

import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.table.Table;
import org.fenchel.problem.Solution;

/**
 * How cells become features, fitted on the training data and applied as it is ever after. Feature {@code j} is {@code (x -
 * shift(j)) / divisor(j)} of what stands in the data. Immutable.
 */
public sealed interface Encoding permits TableEncoding, RowsEncoding {
    /**
     * Learns how to encode a table.
     *
     * @param roles its columns that are no features
     * @throws InvalidInput if a named column is not there, a missing cell is refused, or no feature or no row is left
     */
    static TableEncoding fit(Table table, Roles roles, EncodingOptions options) {
        return TableFit.of(table, roles, options);
    }

    /**
     * Learns how to scale the columns of rows that are numbers already, as from LIBSVM files and arrays.
     *
     * @param featureNames one a column
     * @throws InvalidInput if a column's values are too far apart to be scaled
     */
    static RowsEncoding fit(Rows rows, List<String> featureNames, Scale scale) {
        return RowsFit.of(rows, featureNames, scale);
    }

    /** Number of features. */
    int d();

    /** Names of the features, length d. */
    List<String> featureNames();

    /** The levels of categories that have no feature, as {@code column=level}: what the weights of the other levels compare with. */
    default List<String> references() {
        return List.of();
    }

    /** How numeric features are scaled. */
    Scale scale();

    /** What is subtracted from the data to give feature {@code j}; 0 for one-hot features. */
    double shift(int j);

    /**
     * What the difference is divided by then; 1 for one-hot features, infinite where the training data is constant, so that the
     * feature is always 0.
     */
    double divisor(int j);

    /**
     * Encodes one row of numbers.
     *
     * @param cells the feature columns in order, NaN where missing
     * @return length d
     * @throws InvalidInput if the number of cells is wrong, or one of them is no number
     */
    double[] row(double[] cells);

    /**
     * The weights and intercept that give the same margins on the data in its own units, with one-hot features as 0 and 1.
     *
     * @param fitted weights on the features, length d
     */
    default Solution.Linear original(Solution.Linear fitted) {
        double[] weights = fitted.weights().clone();
        double intercept = fitted.intercept();
        for (int j = 0; j < weights.length; j++) {
            weights[j] /= divisor(j);
            intercept -= weights[j] * shift(j);
        }
        return new Solution.Linear(weights, intercept);
    }

    /**
     * The same for a model of several classes.
     *
     * @param fitted weights on the features, d K numbers
     */
    default Solution.MultiLinear original(Solution.MultiLinear fitted) {
        int classes = fitted.classes();
        double[] weights = fitted.weights().clone();
        double[] intercepts = fitted.intercepts().clone();
        for (int j = 0; j < d(); j++) {
            for (int k = 0; k < classes; k++) {
                weights[j * classes + k] /= divisor(j);
                intercepts[k] -= weights[j * classes + k] * shift(j);
            }
        }
        return new Solution.MultiLinear(weights, intercepts);
    }

    /** All of it but the arrays of a {@link RowsEncoding}, which may be long. */
    JsonObject toJson();
}
