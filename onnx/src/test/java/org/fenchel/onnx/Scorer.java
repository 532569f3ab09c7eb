package org.fenchel.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.DoubleBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.data.Rows;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;

/** Runs a graph in onnxruntime as a program without Fenchel would, which knows the file and nothing else. */
final class Scorer implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    Scorer(byte[] model) throws OrtException {
        session = environment.createSession(model);
    }

    /** The metadata of the file. */
    Map<String, String> metadata() throws OrtException {
        return session.getMetadata().getCustomMetadata();
    }

    OrtSession session() {
        return session;
    }

    /** The outputs for rows of numbers. */
    Map<String, Object> score(Rows rows) throws OrtException {
        double[] cells = new double[rows.n() * rows.d()];
        double[] row = new double[rows.d()];
        for (int i = 0; i < rows.n(); i++) {
            java.util.Arrays.fill(row, 0);
            rows.axpy(1, i, row);
            System.arraycopy(row, 0, cells, i * row.length, row.length);
        }
        return run(Map.of("numbers", numbers(cells, rows.n(), rows.d())));
    }

    /** The outputs for a table, whose columns the file names. */
    Map<String, Object> score(Table table) throws OrtException {
        JsonObject columns = JsonObject.parse(metadata().get("columns"));
        Map<String, OnnxTensor> inputs = new HashMap<>();
        if (columns.has("numbers")) {
            List<String> names = columns.texts("numbers");
            double[] cells = new double[table.n() * names.size()];
            for (int j = 0; j < names.size(); j++) {
                double[] column = ((Column.Numeric) table.column(names.get(j))).values();
                for (int i = 0; i < table.n(); i++) {
                    cells[i * names.size() + j] = column[i];
                }
            }
            inputs.put("numbers", numbers(cells, table.n(), names.size()));
        }
        if (columns.has("categories")) {
            List<String> names = columns.texts("categories");
            String[][] cells = new String[table.n()][names.size()];
            for (int j = 0; j < names.size(); j++) {
                Column.Categorical column = (Column.Categorical) table.column(names.get(j));
                for (int i = 0; i < table.n(); i++) {
                    int code = column.codes()[i];
                    cells[i][j] = code < 0 ? "" : column.levels().get(code);
                }
            }
            inputs.put("categories", OnnxTensor.createTensor(environment, cells));
        }
        if (session.getInputNames().contains("offset")) {
            double[] offsets = ((Column.Numeric) table.column("offset")).values();
            inputs.put(
                    "offset", OnnxTensor.createTensor(environment, DoubleBuffer.wrap(offsets), new long[] {table.n()}));
        }
        return run(inputs);
    }

    private OnnxTensor numbers(double[] cells, int n, int d) throws OrtException {
        return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(cells), new long[] {n, d});
    }

    private Map<String, Object> run(Map<String, OnnxTensor> inputs) throws OrtException {
        Map<String, Object> outputs = new LinkedHashMap<>();
        try (OrtSession.Result result = session.run(inputs)) {
            for (var output : result) {
                outputs.put(output.getKey(), output.getValue().getValue());
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
        return outputs;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
