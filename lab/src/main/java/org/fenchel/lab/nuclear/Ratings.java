package org.fenchel.lab.nuclear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.io.hash.Sha256;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Shelf;

/** The ratings of MovieLens 100K, users by movies. */
record Ratings(ObservedEntries entries, DataUsed used) {
    static final String KNOWN = "movielens-100k";

    static Ratings read(Shelf shelf) {
        Path file = shelf.file(KNOWN);
        try {
            List<String[]> lines = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(line -> line.split("\t"))
                    .toList();
            int[] users = lines.stream()
                    .mapToInt(cells -> Integer.parseInt(cells[0]) - 1)
                    .toArray();
            int[] movies = lines.stream()
                    .mapToInt(cells -> Integer.parseInt(cells[1]) - 1)
                    .toArray();
            double[] values = lines.stream()
                    .mapToDouble(cells -> Double.parseDouble(cells[2]))
                    .toArray();
            ObservedEntries entries = ObservedEntries.of(943, 1682, users, movies, values);
            return new Ratings(entries, new DataUsed(KNOWN, entries.count(), 943 + 1682, Sha256.ofFile(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw InvalidInput.of("a line is no rating", "get the file again").in(file.toString());
        }
    }
}
