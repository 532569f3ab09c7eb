package org.fenchel.io.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Small IDX files. */
final class IdxFiles {
    private IdxFiles() {}

    /** The bytes of a file; numbers above 127 are given as they are meant. */
    static byte[] bytes(int[] shape, int... values) {
        ByteBuffer out = ByteBuffer.allocate(4 + 4 * shape.length + values.length);
        out.put((byte) 0).put((byte) 0).put((byte) 8).put((byte) shape.length);
        for (int length : shape) {
            out.putInt(length);
        }
        for (int value : values) {
            out.put((byte) value);
        }
        return out.array();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Two pictures of 2 x 3 pixels. */
    static byte[] twoPictures() {
        return bytes(new int[] {2, 2, 3}, 0, 0, 51, 0, 0, 0, 255, 0, 0, 0, 0, 102);
    }
}
