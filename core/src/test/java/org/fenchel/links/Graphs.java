package org.fenchel.links;

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
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.fenchel.data.ObservedEntries;
import org.fenchel.problem.links.LinkFit;

/** Pairs of nodes for tests: small random ones, and parts of Wiki-Vote that a numpy program has solved. */
final class Graphs {
    private Graphs() {}

    /** Nodes of two kinds that link within their kind, most of the time; a part of the pairs is known. */
    static ObservedEntries kinds(int m, int n, double share, long seed) {
        Random random = new Random(seed);
        int[] rows = new int[m * n];
        int[] columns = new int[m * n];
        double[] labels = new double[m * n];
        int count = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                if (random.nextDouble() < share) {
                    rows[count] = i;
                    columns[count] = j;
                    boolean likely = (i + j) % 2 == 0;
                    labels[count++] = likely == random.nextDouble() < 0.9 ? 1 : -1;
                }
            }
        }
        return ObservedEntries.of(
                m, n, Arrays.copyOf(rows, count), Arrays.copyOf(columns, count), Arrays.copyOf(labels, count));
    }

    /** The most active nodes of Wiki-Vote, with the optimum that the numpy program found and how far it proves it. */
    enum WikiVote {
        NODES_64(64, 5, 0.608412459850, 1.3e-9, 11, 58.2760),
        NODES_256(256, 10, 0.803226901407, 1.5e-9, 18, 215.4726),
        NODES_1024(1024, 20, 0.96404494, 6e-6, 13, 319.12);

        final int nodes;
        final double objective;
        final double proven;
        final int rank;
        final double nuclearNorm;
        private final double nuclear;

        WikiVote(int nodes, double nuclear, double objective, double proven, int rank, double nuclearNorm) {
            this.nodes = nodes;
            this.nuclear = nuclear;
            this.objective = objective;
            this.proven = proven;
            this.rank = rank;
            this.nuclearNorm = nuclearNorm;
        }

        LinkFit problem() {
            ObservedEntries pairs = read("wiki" + nodes + "_train.csv.gz", nodes);
            return LinkFit.of(pairs, 0.1 / pairs.count(), nuclear / pairs.count());
        }
    }

    private static ObservedEntries read(String name, int nodes) {
        String folder = System.getenv("FENCHEL_DATA");
        assumeTrue(folder != null, "skipped: set FENCHEL_DATA to the folder of the data sets to read " + name);
        Path file = Path.of(folder, "..", "reference", "nuclear", name);
        assertThat(Files.exists(file)).as("%s exists", file).isTrue();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<int[]> lines = in.lines()
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToInt(Integer::parseInt)
                            .toArray())
                    .toList();
            return ObservedEntries.of(
                    nodes,
                    nodes,
                    lines.stream().mapToInt(cells -> cells[0]).toArray(),
                    lines.stream().mapToInt(cells -> cells[1]).toArray(),
                    lines.stream().mapToDouble(cells -> cells[2]).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
