package org.fenchel.model.hawkes;

import java.util.Arrays;
import java.util.List;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;

/**
 * How many events of each node follow a history within a horizon, by simulation.
 *
 * @param horizon length of time after the history's end
 * @param paths number of simulated futures
 * @param nodes one a node
 */
public record Forecast(double horizon, int paths, List<Node> nodes) {
    /**
     * Of one node.
     *
     * @param mean number of events
     * @param standardError of the mean, from the number of paths
     * @param low of the interval that holds the number in nine futures of ten
     * @param high of that interval
     * @param probability of at least one event
     */
    public record Node(double mean, double standardError, int low, int high, double probability) {}

    /**
     * Simulates what follows.
     *
     * @param history a sequence whose events are all known up to its end
     * @param horizon positive
     * @param paths at least 2
     */
    public static Forecast after(Simulator simulator, EventSequence history, double horizon, int paths, long seed) {
        if (!(horizon > 0) || Double.isInfinite(horizon) || paths < 2) {
            throw InvalidInput.of(
                    "a forecast over " + horizon + " from " + paths + " paths is none",
                    "give a positive horizon and at least 2 paths");
        }
        int count = simulator.nodes();
        double end = history.end() + horizon;
        List<int[]> futures = Simulator.each(paths, seed, random -> {
            EventSequence path = simulator.run(history, history.end(), end, random);
            int[] counts = new int[count];
            for (int k = path.history(); k < path.size(); k++) {
                counts[path.nodes()[k]]++;
            }
            return counts;
        });
        Node[] nodes = new Node[count];
        for (int i = 0; i < count; i++) {
            int node = i;
            nodes[i] = summary(futures.stream().mapToInt(c -> c[node]).toArray());
        }
        return new Forecast(horizon, paths, List.of(nodes));
    }

    private static Node summary(int[] counts) {
        Arrays.sort(counts);
        int n = counts.length;
        double mean = Arrays.stream(counts).average().orElseThrow();
        double squares =
                Arrays.stream(counts).mapToDouble(c -> (c - mean) * (c - mean)).sum();
        double some = Arrays.stream(counts).filter(c -> c > 0).count();
        int low = counts[(int) (0.05 * (n - 1))];
        int high = counts[(int) Math.ceil(0.95 * (n - 1))];
        return new Node(mean, Math.sqrt(squares / (n - 1) / n), low, high, some / n);
    }
}
