package org.fenchel.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.RowsEncoding;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.file.NewFile;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.model.Training;
import org.fenchel.problem.Solution;

/**
 * A fitted model as an ONNX graph, which takes the columns in the data's own units and gives what {@code fenchel predict}
 * gives. It needs no Fenchel to run: operators of the standard's set 13, and of {@code ai.onnx.ml} 2 where there are categories.
 *
 * <p>Inputs, each with the number of rows as its first dimension: {@code numbers}, doubles, a column for each column of numbers;
 * {@code categories}, texts, a column for each column of categories; {@code offset}, doubles, if the model was fitted with one.
 * Outputs, by task: {@code prediction}; {@code label} and {@code probability} of the positive class; {@code label}; {@code rate} per unit of
 * exposure; and always {@code margin}. A missing cell is NaN or the empty text, and makes numbers NaN unless the model fills it in.
 */
public final class OnnxModel {
    private static final int IR_VERSION = 7; // the one of operator set 13
    private static final int OPERATORS = 13;
    private static final int ML_OPERATORS = 2;
    private static final long MOST_BYTES = Integer.MAX_VALUE - (1 << 20);

    private OnnxModel() {}

    /**
     * Writes a model beside the file's place, then moves it there.
     *
     * @throws InvalidInput if ONNX cannot express the model, or the file cannot be written
     */
    public static void write(Path file, TrainedLinear model) throws IOException {
        NewFile.write(file, bytes(model));
    }

    /**
     * The bytes of the file.
     *
     * @throws InvalidInput if ONNX cannot express the model
     */
    public static byte[] bytes(TrainedLinear model) {
        return proto(model).toByteArray();
    }

    private static ModelProto proto(TrainedLinear model) {
        Solution.Linear solution = model.original();
        if (8L * solution.weights().length > MOST_BYTES) {
            throw InvalidInput.of("the weights do not fit into an ONNX file, which ends at 2 GB", "export them as CSV");
        }
        GraphBuilder graph = new GraphBuilder();
        RawColumns columns = new RawColumns(model.encoding());
        String scores =
                columns.margins(graph, new double[][] {solution.weights()}, new double[] {solution.intercept()});
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

        ModelProto.Builder proto = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("fenchel")
                .setProducerVersion(model.training().provenance().fenchel())
                .setDocString(model.training().problem())
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                .setGraph(graph.build("fenchel"));
        if (!columns.categoryNames().isEmpty()) {
            proto.addOpsetImport(
                    OperatorSetIdProto.newBuilder().setDomain(GraphBuilder.ML).setVersion(ML_OPERATORS));
        }
        describe(proto, model, columns);
        return proto.build();
    }

    /** What the graph does not say: names of the columns in order, and where the model comes from. */
    private static void describe(ModelProto.Builder proto, TrainedLinear model, RawColumns columns) {
        Training training = model.training();
        JsonObject names = new JsonObject();
        boolean numbered = model.encoding() instanceof RowsEncoding rows && rows.numbered();
        if (!numbered && !columns.numberNames().isEmpty()) {
            names.put("numbers", columns.numberNames());
        }
        if (!columns.categoryNames().isEmpty()) {
            names.put("categories", columns.categoryNames());
        }
        add(proto, "columns", names.toString());
        add(proto, "loss", training.loss());
        add(proto, "penalty", training.penalty());
        add(proto, "objective", Double.toString(training.certificate().primal()));
        add(proto, "relativeGap", Double.toString(training.certificate().relativeGap()));
        add(proto, "data", training.provenance().data());
        add(proto, "created", training.provenance().created().toString());
    }

    private static void add(ModelProto.Builder proto, String key, String value) {
        proto.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    }
}
