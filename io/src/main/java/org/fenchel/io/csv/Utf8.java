package org.fenchel.io.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.fenchel.io.source.LocalMistake;
import org.fenchel.io.source.Shown;

/** Cells as text. */
final class Utf8 {
    private Utf8() {}

    /**
     * The cell's characters.
     *
     * @throws LocalMistake if it is not UTF-8 or has a zero byte
     */
    static String text(byte[] bytes, int from, int to, long line, int cell) {
        boolean ascii = true;
        for (int p = from; p < to; p++) {
            if (bytes[p] == 0) {
                throw CsvMistake.zeroByte(line, cell);
            }
            ascii &= bytes[p] > 0;
        }
        if (ascii) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw CsvMistake.notUtf8(line, cell, Shown.bytes(bytes, from, to));
        }
    }
}
