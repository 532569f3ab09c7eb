package org.fenchel.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Attributes of operators: constants that are part of what an operator does. */
final class Attributes {
    private Attributes() {}

    static AttributeProto whole(String name, long value) {
        return named(name, AttributeType.INT).setI(value).build();
    }

    static AttributeProto wholes(String name, List<Long> values) {
        return named(name, AttributeType.INTS).addAllInts(values).build();
    }

    static AttributeProto texts(String name, List<String> values) {
        AttributeProto.Builder attribute = named(name, AttributeType.STRINGS);
        values.forEach(value -> attribute.addStrings(ByteString.copyFrom(value, StandardCharsets.UTF_8)));
        return attribute.build();
    }

    private static AttributeProto.Builder named(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
