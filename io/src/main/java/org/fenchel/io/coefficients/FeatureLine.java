package org.fenchel.io.coefficients;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.ColumnEncoding;
import org.fenchel.io.encode.ColumnEncoding.Categories;
import org.fenchel.io.encode.ColumnEncoding.Hashed;
import org.fenchel.io.encode.ColumnEncoding.Numbers;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TableEncoding;

/**
 * What a line of a CSV file says of a feature besides its weights.
 *
 * @param part {@code number}, {@code category} or {@code reference}
 * @param value the level of a category, else empty
 * @param fill what a missing cell counts as, empty for nothing
 * @param place the column's number in the training file, from 1
 * @param feature number of the feature, -1 for a reference
 */
record FeatureLine(String part, String name, String value, String fill, int place, int feature) {
    /**
     * A line for each feature and each reference, in order.
     *
     * @throws InvalidInput if a column is hashed
     */
    static List<FeatureLine> of(Encoding encoding) {
        List<FeatureLine> lines = new ArrayList<>();
        if (!(encoding instanceof TableEncoding table)) {
            for (String name : encoding.featureNames()) {
                lines.add(new FeatureLine("number", name, "", "", lines.size() + 1, lines.size()));
            }
            return lines;
        }
        int first = 0;
        for (int c = 0; c < table.columns().size(); c++) {
            ColumnEncoding column = table.columns().get(c);
            int place = table.position(c) + 1;
            if (column instanceof Hashed) {
                throw InvalidInput.of(
                        "column '" + column.name() + "' is hashed, so that its weights have no names",
                        "keep the model in its own format");
            } else if (column instanceof Categories categories) {
                for (int level = 0; level < categories.levels().size(); level++) {
                    int feature = categories.feature(level);
                    lines.add(new FeatureLine(
                            feature < 0 ? "reference" : "category",
                            column.name(),
                            categories.levels().get(level),
                            categories.fill() == level ? "1" : "",
                            place,
                            feature < 0 ? -1 : first + feature));
                }
            } else {
                double fill = ((Numbers) column).fill();
                lines.add(new FeatureLine(
                        "number", column.name(), "", Double.isNaN(fill) ? "" : Double.toString(fill), place, first));
            }
            first += column.width();
        }
        return lines;
    }
}
