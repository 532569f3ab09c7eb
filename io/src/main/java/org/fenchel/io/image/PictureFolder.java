package org.fenchel.io.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fenchel.data.InvalidInput;

/**
 * A folder with the files of a set of labelled pictures as MNIST and its kin come: images and labels to train on, whose names
 * hold {@code train}, and to test with, whose names hold {@code t10k} or {@code test}.
 */
public final class PictureFolder {
    private final Path folder;

    private PictureFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder, if it holds any file of images. */
    public static boolean is(Path folder) {
        return Files.isDirectory(folder) && !names(folder, List.of("")).isEmpty();
    }

    /** A folder whose files are looked for when they are asked for. */
    public static PictureFolder of(Path folder) {
        return new PictureFolder(folder);
    }

    /**
     * The file of images to train on.
     *
     * @throws InvalidInput if there is none, or more than one
     */
    public Path trainImages() {
        return images("train", List.of("train"));
    }

    /** Whether there are images to test with. */
    public boolean hasTest() {
        return !names(folder, List.of("t10k", "test")).isEmpty();
    }

    /**
     * The file of images to test with.
     *
     * @throws InvalidInput if there is none, or more than one
     */
    public Path testImages() {
        return images("t10k", List.of("t10k", "test"));
    }

    private Path images(String part, List<String> words) {
        List<Path> found = names(folder, words);
        if (found.isEmpty()) {
            throw InvalidInput.at(
                    folder.toString(),
                    0,
                    0,
                    "there is no file of images like " + part + "-images-idx3-ubyte in this folder",
                    "put the files of the data set there, plain or gzip, or name one of them");
        }
        if (found.size() > 1) {
            throw InvalidInput.at(
                    folder.toString(),
                    0,
                    0,
                    "more than one file of images could be meant: "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .map(file -> "" + file.getFileName())
                                            .toList()),
                    "name the one you mean");
        }
        return found.get(0);
    }

    /** Files of images with one of these words in their names; of a file and its packed twin only the first. */
    private static List<Path> names(Path folder, List<String> words) {
        TreeMap<String, Path> byPlainName = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String name = String.valueOf(file.getFileName());
                String lower = name.toLowerCase(Locale.ROOT);
                boolean images = lower.contains("images") && lower.contains("idx3");
                if (images && words.stream().anyMatch(lower::contains)) {
                    byPlainName.merge(lower.replaceFirst("\\.gz$", ""), file, (a, b) -> name.endsWith(".gz") ? a : b);
                }
            });
        } catch (IOException failure) {
            throw InvalidInput.at(folder.toString(), 0, 0, "the folder cannot be read", "check its permissions");
        }
        return List.copyOf(byPlainName.values());
    }
}
