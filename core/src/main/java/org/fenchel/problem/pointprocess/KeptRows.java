package org.fenchel.problem.pointprocess;

import java.util.Arrays;
import org.fenchel.data.EventLog;
import org.fenchel.kernel.Shards;

/**
 * The rows of features that memory allows to keep.
 *
 * @param rows of each node
 * @param every how many events of a node have their row kept; 1 where all, {@link #NONE} where none
 */
record KeptRows(NodeRows[] rows, int every) {
    static final int NONE = 1 << 30;

    /**
     * Keeps rows, segments side by side.
     *
     * @param most numbers that may be kept
     */
    static KeptRows of(EventLog log, int d, FeatureStream stream, long most) {
        int every = 1;
        while (every < NONE && !fits(log, d, every, most)) {
            every *= 2;
        }
        if (every > 1 && log.events() < 10.0 * log.nodes() * d) {
            every = NONE; // a part would be too few to start from
        }
        NodeRows[] rows = new NodeRows[log.nodes()];
        for (int i = 0; i < rows.length; i++) {
            int n = every == NONE ? 0 : (int) ((log.events(i) + every - 1L) / every);
            rows[i] = new NodeRows(n, d, new double[(n + 1) * d]);
        }
        if (every < NONE) {
            int kept = every;
            Shards.run(stream.segments(), segment -> stream.walk(segment, new Keeping(rows, kept, stream, segment)));
        }
        return new KeptRows(rows, every);
    }

    private static boolean fits(EventLog log, int d, int every, long most) {
        boolean each = true;
        for (int i = 0; i < log.nodes(); i++) {
            each &= (log.events(i) / every + 2.0) * d < Integer.MAX_VALUE - 8;
        }
        return each && (double) log.events() / every * d <= most;
    }

    /** Keeps every so many rows of each node. */
    private record Keeping(NodeRows[] rows, int every, int[] seen) implements RowSink {
        Keeping(NodeRows[] rows, int every, FeatureStream stream, int segment) {
            this(rows, every, new int[rows.length]);
            Arrays.setAll(seen, node -> stream.before(segment, node));
        }

        @Override
        public int next(int node) {
            int number = seen[node]++;
            return number % every == 0 ? number / every * rows[node].d() : -1;
        }

        @Override
        public double[] array(int node) {
            return rows[node].values();
        }
    }
}
