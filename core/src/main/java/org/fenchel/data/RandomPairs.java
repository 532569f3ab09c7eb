package org.fenchel.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Pairs of a row and a column drawn at random from those that are not known yet, each at most once. */
public final class RandomPairs {
    private RandomPairs() {}

    /**
     * Draws.
     *
     * @param m rows
     * @param n columns
     * @param diagonal whether a row may meet the column of its own number
     * @param known keys {@code row * n + column} of pairs not to draw, each once, in any order
     * @param count how many to draw; all that are left where there are fewer
     * @return their keys, in the order of the draws
     */
    public static long[] draw(int m, int n, boolean diagonal, long[] known, int count, long seed) {
        long cells = (long) m * n;
        long blocked = diagonal ? 0 : Math.min(m, n);
        LongKeys taken = new LongKeys(known.length + count);
        for (long key : known) {
            taken.add(key);
            blocked += diagonal || key / n != key % n ? 1 : 0;
        }
        int wanted = (int) Math.max(0, Math.min(count, cells - blocked));
        long[] drawn = new long[wanted];
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < wanted; ) {
            long key = random.nextLong(cells);
            if ((diagonal || key / n != key % n) && taken.add(key)) {
                drawn[k++] = key;
            }
        }
        return drawn;
    }

    /** A set of keys from 0 on, by open addressing. */
    private static final class LongKeys {
        private final long[] slots;

        LongKeys(int most) {
            slots = new long[Integer.highestOneBit(Math.max(8, 2 * most)) * 2];
            Arrays.fill(slots, -1);
        }

        /** Whether the key was new. */
        boolean add(long key) {
            int mask = slots.length - 1;
            int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & mask;
            while (slots[at] >= 0) {
                if (slots[at] == key) {
                    return false;
                }
                at = (at + 1) & mask;
            }
            slots[at] = key;
            return true;
        }
    }
}
