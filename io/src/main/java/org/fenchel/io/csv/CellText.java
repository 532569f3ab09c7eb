package org.fenchel.io.csv;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.fenchel.io.source.DecimalText;

/** Questions about single cells of a file's head, which are strings of one character a byte. */
final class CellText {
    private CellText() {}

    static boolean isNumber(String cell, byte mark) {
        byte[] bytes = bytes(cell.strip());
        return DecimalText.isNumber(bytes, 0, bytes.length, mark);
    }

    static boolean isMissing(String cell, Set<String> missingWords) {
        return cell.isEmpty() || missingWords.contains(new String(bytes(cell), StandardCharsets.UTF_8));
    }

    static byte[] bytes(String cell) {
        return cell.getBytes(StandardCharsets.ISO_8859_1);
    }
}
