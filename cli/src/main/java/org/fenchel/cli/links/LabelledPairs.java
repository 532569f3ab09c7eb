package org.fenchel.cli.links;

import java.util.Arrays;
import java.util.Map;
import org.fenchel.data.ObservedEntries;
import org.fenchel.data.RandomPairs;

/**
 * Pairs of nodes that are known to be links or not, in an order that follows from them alone.
 *
 * @param m beginnings
 * @param n ends
 * @param keys {@code begin * n + end}, each once
 * @param labels 1 for a link, -1 for none
 */
record LabelledPairs(int m, int n, long[] keys, double[] labels) {
    /**
     * The known pairs, with others beside them that are drawn until they are as many as the links.
     *
     * @param diagonal whether a begin may meet the end of its own number
     */
    static LabelledPairs of(int m, int n, Map<Long, Integer> known, boolean draws, boolean diagonal, long seed) {
        long[] keys = known.keySet().stream().mapToLong(key -> key).sorted().toArray();
        int links = (int) known.values().stream().filter(sign -> sign > 0).count();
        int more = draws ? Math.max(0, 2 * links - keys.length) : 0;
        long[] drawn = RandomPairs.draw(m, n, diagonal, keys, more, seed);
        long[] all = Arrays.copyOf(keys, keys.length + drawn.length);
        System.arraycopy(drawn, 0, all, keys.length, drawn.length);
        double[] labels = new double[all.length];
        for (int k = 0; k < labels.length; k++) {
            labels[k] = k < keys.length ? known.getOrDefault(keys[k], -1) : -1;
        }
        return new LabelledPairs(m, n, all, labels);
    }

    /** How many there are. */
    int count() {
        return keys.length;
    }

    /** How many of them are links. */
    int links() {
        return (int) Arrays.stream(labels).filter(label -> label > 0).count();
    }

    /** Some of them. */
    LabelledPairs part(int[] chosen) {
        return new LabelledPairs(
                m,
                n,
                Arrays.stream(chosen).mapToLong(k -> keys[k]).toArray(),
                Arrays.stream(chosen).mapToDouble(k -> labels[k]).toArray());
    }

    /** As entries of a matrix. */
    ObservedEntries entries() {
        int[] rows = new int[keys.length];
        int[] columns = new int[keys.length];
        for (int k = 0; k < keys.length; k++) {
            rows[k] = (int) (keys[k] / n);
            columns[k] = (int) (keys[k] % n);
        }
        return ObservedEntries.of(m, n, rows, columns, labels);
    }
}
