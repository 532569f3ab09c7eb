package org.fenchel.io.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Parses a text block by block on several threads, with a result that does not depend on how many they are.
 *
 * <p>Each thread takes the lock, reads the next block (unpacking it, if it is gzip) and parses it outside the lock. So
 * reading runs beside parsing without queues, and there are never more blocks in memory than threads. A text of one block
 * starts no thread. Blocks are taken in order, so once a mistake is found, all blocks before it have been taken: when they
 * are done the first mistake of the text is known.
 */
public final class Blocks<R extends Blocks.Parsed> {
    /**
     * How to divide the work.
     *
     * @param threads at most this many
     * @param blockBytes size of a block, unless one record is longer
     */
    public record Plan(int threads, int blockBytes) {
        /** All cores; blocks small enough to stay in a core's cache. */
        public static Plan standard() {
            return new Plan(Runtime.getRuntime().availableProcessors(), 1 << 19);
        }
    }

    /** What came out of one block. */
    public interface Parsed {
        /** How many lines the block has. */
        long lines();
    }

    /** Parses blocks; each thread has its own. */
    public interface Parser<R> {
        /**
         * Parses one block and keeps nothing of its buffer.
         *
         * @throws LocalMistake at the block's first mistake
         */
        R parse(Block block);
    }

    private final Source source;
    private final BlockReader reader;
    private final Supplier<? extends Parser<R>> parsers;
    private final int threads;
    private final List<@Nullable R> results = new ArrayList<>();
    private int failedBlock = Integer.MAX_VALUE;
    private @Nullable Throwable failure;

    private Blocks(Source source, BlockReader reader, Supplier<? extends Parser<R>> parsers, int threads) {
        this.source = source;
        this.reader = reader;
        this.parsers = parsers;
        this.threads = threads;
    }

    /**
     * Parses all of a text.
     *
     * @param parsers makes a parser for each thread
     * @return one result a block, in order
     * @throws InvalidInput for the first mistake in the text
     */
    public static <R extends Parsed> List<R> parse(
            Source source, Cut cut, Supplier<? extends Parser<R>> parsers, Plan plan) {
        try (TextInput in = source.open()) {
            return new Blocks<R>(source, new BlockReader(in, cut, plan.blockBytes()), parsers, plan.threads()).run();
        }
    }

    /**
     * Parses a text one block after the other, on this thread.
     *
     * @param sink is given each result in turn
     * @throws InvalidInput for the first mistake in the text
     */
    public static <R extends Parsed> void each(
            Source source, Cut cut, Parser<R> parser, Plan plan, Consumer<? super R> sink) {
        try (TextInput in = source.open()) {
            BlockReader reader = new BlockReader(in, cut, plan.blockBytes());
            Block block = new Block();
            long lines = 0;
            try {
                while (reader.next(block)) {
                    R result = parser.parse(block);
                    sink.accept(result);
                    lines += result.lines();
                }
            } catch (LocalMistake mistake) {
                throw mistake.after(lines, source.name());
            }
        }
    }

    private List<R> run() {
        Block block = new Block();
        boolean more = take(block);
        List<Thread> others = new ArrayList<>();
        if (more && !reader.ended()) {
            for (int k = 1; k < threads; k++) {
                Thread thread = new Thread(() -> work(new Block(), false), "fenchel-read-" + k);
                thread.setDaemon(true);
                thread.start();
                others.add(thread);
            }
        }
        if (more) {
            work(block, true);
        }
        others.forEach(Blocks::join);
        return finished();
    }

    private void work(Block block, boolean taken) {
        Parser<R> parser = parsers.get();
        boolean have = taken || take(block);
        while (have) {
            try {
                R result = parser.parse(block);
                synchronized (this) {
                    while (results.size() <= block.number) {
                        results.add(null);
                    }
                    results.set(block.number, result);
                }
            } catch (Throwable e) {
                fail(block.number, e);
            }
            have = take(block);
        }
    }

    private synchronized boolean take(Block block) {
        if (failure != null) {
            return false;
        }
        try {
            return reader.next(block);
        } catch (Throwable e) {
            fail(block.number, e);
            return false;
        }
    }

    private synchronized void fail(int number, Throwable e) {
        if (number < failedBlock) {
            failedBlock = number;
            failure = e;
        }
    }

    private List<R> finished() {
        long linesBefore = 0;
        List<R> all = new ArrayList<>(results.size());
        for (int k = 0; k < Math.min(failedBlock, results.size()); k++) {
            R result = results.get(k);
            if (result == null) {
                throw new IllegalStateException("block " + k + " was lost");
            }
            linesBefore += result.lines();
            all.add(result);
        }
        if (failure instanceof LocalMistake mistake) {
            throw mistake.after(linesBefore, source.name());
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return all;
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                // The other threads stop at the text's end anyway; the interruption is for the caller to see.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
