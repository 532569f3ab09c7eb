package org.fenchel.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.known.KnownData;
import org.fenchel.io.known.KnownDataset;
import org.jspecify.annotations.Nullable;

/**
 * The file behind what a user calls data.
 *
 * @param path of the file
 * @param known the known data set it is the main file of, where the user gave a name and no path
 */
record DataFiles(Path path, @Nullable KnownDataset known) {
    /**
     * Finds the file; a known data set that is not here is downloaded.
     *
     * @throws InvalidInput if there is neither such a file nor such a data set
     */
    static DataFiles find(String data, PrintWriter err) {
        Path path = Path.of(data);
        if (Files.isDirectory(path)) {
            throw InvalidInput.at(data, 0, 0, "this is a folder", "name a file in it");
        }
        if (Files.exists(path)) {
            return new DataFiles(path, null);
        }
        String name = data.contains("/") ? data.substring(0, data.indexOf('/')) : data;
        if (name.isEmpty() || name.contains(".")) { // no known data set is called so
            throw InvalidInput.at(data, 0, 0, "there is no such file", "check the path");
        }
        KnownData all = KnownData.standard();
        if (!all.knows(name)) {
            throw InvalidInput.at(
                    data,
                    0,
                    0,
                    "there is no such file, and no known data set of this name",
                    "check the path, or see fenchel data list");
        }
        KnownDataset set = all.named(name);
        // What is here was checked when it came; a data set's checksum takes longer than fitting a model to it.
        Optional<Path> here = all.locate(data);
        if (here.isPresent()) {
            return new DataFiles(here.get(), set);
        }
        try (DownloadProgress progress = new DownloadProgress(err)) {
            return new DataFiles(all.get(data, progress), set);
        }
    }
}
