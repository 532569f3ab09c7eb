package org.fenchel.problem.links;

import org.fenchel.kernel.Shards;

/**
 * Loops over the rows of an m x n matrix, four at a time, on all cores.
 *
 * @param m rows
 * @param n columns
 */
record RowBlocks(int m, int n) {
    /** Rows that are worked together. */
    static final int SIZE = 4;

    /** What is done in one shard; it has room of its own. */
    interface Shard {
        /** Works the rows from, ..., to - 1, at most {@link #SIZE}. */
        void on(int from, int to);
    }

    /** Makes the work of a shard. */
    interface Work {
        /** The work of this shard. */
        Shard shard(int shard);
    }

    /** Into how many shards the loop is cut. */
    int shards(int costPerEntry) {
        return Shards.count((double) m * n * (1 + costPerEntry));
    }

    /** Does it. */
    void each(int shards, Work work) {
        Shards.run(shards, number -> {
            Shard shard = work.shard(number);
            int end = Shards.start(number + 1, shards, m);
            for (int i = Shards.start(number, shards, m); i < end; i += SIZE) {
                shard.on(i, Math.min(i + SIZE, end));
            }
        });
    }
}
