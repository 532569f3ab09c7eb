package org.fenchel.io.image;

import java.util.Arrays;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.source.Source;
import org.fenchel.io.source.TextInput;

/**
 * An IDX file of unsigned bytes: two zero bytes, the type (8), the number of dimensions, each dimension as a big-endian integer of
 * four bytes, then the bytes, the last index running fastest. Described with the MNIST data by LeCun, Cortes and Burges.
 *
 * @param source name of the file
 * @param shape length of each dimension
 * @param bytes all of them, in the file's order. Read only
 */
record IdxFile(String source, int[] shape, byte[] bytes) {
    private static final int UNSIGNED_BYTES = 0x08;
    private static final int LARGEST = Integer.MAX_VALUE - 8;
    private static final int FIRST_BUFFER = 1 << 20;

    /** Whether a file that begins so is an IDX file of any type. */
    static boolean begins(byte[] head, int length) {
        return length >= 4
                && head[0] == 0
                && head[1] == 0
                && head[2] >= 0x08
                && head[2] <= 0x0e
                && head[3] > 0
                && head[3] < 9;
    }

    /**
     * Reads a file, plain or gzip.
     *
     * @param dimensions how many it must have
     * @param what the file should hold, as in "pictures"
     * @throws InvalidInput if it is something else, cut short or too long, with the byte where that shows
     */
    static IdxFile read(Source source, int dimensions, String what) {
        try (TextInput in = source.open()) {
            byte[] head = new byte[4];
            int got = in.read(head, 0, 4);
            if (!begins(head, got)) {
                throw InvalidInput.at(
                        source.name(),
                        0,
                        0,
                        "this is no IDX file: it does not begin with the bytes 0, 0, 8",
                        "give an IDX file of " + what);
            }
            if (head[2] != UNSIGNED_BYTES) {
                throw at(
                        source,
                        2,
                        "the numbers are of type 0x" + String.format("%02x", head[2]) + " (" + type(head[2]) + ")",
                        "only unsigned bytes (0x08) can be read; convert them");
            }
            if (head[3] != dimensions) {
                throw at(
                        source,
                        3,
                        (head[3] == 1 ? "there is " : "there are ") + Counted.of(head[3], "dimension") + " where "
                                + what + " have " + dimensions,
                        head[3] == 1 && dimensions == 3
                                ? "this may be the file of labels; give that of the images"
                                : "give an IDX file of " + what);
            }
            int[] shape = shape(source, in, dimensions);
            return new IdxFile(source.name(), shape, bytes(source, in, shape));
        }
    }

    private static String type(byte type) {
        return switch (type) {
            case 0x09 -> "signed bytes";
            case 0x0b -> "short integers";
            case 0x0c -> "integers";
            case 0x0d -> "floats";
            case 0x0e -> "doubles";
            default -> "unknown";
        };
    }

    private static int[] shape(Source source, TextInput in, int dimensions) {
        byte[] lengths = new byte[4 * dimensions];
        int got = in.read(lengths, 0, lengths.length);
        if (got < lengths.length) {
            throw at(source, 4L + got, "the file ends within its header", "fetch it again");
        }
        int[] shape = new int[dimensions];
        long size = 1;
        for (int k = 0; k < dimensions; k++) {
            for (int b = 0; b < 4; b++) {
                shape[k] = shape[k] << 8 | lengths[4 * k + b] & 0xff;
            }
            if (shape[k] <= 0) {
                throw at(
                        source,
                        4L + 4 * k,
                        "dimension " + (k + 1) + " has length " + (shape[k] & 0xffffffffL),
                        "the file holds nothing, or is damaged; fetch it again");
            }
            size *= shape[k];
            if (size > LARGEST) {
                throw at(source, 4L + 4 * k, "the dimensions make more bytes than an array holds", "split the file");
            }
        }
        return shape;
    }

    /** Reads what the dimensions promise, trusting them no further than the file goes. */
    private static byte[] bytes(Source source, TextInput in, int[] shape) {
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        long header = 4 + 4L * shape.length;
        byte[] bytes = new byte[Math.min(size, FIRST_BUFFER)];
        int filled = 0;
        while (filled < size) {
            if (filled == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(size, 2L * filled));
            }
            int got = in.read(bytes, filled, bytes.length - filled);
            filled += got;
            if (got == 0 || filled < bytes.length) {
                throw at(
                        source,
                        header + filled,
                        "the file ends where " + (size - filled) + " of " + size + " bytes are still to come",
                        "it is cut short; fetch it again");
            }
        }
        if (in.read(new byte[1], 0, 1) > 0) {
            throw at(source, header + size, "something follows the last of the " + size + " bytes", "fetch it again");
        }
        return bytes;
    }

    private static InvalidInput at(Source source, long position, String problem, String advice) {
        return InvalidInput.at(source.name(), 0, 0, "at byte " + position + ", " + problem, advice);
    }
}
