package org.fenchel.io.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.io.source.Source;
import org.fenchel.io.source.TextInput;

/**
 * Grey pictures of one size, as rows of pixels.
 *
 * @param source name of the file they come from
 * @param height pixels from top to bottom
 * @param width pixels from left to right
 * @param rows shape (pictures, height * width): brightness from 0 to 1, line by line from the top; sparse where most of it is 0
 */
public record Pictures(String source, int height, int width, Rows rows) {
    /** Below this share of pixels that are not zero, rows are sparse. */
    private static final double SPARSE = 1.0 / 3;

    private static final double WHITE = 255;

    /** Whether a file is an IDX file, by its first bytes; of what does not matter. */
    public static boolean are(Path file) {
        if (!Files.isRegularFile(file)) {
            return false; // a pipe can be read only once
        }
        try (TextInput in = Source.of(file).open()) {
            byte[] head = new byte[4];
            return IdxFile.begins(head, in.read(head, 0, head.length));
        }
    }

    /**
     * Reads an IDX file of pictures, plain or gzip; its bytes 0 to 255 become 0 to 1.
     *
     * @throws InvalidInput if it is none, cut short or damaged, with the byte where that shows
     */
    public static Pictures read(Path file) {
        IdxFile idx = IdxFile.read(Source.of(file), 3, "pictures");
        int[] shape = idx.shape();
        int d = Math.multiplyExact(shape[1], shape[2]);
        return new Pictures(idx.source(), shape[1], shape[2], rows(idx.bytes(), shape[0], d));
    }

    /** Number of pictures. */
    public int n() {
        return rows.n();
    }

    /** Names of the pixels in the order of the features, such as {@code r1c28}: the last pixel of the first line of 28. */
    public List<String> pixelNames() {
        List<String> names = new ArrayList<>(height * width);
        for (int row = 1; row <= height; row++) {
            for (int column = 1; column <= width; column++) {
                names.add("r" + row + "c" + column);
            }
        }
        return names;
    }

    private static Rows rows(byte[] bytes, int n, int d) {
        int entries = 0;
        for (byte pixel : bytes) {
            entries += pixel != 0 ? 1 : 0;
        }
        if (entries > SPARSE * bytes.length) {
            double[] values = new double[bytes.length];
            for (int k = 0; k < values.length; k++) {
                values[k] = (bytes[k] & 0xff) / WHITE;
            }
            return DenseRows.wrap(n, d, values);
        }
        int[] starts = new int[n + 1];
        int[] columns = new int[entries];
        double[] values = new double[entries];
        int end = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                int pixel = bytes[i * d + j] & 0xff;
                if (pixel != 0) {
                    columns[end] = j;
                    values[end++] = pixel / WHITE;
                }
            }
            starts[i + 1] = end;
        }
        return SparseRows.wrap(d, starts, columns, values);
    }
}
