package org.fenchel.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.RowsEncoding;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.Training;

/** What a file holds around its graph: versions, names of the columns in order, and where the model comes from. */
final class Envelope {
    private static final int IR_VERSION = 7; // the one of operator set 13
    private static final int OPERATORS = 13;
    private static final int ML_OPERATORS = 2;
    private static final long MOST_BYTES = Integer.MAX_VALUE - (1 << 20);

    private Envelope() {}

    /** Refuses weights that no file can hold. */
    static void requireRoom(double[] weights) {
        if (8L * weights.length > MOST_BYTES) {
            throw InvalidInput.of("the weights do not fit into an ONNX file, which ends at 2 GB", "export them as CSV");
        }
    }

    /** The bytes of the file. */
    static byte[] around(GraphBuilder graph, RawColumns columns, Encoding encoding, Training training) {
        ModelProto.Builder proto = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("fenchel")
                .setProducerVersion(training.provenance().fenchel())
                .setDocString(training.problem())
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                .setGraph(graph.build("fenchel"));
        if (!columns.categoryNames().isEmpty()) {
            proto.addOpsetImport(
                    OperatorSetIdProto.newBuilder().setDomain(GraphBuilder.ML).setVersion(ML_OPERATORS));
        }
        describe(proto, columns, encoding, training);
        return proto.build().toByteArray();
    }

    private static void describe(ModelProto.Builder proto, RawColumns columns, Encoding encoding, Training training) {
        JsonObject names = new JsonObject();
        boolean numbered = encoding instanceof RowsEncoding rows && rows.numbered();
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
