package org.fenchel.cli.hawkes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a Hawkes process as JSON that people write: {@code decays}, {@code baselines} with a number or a list of one a piece
 * for each node, {@code kernels} with a_ij^u at [i][j][u], or at [i][j] for one decay; optional {@code nodes} with names and
 * {@code period} in which the pieces come back.
 */
final class HawkesParameters {
    private final JsonObject json;

    private HawkesParameters(JsonObject json) {
        this.json = json;
    }

    /** Whether a file is meant to be such parameters: its name says so. */
    static boolean are(Path file) {
        return file.toString().endsWith(".json");
    }

    /**
     * The process in a file.
     *
     * @throws InvalidInput if it is not as described
     */
    static HawkesModel read(Path file) {
        try {
            return new HawkesParameters(JsonObject.parse(Files.readString(file))).model();
        } catch (InvalidInput mistake) {
            throw mistake.in(file.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private HawkesModel model() {
        double[] decays = numbers(list(json.fields().get("decays"), "decays"), "decays");
        List<Object> baselines = list(json.fields().get("baselines"), "baselines");
        int nodes = baselines.size();
        double[][] pieces = new double[nodes][];
        for (int i = 0; i < nodes; i++) {
            pieces[i] = values(baselines.get(i), "baselines");
        }
        KernelBasis basis = KernelBasis.of(nodes, decays, baseline(nodes == 0 ? 1 : pieces[0].length));
        List<Object> kernels = list(json.fields().get("kernels"), "kernels");
        requireSize("kernels", kernels.size(), nodes);
        double[][] rows = new double[nodes][basis.columns()];
        for (int i = 0; i < nodes; i++) {
            requireSize(
                    "baselines[" + i + "]", pieces[i].length, basis.baseline().pieces());
            System.arraycopy(pieces[i], 0, rows[i], 0, pieces[i].length);
            List<Object> sources = list(kernels.get(i), "kernels[" + i + "]");
            requireSize("kernels[" + i + "]", sources.size(), nodes);
            for (int j = 0; j < nodes; j++) {
                String where = "kernels[" + i + "][" + j + "]";
                double[] each = values(sources.get(j), where);
                requireSize(where, each.length, decays.length);
                System.arraycopy(each, 0, rows[i], basis.column(j, 0), each.length);
            }
        }
        List<String> names = json.has("nodes")
                ? json.texts("nodes")
                : IntStream.rangeClosed(1, nodes).mapToObj(i -> "node" + i).toList();
        return HawkesModel.of(names, basis, new Kernels(rows));
    }

    private Baseline baseline(int pieces) {
        if (pieces == 1) {
            return Baseline.CONSTANT;
        }
        if (json.has("period")) {
            return Baseline.cyclic(pieces, json.number("period"));
        }
        throw InvalidInput.of("baselines have " + pieces + " pieces", "say by \"period\" in which time they come back");
    }

    private static void requireSize(String what, int size, int wanted) {
        if (size != wanted) {
            throw InvalidInput.of(
                    what + " has " + size + " entries where " + wanted + " are needed",
                    "give baselines for each node, and kernels for each node, source node and decay");
        }
    }

    /** A number as a list of one. */
    private static double[] values(Object value, String where) {
        return numbers(value instanceof Number ? List.of(value) : list(value, where), where);
    }

    private static double[] numbers(List<Object> values, String where) {
        double[] numbers = new double[values.size()];
        for (int k = 0; k < numbers.length; k++) {
            if (!(values.get(k) instanceof Number number)) {
                throw InvalidInput.of(where + " has " + values.get(k) + " where a number belongs", "write numbers");
            }
            numbers[k] = number.doubleValue();
        }
        return numbers;
    }

    private static List<Object> list(@Nullable Object value, String where) {
        if (!(value instanceof List<?> list)) {
            throw InvalidInput.of(
                    value == null ? "there is no field \"" + where + "\"" : where + " is not a list",
                    "parameters are {\"decays\": [1], \"baselines\": [0.5], \"kernels\": [[0.3]]}, for each node a baseline and a"
                            + " list with a kernel of each node on it");
        }
        return new ArrayList<>(list);
    }
}
