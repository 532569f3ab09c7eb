package org.fenchel.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.ColumnEncoding;
import org.fenchel.io.encode.ColumnEncoding.Categories;
import org.fenchel.io.encode.ColumnEncoding.Numbers;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TableEncoding;

/**
 * The inputs of a graph, columns in the data's own units, and the margins that follow from them. Scaling is folded into the weights; a category is
 * a row of a table of weights, so that no one-hot features are made.
 *
 * <p>A missing cell, NaN or the empty text, counts as what the encoding fills in; where it fills nothing in, margins become NaN.
 */
final class RawColumns {
    static final String NUMBERS = "numbers";
    static final String CATEGORIES = "categories";

    /** A column of numbers with the number of its feature. */
    private record NumberAt(Numbers column, int feature) {}

    /** A column of categories with the number of its first feature. */
    private record CategoriesAt(Categories column, int feature) {}

    private final List<NumberAt> numbers = new ArrayList<>();
    private final List<CategoriesAt> categories = new ArrayList<>();

    RawColumns(Encoding encoding) {
        int feature = 0;
        for (ColumnEncoding column : columns(encoding)) {
            if (column instanceof Numbers number) {
                numbers.add(new NumberAt(number, feature));
            } else if (column instanceof Categories words) {
                categories.add(new CategoriesAt(words, feature));
            } else {
                throw InvalidInput.of(
                        "column '" + column.name() + "' is hashed, which ONNX has no operator for",
                        "train without --hash-bits to export the model");
            }
            feature += column.width();
        }
    }

    private static List<ColumnEncoding> columns(Encoding encoding) {
        if (encoding instanceof TableEncoding table) {
            return table.columns();
        }
        List<String> names = encoding.featureNames();
        List<ColumnEncoding> columns = new ArrayList<>(names.size());
        for (int j = 0; j < names.size(); j++) {
            columns.add(new Numbers(names.get(j), encoding.shift(j), encoding.divisor(j), Double.NaN));
        }
        return columns;
    }

    /** Names of the columns of numbers in the order of the input's columns. */
    List<String> numberNames() {
        return numbers.stream().map(at -> at.column().name()).toList();
    }

    /** Names of the columns of categories in the order of the input's columns. */
    List<String> categoryNames() {
        return categories.stream().map(at -> at.column().name()).toList();
    }

    /**
     * Adds inputs and margins.
     *
     * @param weights for the data in its own units, shape (d, number of margins)
     * @param intercepts one for each margin
     * @return the name of the margins: rows x number of margins
     */
    String margins(GraphBuilder graph, double[] weights, double[] intercepts) {
        List<String> parts = new ArrayList<>();
        parts.add(graph.doubles("intercept", intercepts, 1, intercepts.length));
        if (!numbers.isEmpty()) {
            parts.add(ofNumbers(graph, weights, intercepts.length));
        }
        if (!categories.isEmpty()) {
            graph.input(CATEGORIES, DataType.STRING, categories.size(), String.join(", ", categoryNames()));
            for (int c = 0; c < categories.size(); c++) {
                parts.add(ofCategories(graph, weights, intercepts.length, c));
            }
        }
        return graph.node("Sum", "scores", parts);
    }

    private String ofNumbers(GraphBuilder graph, double[] weights, int margins) {
        int width = numbers.size();
        String cells = graph.input(NUMBERS, DataType.DOUBLE, width, "the columns of numbers, NaN where missing");
        double[] fill = numbers.stream().mapToDouble(at -> at.column().fill()).toArray();
        if (!Arrays.stream(fill).allMatch(Double::isNaN)) {
            String missing = graph.node("IsNaN", "missing", List.of(cells));
            cells = graph.node("Where", "filled", List.of(missing, graph.doubles("fill", fill, 1, width), cells));
        }
        double[] table = new double[width * margins];
        for (int j = 0; j < width; j++) {
            System.arraycopy(weights, numbers.get(j).feature() * margins, table, j * margins, margins);
        }
        String constant = graph.doubles("weights", table, width, margins);
        return graph.node("MatMul", "numbers_part", List.of(cells, constant));
    }

    /** Copies a feature's weights to a row of the table, which stays zero for the reference. */
    private static void copy(double[] weights, int first, int feature, double[] table, int row, int margins) {
        if (feature >= 0) {
            System.arraycopy(weights, (first + feature) * margins, table, row * margins, margins);
        }
    }

    /** Each level is a row of weights; after them a row of zeros for unknown levels, and one for missing cells. */
    private String ofCategories(GraphBuilder graph, double[] weights, int margins, int c) {
        Categories column = categories.get(c).column();
        int first = categories.get(c).feature();
        int levels = column.levels().size();
        double[] table = new double[(levels + 2) * margins];
        for (int level = 0; level < levels; level++) {
            copy(weights, first, column.feature(level), table, level, margins);
        }
        int missing = (levels + 1) * margins;
        if (column.fill() < 0) {
            Arrays.fill(table, missing, missing + margins, Double.NaN);
        } else {
            copy(weights, first, column.feature(column.fill()), table, levels + 1, margins);
        }
        List<String> keys = new ArrayList<>(column.levels());
        List<Long> rows = new ArrayList<>();
        for (long level = 0; level < levels; level++) {
            rows.add(level);
        }
        keys.add("");
        rows.add(levels + 1L);
        String prefix = "category_" + (c + 1);
        String cells = graph.node(
                "Gather",
                prefix + "_cells",
                List.of(CATEGORIES, graph.longs(prefix + "_column", new long[] {c})),
                Attributes.whole("axis", 1));
        String row = graph.node(
                GraphBuilder.ML,
                "LabelEncoder",
                prefix + "_row",
                List.of(cells),
                Attributes.texts("keys_strings", keys),
                Attributes.wholes("values_int64s", rows),
                Attributes.whole("default_int64", levels));
        String constant = graph.doubles(prefix + "_weights", table, levels + 2L, margins);
        return graph.node("Gather", prefix + "_part", List.of(constant, row), Attributes.whole("axis", 0));
    }
}
