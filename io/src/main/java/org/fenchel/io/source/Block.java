package org.fenchel.io.source;

/**
 * Some whole records of a text, in a buffer that its thread uses again for the next block. There is always one byte of room
 * at {@link #end}: a parser may put a line break there and need no other test for the end of the text.
 */
public final class Block {
    byte[] bytes = new byte[0];
    int start;
    int end;
    int number;

    Block() {}

    /** The buffer; the block is what is in it from {@link #start} to before {@link #end}. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the block starts in the buffer. */
    public int start() {
        return start;
    }

    /** Where the block ends in the buffer; {@code bytes()[end()]} exists and may be overwritten. */
    public int end() {
        return end;
    }

    /** Which block of the text this is, counted from 0. */
    public int number() {
        return number;
    }
}
