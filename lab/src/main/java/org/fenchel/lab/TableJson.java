package org.fenchel.lab;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.List;

/** Tables in JSON: words as texts, whole numbers without a point, others with one; those that JSON lacks as a list of their name. */
final class TableJson {
    private TableJson() {}

    static SimpleModule module() {
        return new SimpleModule("tables")
                .addSerializer(ResultTable.class, new Writer())
                .addDeserializer(ResultTable.class, new Reader());
    }

    private static final class Writer extends JsonSerializer<ResultTable> {
        @Override
        public void serialize(ResultTable table, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeObjectField("columns", table.columns());
            out.writeArrayFieldStart("rows");
            for (List<Object> row : table.rows()) {
                out.writeStartArray();
                for (Object cell : row) {
                    boolean lacking = cell instanceof Double number && !Double.isFinite(number);
                    out.writeObject(lacking ? List.of(cell.toString()) : cell);
                }
                out.writeEndArray();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    private static final class Reader extends JsonDeserializer<ResultTable> {
        @Override
        public ResultTable deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = in.readValueAsTree();
            String[] columns = new String[node.get("columns").size()];
            for (int k = 0; k < columns.length; k++) {
                columns[k] = node.get("columns").get(k).asText();
            }
            ResultTable table = ResultTable.of(columns);
            for (JsonNode row : node.get("rows")) {
                Object[] cells = new Object[columns.length];
                for (int k = 0; k < cells.length; k++) {
                    cells[k] = cell(row.get(k));
                }
                table.add(cells);
            }
            return table;
        }

        private static Object cell(JsonNode node) {
            if (node.isArray()) {
                return Double.valueOf(node.get(0).asText());
            }
            if (node.isTextual()) {
                return node.asText();
            }
            return node.isInt() ? (Object) node.asInt() : (Object) node.asDouble();
        }
    }
}
