package org.fenchel.io.disk;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.RowBlocks;

/**
 * Rows in blocks, of which a share is held out: of each block as nearly as can be, drawn by a seed. One object has those held out,
 * another those that are not, and each reads whole blocks to give its part of them.
 */
public final class HeldOut implements RowBlocks {
    private final RowBlocks all;
    private final double share;
    private final long seed;
    private final boolean held;
    private final int[] blocks;
    private int n;
    private int mostRows;
    private long nonZeros;

    private HeldOut(RowBlocks all, double share, long seed, boolean held) {
        this.all = all;
        this.share = share;
        this.seed = seed;
        this.held = held;
        int[] numbers = new int[all.count()];
        int count = 0;
        for (int b = 0; b < numbers.length; b++) {
            Dataset block = all.block(b);
            int[] rows = rows(b, block.n());
            if (rows.length > 0) {
                numbers[count++] = b;
                n += rows.length;
                mostRows = Math.max(mostRows, rows.length);
                nonZeros += block.select(rows).rows().nonZeros();
            }
        }
        blocks = Arrays.copyOf(numbers, count);
    }

    /**
     * The rows that are held out, and those that are not.
     *
     * @param held a share of the rows
     * @param rest all others
     */
    public record Parts(RowBlocks held, RowBlocks rest) {}

    /**
     * Splits rows. Cost: all of them are read twice.
     *
     * @param share above 0 and below 1
     * @throws InvalidInput if that would leave nothing on one of the sides
     */
    public static Parts of(RowBlocks all, double share, long seed) {
        HeldOut held = new HeldOut(all, share, seed, true);
        HeldOut rest = new HeldOut(all, share, seed, false);
        if (held.n == 0 || rest.n == 0) {
            throw InvalidInput.of(
                    "of " + all.n() + " rows, a share of " + share + " to hold out leaves "
                            + (held.n == 0 ? "none to stop by" : "none to learn from"),
                    "choose another share, or give more rows");
        }
        return new Parts(held, rest);
    }

    /** The rows of a block that are on this side, ascending. */
    private int[] rows(int block, int count) {
        SplittableRandom random = new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (block + 1));
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        int cut = (int) Math.round(share * count);
        int[] rows = held ? Arrays.copyOf(order, cut) : Arrays.copyOfRange(order, cut, count);
        Arrays.sort(rows);
        return rows;
    }

    @Override
    public Dataset block(int b) {
        Dataset block = all.block(blocks[b]);
        return block.select(rows(blocks[b], block.n()));
    }

    @Override
    public int count() {
        return blocks.length;
    }

    @Override
    public int n() {
        return n;
    }

    @Override
    public int d() {
        return all.d();
    }

    @Override
    public int mostRows() {
        return mostRows;
    }

    @Override
    public int mostEntries() {
        return all.mostEntries();
    }

    @Override
    public long nonZeros() {
        return nonZeros;
    }

    @Override
    public boolean ones() {
        return all.ones();
    }
}
