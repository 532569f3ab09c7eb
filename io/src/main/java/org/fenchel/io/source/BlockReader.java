package org.fenchel.io.source;

import java.util.Arrays;

/** Cuts an opened text into blocks, one after the other. Not safe for use by several threads at once. */
final class BlockReader {
    /** No line is meant to be longer; one that is comes from a file that is not text, or has lost its line breaks. */
    static final int LONGEST_RECORD = 1 << 28;

    private final TextInput in;
    private final Cut cut;
    private final int size;
    private byte[] carry = new byte[0];
    private int carried;
    private int number;
    private boolean ended;

    BlockReader(TextInput in, Cut cut, int size) {
        this.in = in;
        this.cut = cut;
        this.size = size;
    }

    /**
     * Reads the next block.
     *
     * @return false if there is none
     */
    boolean next(Block block) {
        if (ended) {
            return false;
        }
        block.number = number++;
        block.start = 0;
        int capacity = Math.max(size, carried + 1);
        if (block.bytes.length < capacity + 1) {
            block.bytes = new byte[capacity + 1];
        }
        System.arraycopy(carry, 0, block.bytes, 0, carried);
        int filled = carried;
        carried = 0;
        while (true) {
            int wanted = capacity - filled;
            int got = in.read(block.bytes, filled, wanted);
            filled += got;
            if (block.number == 0) {
                block.start = byteOrderMark(block.bytes, filled);
            }
            if (got < wanted) {
                ended = true;
                block.end = filled;
                return true;
            }
            int end = cut.afterLastRecord(block.bytes, block.start, filled);
            if (end > block.start) {
                block.end = end;
                keep(block.bytes, end, filled);
                return true;
            }
            if (capacity >= LONGEST_RECORD) {
                ended = true;
                throw new LocalMistake(
                        1,
                        0,
                        "the line is longer than " + (LONGEST_RECORD >> 20) + " MB",
                        "check that this is a text file, with line breaks and with every quote closed");
            }
            capacity = Math.min(LONGEST_RECORD, 2 * capacity);
            block.bytes = Arrays.copyOf(block.bytes, capacity + 1);
        }
    }

    /** Whether the last block has been read. */
    boolean ended() {
        return ended;
    }

    private void keep(byte[] bytes, int from, int to) {
        carried = to - from;
        if (carry.length < carried) {
            carry = new byte[carried];
        }
        System.arraycopy(bytes, from, carry, 0, carried);
    }

    private static int byteOrderMark(byte[] bytes, int filled) {
        boolean marked = filled >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }
}
