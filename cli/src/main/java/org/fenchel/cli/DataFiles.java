package org.fenchel.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fenchel.data.InvalidInput;

/** Finds the file behind what a user calls data: a path, or the name of a known data set. */
final class DataFiles {
    private DataFiles() {}

    /**
     * The file.
     *
     * @throws InvalidInput if there is none
     */
    static Path find(String data) {
        Path path = Path.of(data);
        if (Files.isDirectory(path)) {
            throw InvalidInput.at(data, 0, 0, "this is a folder", "name a file in it");
        }
        if (Files.exists(path)) {
            return path;
        }
        throw InvalidInput.at(data, 0, 0, "there is no such file", "check the path");
    }
}
