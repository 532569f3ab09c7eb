package org.fenchel.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A graph under construction. Values are known by their names, which the methods return; the first dimension of inputs and
 * outputs is the number of rows, which a file leaves open.
 */
final class GraphBuilder {
    /** The domain of operators on strings and classical models. */
    static final String ML = "ai.onnx.ml";

    private final GraphProto.Builder graph = GraphProto.newBuilder();

    /** Adds an input of rows of doubles or strings, {@code columns} wide; 0 for one value a row without a second dimension. */
    String input(String name, TensorProto.DataType type, int columns, String description) {
        graph.addInput(value(name, type, columns, description));
        return name;
    }

    /** Declares a value an output, of the width as in {@link #input}. */
    void output(String name, TensorProto.DataType type, int columns, String description) {
        graph.addOutput(value(name, type, columns, description));
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, int columns, String description) {
        TensorShapeProto.Builder shape =
                TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("rows"));
        if (columns > 0) {
            shape.addDim(Dimension.newBuilder().setDimValue(columns));
        }
        TypeProto.Tensor.Builder tensor =
                TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setDocString(description)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    /** Adds an operator with one output. */
    String node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        return node("", operator, output, inputs, attributes);
    }

    /** Adds an operator of a domain, the empty one for the standard's own, with one output. */
    String node(String domain, String operator, String output, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setDomain(domain)
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return output;
    }

    /** Adds a constant of doubles in row-major order, in the given dimensions; none for a single number. */
    String doubles(String name, double[] values, long... dimensions) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        graph.addInitializer(
                tensor(name, TensorProto.DataType.DOUBLE, dimensions).setRawData(ByteString.copyFrom(bytes)));
        return name;
    }

    /** Adds a constant of whole numbers. */
    String longs(String name, long[] values, long... dimensions) {
        TensorProto.Builder tensor = tensor(name, TensorProto.DataType.INT64, dimensions);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** Adds a constant vector of texts. */
    String texts(String name, List<String> values) {
        TensorProto.Builder tensor = tensor(name, TensorProto.DataType.STRING, values.size());
        values.forEach(value -> tensor.addStringData(ByteString.copyFrom(value, StandardCharsets.UTF_8)));
        graph.addInitializer(tensor);
        return name;
    }

    private static TensorProto.Builder tensor(String name, TensorProto.DataType type, long... dimensions) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
        }
        return tensor;
    }

    /** The graph of all that was added. */
    GraphProto build(String name) {
        return graph.setName(name).build();
    }
}
