package org.fenchel.io.coefficients;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.ColumnEncoding;
import org.fenchel.io.encode.ColumnEncoding.Categories;
import org.fenchel.io.encode.ColumnEncoding.Hashed;
import org.fenchel.io.encode.ColumnEncoding.Numbers;
import org.fenchel.io.encode.RowsEncoding;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.problem.Solution;

/**
 * A linear model as CSV with the columns {@code part,name,value,weight,fitted,fill,place}, one line each for
 *
 * <ul>
 *   <li>{@code setting}: {@code name} has {@code value}; see {@link Settings} for the names;
 *   <li>{@code intercept}: {@code weight} for the data in its own units, {@code fitted} for the features as fitted;
 *   <li>{@code number}: a column {@code name} of numbers with its {@code weight}, {@code fitted} likewise; {@code fill} is what a
 *       missing cell counts as, {@code place} the column's number in the training file;
 *   <li>{@code category}: likewise for the cells of column {@code name} that are {@code value}; {@code fill} is 1 at the value that
 *       a missing cell counts as.
 * </ul>
 *
 * <p>What is read uses {@code weight}, on the data as it is: predictions agree to rounding. Without {@code fitted} and {@code place} it is read, too.
 */
public final class CoefficientsCsv {
    static final int VERSION = 1;

    private CoefficientsCsv() {}

    /** The model as text. */
    public static String of(TrainedLinear model) {
        StringWriter text = new StringWriter();
        try (CsvWriter out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            out.writeRecord("part", "name", "value", "weight", "fitted", "fill", "place");
            Settings.of(model).forEach((name, value) -> out.writeRecord("setting", name, value, "", "", "", ""));
            writeWeights(model, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a StringWriter throws none
        }
        return text.toString();
    }

    private static void writeWeights(TrainedLinear model, CsvWriter out) {
        Solution.Linear original = model.original();
        double[] weights = original.weights();
        double[] fitted = model.linear().weights();
        out.writeRecord(
                "intercept",
                "",
                "",
                Double.toString(original.intercept()),
                Double.toString(model.linear().intercept()),
                "",
                "");
        if (model.encoding() instanceof RowsEncoding) {
            for (int j = 0; j < fitted.length; j++) {
                out.writeRecord(
                        "number",
                        model.featureNames().get(j),
                        "",
                        Double.toString(weights[j]),
                        Double.toString(fitted[j]),
                        "",
                        Integer.toString(j + 1));
            }
            return;
        }
        TableEncoding table = (TableEncoding) model.encoding();
        int j = 0;
        for (int c = 0; c < table.columns().size(); c++) {
            ColumnEncoding column = table.columns().get(c);
            if (column instanceof Hashed) {
                throw InvalidInput.of(
                        "column '" + column.name() + "' is hashed, so that its weights have no names",
                        "keep the model in its own format");
            }
            String place = Integer.toString(table.position(c) + 1);
            for (int level = 0; level < column.width(); level++, j++) {
                boolean words = column instanceof Categories;
                out.writeRecord(
                        words ? "category" : "number",
                        column.name(),
                        column instanceof Categories categories
                                ? categories.levels().get(level)
                                : "",
                        Double.toString(weights[j]),
                        Double.toString(fitted[j]),
                        fill(column, level),
                        place);
            }
        }
    }

    private static String fill(ColumnEncoding column, int level) {
        if (column instanceof Categories categories) {
            return categories.fill() == level ? "1" : "";
        }
        double fill = ((Numbers) column).fill();
        return Double.isNaN(fill) ? "" : Double.toString(fill);
    }

    /**
     * The model of a text that {@link #of} wrote.
     *
     * @throws org.fenchel.data.InvalidInput if it is none, with line and column
     */
    public static TrainedLinear parse(String text) {
        return new CsvCoefficients(text).model();
    }
}
