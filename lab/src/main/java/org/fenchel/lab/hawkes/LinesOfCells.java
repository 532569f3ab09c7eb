package org.fenchel.lab.hawkes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.hash.Sha256;

/** Files of events that have no columns with names. */
final class LinesOfCells {
    private LinesOfCells() {}

    /** The cells of each line that is not blank, cut at a separator as a regular expression. */
    static List<String[]> read(Path file, String separator) {
        List<String[]> lines = new ArrayList<>();
        boolean packed = file.toString().endsWith(".gz");
        try (InputStream in = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(packed ? new GZIPInputStream(in) : in, StandardCharsets.ISO_8859_1))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    lines.add(line.strip().split(separator));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return lines;
    }

    /**
     * A cell as a number.
     *
     * @throws InvalidInput if it is none
     */
    static double number(Path file, int line, String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException none) {
            throw InvalidInput.at(file.toString(), line, 0, "'" + cell + "' is not a number", "get the file again");
        }
    }

    /** The file beside another one, packed or not. */
    static Path beside(Path file, String name) {
        Path plain = file.resolveSibling(name);
        return Files.exists(plain) ? plain : file.resolveSibling(name + ".gz");
    }

    /** SHA-256 of a file as it is stored. */
    static String sum(Path file) {
        try {
            return Sha256.ofFile(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
