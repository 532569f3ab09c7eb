package org.fenchel.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.file.NewFile;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.problem.Solution;

/**
 * A fitted model as an ONNX graph, which takes the columns in the data's own units and gives what {@code fenchel predict}
 * gives. It needs no Fenchel to run: operators of the standard's set 13, and of {@code ai.onnx.ml} 2 where there are categories.
 *
 * <p>Inputs, each with the number of rows as its first dimension: {@code numbers}, doubles, a column for each column of
 * numbers; {@code categories}, texts, a column for each column of categories; {@code offset}, doubles, if the model was fitted
 * with one. Outputs, by task: {@code prediction}; {@code label} and {@code probability} of the positive class; {@code label};
 * {@code rate} per unit of exposure; and always {@code margin}. For several classes {@code label}, {@code probabilities} and {@code margins},
 * both with a column for each class. A missing cell is NaN or the empty text, and makes numbers NaN unless the model fills it in.
 */
public final class OnnxModel {
    private OnnxModel() {}

    /**
     * Writes a model beside the file's place, then moves it there.
     *
     * @throws InvalidInput if ONNX cannot express the model
     * @throws IOException if the file cannot be written; one that was there stays
     */
    public static void write(Path file, TrainedLinear model) throws IOException {
        NewFile.write(file, bytes(model));
    }

    /**
     * Writes a model of several classes, likewise.
     *
     * @throws InvalidInput if ONNX cannot express the model
     * @throws IOException if the file cannot be written; one that was there stays
     */
    public static void write(Path file, TrainedMultinomial model) throws IOException {
        NewFile.write(file, bytes(model));
    }

    /**
     * The bytes of the file.
     *
     * @throws InvalidInput if ONNX cannot express the model
     */
    public static byte[] bytes(TrainedLinear model) {
        Solution.Linear solution = model.original();
        Envelope.requireRoom(solution.weights());
        GraphBuilder graph = new GraphBuilder();
        RawColumns columns = new RawColumns(model.encoding());
        String scores = columns.margins(graph, solution.weights(), new double[] {solution.intercept()});
        boolean offset =
                model.encoding() instanceof TableEncoding table && table.roles().offset() != null;
        String margin = graph.node(
                "Reshape",
                offset ? "margin_without_offset" : Answers.MARGIN,
                List.of(scores, graph.longs("rows", new long[] {-1}, 1)));
        if (offset) {
            String input = graph.input("offset", DataType.DOUBLE, 0, "added to the margin");
            margin = graph.node("Add", Answers.MARGIN, List.of(margin, input));
        }
        Answers.ofMargin(graph, margin, model.linear().loss(), model.target());
        return Envelope.around(graph, columns, model.encoding(), model.training());
    }

    /**
     * The bytes of the file of a model of several classes.
     *
     * @throws InvalidInput if ONNX cannot express the model
     */
    public static byte[] bytes(TrainedMultinomial model) {
        Solution.MultiLinear solution = model.original();
        Envelope.requireRoom(solution.weights());
        GraphBuilder graph = new GraphBuilder();
        RawColumns columns = new RawColumns(model.encoding());
        String scores = columns.margins(graph, solution.weights(), solution.intercepts());
        Answers.ofMargins(graph, scores, model.linear().loss(), model.target().labels());
        return Envelope.around(graph, columns, model.encoding(), model.training());
    }
}
