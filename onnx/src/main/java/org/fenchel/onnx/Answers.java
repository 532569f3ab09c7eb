package org.fenchel.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonLog;
import org.fenchel.loss.Sigmoids;
import org.fenchel.loss.Softmax;
import org.fenchel.loss.VectorLoss;

/** The outputs of a graph: what a margin says, as {@code fenchel predict} has it. */
final class Answers {
    static final String MARGIN = "margin";

    private static final double[] PROBES = {-2.5, -0.5, 0, 0.75, 3};

    private Answers() {}

    /**
     * Adds the outputs of a model with one margin.
     *
     * @param margin a value named {@link #MARGIN}, one number a row
     * @throws InvalidInput if the loss answers by a formula of its own
     */
    static void ofMargin(GraphBuilder graph, String margin, Loss loss, TargetEncoding target) {
        if (target instanceof TargetEncoding.TwoClasses classes) {
            String positive =
                    graph.node("Greater", "is_positive", List.of(margin, graph.doubles("zero", new double[1])));
            String index =
                    graph.node("Cast", "class_index", List.of(positive), Attributes.whole("to", DataType.INT64_VALUE));
            label(
                    graph,
                    index,
                    graph.node("IsNaN", "unknown", List.of(margin)),
                    List.of(classes.negative(), classes.positive()));
            if (loss instanceof Logistic) {
                graph.output(
                        graph.node("Sigmoid", "probability", List.of(margin)),
                        DataType.DOUBLE,
                        0,
                        "of " + classes.positive());
            }
        } else if (loss instanceof PoissonLog) {
            graph.output(
                    graph.node("Exp", "rate", List.of(margin)), DataType.DOUBLE, 0, "mean count per unit of exposure");
        } else if (!answersMargin(loss)) {
            throw InvalidInput.of(
                    "ONNX export does not know how " + loss + " turns margins into answers",
                    "export the coefficients as JSON or CSV instead");
        } else if (isRate(loss)) {
            // Not Max, which takes NaN for less than 0.
            String zero = graph.doubles("zero", new double[1]);
            String low = graph.node("Less", "below_zero", List.of(margin, zero));
            graph.output(
                    graph.node("Where", "rate", List.of(low, zero, margin)),
                    DataType.DOUBLE,
                    0,
                    "mean count per unit of exposure, at least 0");
        } else {
            graph.output(graph.node("Identity", "prediction", List.of(margin)), DataType.DOUBLE, 0, "of the target");
        }
        graph.output(margin, DataType.DOUBLE, 0, "weighted sum of the features, plus the intercept");
    }

    /**
     * Adds the outputs of a model with a margin for each class.
     *
     * @param scores rows x classes
     * @throws InvalidInput if the loss answers by a formula of its own
     */
    static void ofMargins(GraphBuilder graph, String scores, VectorLoss loss, List<String> classes) {
        String logits = graph.node("Identity", "margins", List.of(scores));
        String likely = logits;
        if (loss instanceof Sigmoids) {
            likely = logSigmoids(graph, logits);
        } else if (!(loss instanceof Softmax)) {
            throw InvalidInput.of(
                    "ONNX export does not know how " + loss + " turns margins into answers",
                    "use the model by fenchel predict");
        }
        String probabilities = graph.node("Softmax", "probabilities", List.of(likely), Attributes.whole("axis", 1));
        String largest = graph.node(
                "ArgMax",
                "class_index",
                List.of(probabilities),
                Attributes.whole("axis", 1),
                Attributes.whole("keepdims", 0));
        String first = graph.node(
                "Gather",
                "first_probability",
                List.of(probabilities, graph.longs("first_class", new long[1])),
                Attributes.whole("axis", 1));
        label(graph, largest, graph.node("IsNaN", "unknown", List.of(first)), classes);
        String description = "of " + String.join(", ", classes);
        graph.output(probabilities, DataType.DOUBLE, classes.size(), description);
        graph.output(logits, DataType.DOUBLE, classes.size(), description);
    }

    /**
     * Shares of sigmoids are the softmax of their logarithms, min(m, 0) - log(1 + exp(-|m|)), which no margin takes to 0 / 0.
     * (There is a Softplus, but runtimes lack it for doubles.)
     */
    private static String logSigmoids(GraphBuilder graph, String margins) {
        String size = graph.node("Abs", "sizes", List.of(margins));
        String power = graph.node("Exp", "powers", List.of(graph.node("Neg", "opposites", List.of(size))));
        String one = graph.doubles("one", new double[] {1});
        String rest = graph.node("Log", "rests", List.of(graph.node("Add", "sums", List.of(power, one))));
        String low = graph.node("Min", "lows", List.of(margins, graph.doubles("zero", new double[1])));
        return graph.node("Sub", "log_sigmoids", List.of(low, rest));
    }

    /** Adds the label of the class of each row's index, the empty one where margins are NaN. */
    static void label(GraphBuilder graph, String index, String unknown, List<String> classes) {
        List<String> labels = new ArrayList<>(classes);
        labels.add("");
        String none = graph.longs("no_class", new long[] {classes.size()});
        String known = graph.node("Where", "label_index", List.of(unknown, none, index));
        graph.output(
                graph.node("Gather", "label", List.of(graph.texts("labels", labels), known)),
                DataType.STRING,
                0,
                "the likeliest class, empty where a cell is missing");
    }

    private static boolean answersMargin(Loss loss) {
        for (double z : PROBES) {
            if (loss.response(z) != z) {
                return false;
            }
        }
        return true;
    }

    /** Whether targets, and so answers, cannot be below 0. */
    private static boolean isRate(Loss loss) {
        return !loss.accepts(-0.5);
    }
}
