package org.fenchel.cli.data;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.image.PictureFolder;
import org.fenchel.io.known.KnownData;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.known.KnownFile;
import org.fenchel.io.ratings.MovieLens;
import org.jspecify.annotations.Nullable;

/**
 * The file behind what a user calls data.
 *
 * @param path of the file, or of a folder with pictures to train on and to test with
 * @param known the known data set it is the main file of, where the user gave a name and no path
 */
public record DataFiles(Path path, @Nullable KnownDataset known) {
    /**
     * Finds the file; a known data set that is not here is downloaded.
     *
     * @throws InvalidInput if there is neither such a file nor such a data set
     */
    public static DataFiles find(String data, PrintWriter err) {
        Path path = Path.of(data);
        if (Files.isDirectory(path)) {
            if (PictureFolder.is(path)) {
                return new DataFiles(path, null);
            }
            if (MovieLens.is(path.resolve(MovieLens.RATINGS))) {
                return new DataFiles(path.resolve(MovieLens.RATINGS), null);
            }
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
        if (here.isPresent() && !isPictureFolder(set, data)) {
            return new DataFiles(here.get(), set);
        }
        try (DownloadProgress progress = new DownloadProgress(err)) {
            return isPictureFolder(set, data)
                    ? new DataFiles(folder(all, set, progress), set)
                    : new DataFiles(all.get(data, progress), set);
        }
    }

    /** Whether all files of a known data set belong to what the user named. */
    private static boolean isPictureFolder(KnownDataset set, String data) {
        return set.format().equals("idx") && set.name().equals(data);
    }

    private static Path folder(KnownData all, KnownDataset set, DownloadProgress progress) {
        Path file = null;
        for (KnownFile each : set.files()) {
            String name = set.name() + "/" + each.name();
            file = all.locate(name).orElseGet(() -> all.get(name, progress));
        }
        return Objects.requireNonNull(
                Objects.requireNonNull(file, "a data set has files").getParent());
    }
}
