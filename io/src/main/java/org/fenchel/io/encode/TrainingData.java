package org.fenchel.io.encode;

import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;

/**
 * Everything between a file and a solver: the encodings fitted on the training data, and the data encoded with them.
 *
 * @param encoding of the features
 * @param target encoding of the targets
 * @param prepared the training data encoded
 */
public record TrainingData(Encoding encoding, TargetEncoding target, Prepared prepared) {
    /**
     * Fits the encodings on a table and encodes it.
     *
     * @param loss decides what the targets must be
     * @param positive the class that is +1, for a two-class loss; null for the second in order
     * @throws InvalidInput if a column, a cell, the classes or a target do not suit, with the place where there is one
     */
    public static TrainingData of(
            Table table, Roles roles, EncodingOptions options, Loss loss, @Nullable String positive) {
        TableEncoding encoding = Encoding.fit(table, roles, options);
        Encoded encoded = encoding.encode(table, roles.names());
        TargetEncoding target =
                TargetEncoding.fit(table, table.column(roles.target()), encoded.keptRows(), loss, positive);
        return new TrainingData(encoding, target, Prepared.of(table, encoding, target, loss, encoded));
    }

    /**
     * Fits the encodings on rows of numbers (LIBSVM, arrays) and encodes them.
     *
     * @param raw features, targets, weights and offsets as read
     * @param positive the class that is +1, for a two-class loss; null for the larger number
     * @throws InvalidInput if the classes, a target or a feature do not suit
     */
    public static TrainingData of(Dataset raw, Scale scale, Loss loss, @Nullable String positive) {
        RowsEncoding encoding = Encoding.fit(raw.rows(), raw.featureNames(), scale);
        TargetEncoding target = TargetEncoding.fit(raw.targets(), loss, positive);
        return new TrainingData(encoding, target, Prepared.of(raw, encoding, target, loss));
    }

    /**
     * Fits the encodings on a table and encodes it, for a model of several classes.
     *
     * @throws InvalidInput if a column, a cell or the classes do not suit, with the place where there is one
     */
    public static TrainingData ofClasses(Table table, Roles roles, EncodingOptions options) {
        TableEncoding encoding = Encoding.fit(table, roles, options);
        Encoded encoded = encoding.encode(table, roles.names());
        SeveralClasses classes = SeveralClasses.of(table, table.column(roles.target()), encoded.keptRows());
        return new TrainingData(encoding, classes, Prepared.of(table, encoding, classes, encoded));
    }

    /**
     * Fits the encodings on rows of numbers (LIBSVM, arrays, pictures) and encodes them, for a model of several classes.
     *
     * @param raw features, labels and weights as read
     * @throws InvalidInput if the classes or a feature do not suit
     */
    public static TrainingData ofClasses(Dataset raw, Scale scale) {
        RowsEncoding encoding = Encoding.fit(raw.rows(), raw.featureNames(), scale);
        SeveralClasses classes = SeveralClasses.of(raw.targets());
        return new TrainingData(encoding, classes, Prepared.of(raw, encoding, classes));
    }

    /** The data to fit a model on. */
    public Dataset dataset() {
        return prepared.dataset();
    }
}
