package org.fenchel.pointprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;

/**
 * 100,000 events of 10 nodes with the parameters they were simulated with, and the optimum at l2 = .1: made by the library tick and
 * checked in numpy. They stand beside the folder of the data sets; tests that need them skip without.
 */
final class Reference {
    static final double[] DECAYS = {0.5, 2, 10};
    static final double END = 28987.299680304357;
    static final int NODES = 10;

    private Reference() {}

    static Path file(String name) {
        String folder = System.getenv("FENCHEL_DATA");
        assumeTrue(folder != null, "skipped: set FENCHEL_DATA to the folder of the data sets to read " + name);
        Path file = Path.of(folder, "..", "reference", name);
        assertThat(Files.exists(file)).as("%s exists", file).isTrue();
        return file;
    }

    static KernelBasis basis() {
        return KernelBasis.of(NODES, DECAYS, Baseline.CONSTANT);
    }

    static EventLog events() {
        double[] times = new double[100_000];
        int[] nodes = new int[times.length];
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file("hawkes-10-nodes-100k-events.csv.gz"))),
                StandardCharsets.UTF_8))) {
            in.readLine();
            for (int k = 0; k < times.length; k++) {
                String[] cells = in.readLine().split(",");
                nodes[k] = Integer.parseInt(cells[0]);
                times[k] = Double.parseDouble(cells[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return EventLog.of(NODES, EventSequence.of(0, END, times, nodes));
    }

    static Kernels truth() {
        double[][] baseline = table("hawkes-true-baseline.csv");
        double[][] adjacency = table("hawkes-true-adjacency.csv");
        double[][] rows = new double[NODES][1 + NODES * DECAYS.length];
        for (int i = 0; i < NODES; i++) {
            rows[i][0] = baseline[i][0];
            System.arraycopy(adjacency[i], 0, rows[i], 1, adjacency[i].length);
        }
        return new Kernels(rows);
    }

    static Kernels optimum() {
        return new Kernels(table("hawkes-theta-star-lambda-0.1.csv"));
    }

    private static double[][] table(String name) {
        try {
            List<String> lines = Files.readAllLines(file(name));
            return lines.stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
