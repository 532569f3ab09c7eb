package org.fenchel.kernel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Large loops cut into shards for all cores. How many shards there are, and where each ends, follows from the size of the work
 * alone, and sums are added up in the order of the shards: results are the same bits on any number of cores.
 */
public final class Shards {
    /** Multiply-adds that take a quarter of a millisecond, beside which waking a thread is little. */
    private static final double LEAST = 1 << 19;

    /** Enough for threads of unequal speed to end together. */
    private static final int MOST = 16;

    /** What a logarithm or exponential costs, in multiply-adds. */
    private static final double TRANSCENDENTAL = 16;

    private Shards() {}

    /** Into how many shards to cut a loop over n losses. */
    public static int ofLosses(int n) {
        return count(2 * TRANSCENDENTAL * n);
    }

    /**
     * Into how many shards to cut a loop; 1 where it is not worth a thread.
     *
     * @param multiplyAdds of the whole loop
     */
    public static int count(double multiplyAdds) {
        return (int) Math.max(1, Math.min(MOST, multiplyAdds / LEAST));
    }

    /** Where a shard of a loop over n begins; shard {@code shards} is the end of the last. */
    public static int start(int shard, int shards, int n) {
        return (int) ((long) n * shard / shards);
    }

    /** Does the shards 0, ..., shards - 1, on the calling thread and those of the common pool that have nothing to do. */
    public static void run(int shards, IntConsumer work) {
        int threads = Math.min(shards, Runtime.getRuntime().availableProcessors());
        if (threads == 1) {
            for (int shard = 0; shard < shards; shard++) {
                work.accept(shard);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, threads).parallel().forEach(thread -> {
            for (int shard = next.getAndIncrement(); shard < shards; shard = next.getAndIncrement()) {
                work.accept(shard);
            }
        });
    }

    /** The sum of what the shards give, in their order. */
    public static double sum(int shards, IntToDoubleFunction work) {
        double[] parts = new double[shards];
        run(shards, shard -> parts[shard] = work.applyAsDouble(shard));
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }
}
