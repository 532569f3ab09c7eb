package org.fenchel.io.coefficients;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.io.model.TrainedMultinomial;
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
 *       a missing cell counts as;
 *   <li>{@code reference}: the value that the column's other weights compare with, of weight 0.
 * </ul>
 *
 * <p>Models of several classes have one more column, {@code class}, after {@code value}, and a line for each class and weight.
 *
 * <p>What is read uses {@code weight}, on the data as it is: predictions agree to rounding. Without {@code fitted} and {@code place} it is read, too.
 */
public final class CoefficientsCsv {
    static final int VERSION = 1;

    private CoefficientsCsv() {}

    /** The model as text. */
    public static String of(TrainedLinear model) {
        Solution.Linear original = model.original();
        double[] fitted = model.linear().weights();
        return text(out -> {
            out.writeRecord("part", "name", "value", "weight", "fitted", "fill", "place");
            Settings.of(model.training(), model.target(), model.encoding())
                    .forEach((name, value) -> out.writeRecord("setting", name, value, "", "", "", ""));
            out.writeRecord(
                    "intercept",
                    "",
                    "",
                    Double.toString(original.intercept()),
                    Double.toString(model.linear().intercept()),
                    "",
                    "");
            for (FeatureLine line : FeatureLine.of(model.encoding())) {
                int j = line.feature();
                out.writeRecord(
                        line.part(),
                        line.name(),
                        line.value(),
                        Double.toString(j < 0 ? 0 : original.weights()[j]),
                        Double.toString(j < 0 ? 0 : fitted[j]),
                        line.fill(),
                        Integer.toString(line.place()));
            }
        });
    }

    /** The model of several classes as text. */
    public static String of(TrainedMultinomial model) {
        Solution.MultiLinear original = model.original();
        double[] weights = original.weights();
        double[] intercepts = original.intercepts();
        double[] fitted = model.linear().weights();
        double[] fittedIntercepts = model.linear().intercepts();
        int classes = model.target().count();
        return text(out -> {
            out.writeRecord("part", "name", "value", "class", "weight", "fitted", "fill", "place");
            Settings.of(model.training(), model.target(), model.encoding())
                    .forEach((name, value) -> out.writeRecord("setting", name, value, "", "", "", "", ""));
            for (int k = 0; k < classes; k++) {
                out.writeRecord(
                        "intercept",
                        "",
                        "",
                        model.target().label(k),
                        Double.toString(intercepts[k]),
                        Double.toString(fittedIntercepts[k]),
                        "",
                        "");
            }
            for (FeatureLine line : FeatureLine.of(model.encoding())) {
                int j = line.feature();
                for (int k = 0; k < (j < 0 ? 1 : classes); k++) {
                    out.writeRecord(
                            line.part(),
                            line.name(),
                            line.value(),
                            j < 0 ? "" : model.target().label(k),
                            Double.toString(j < 0 ? 0 : weights[j * classes + k]),
                            Double.toString(j < 0 ? 0 : fitted[j * classes + k]),
                            line.fill(),
                            Integer.toString(line.place()));
                }
            }
        });
    }

    private static String text(Consumer<CsvWriter> content) {
        StringWriter text = new StringWriter();
        try (CsvWriter out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            content.accept(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // a StringWriter throws none
        }
        return text.toString();
    }

    /**
     * The model of one margin of a text that {@link #of(TrainedLinear)} wrote.
     *
     * @throws InvalidInput if it is none, with line and column
     */
    public static TrainedLinear parse(String text) {
        if (parseAny(text) instanceof TrainedLinear linear) {
            return linear;
        }
        throw CoefficientsFile.severalClasses();
    }

    /**
     * The model of a text that {@link #of} wrote, of one margin or of several classes.
     *
     * @throws InvalidInput if it is none, with line and column
     */
    public static TrainedModel parseAny(String text) {
        return new CsvCoefficients(text).model();
    }
}
