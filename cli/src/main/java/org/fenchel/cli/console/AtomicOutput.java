package org.fenchel.cli.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.fenchel.data.InvalidInput;

/** A text file that is there whole or not at all: written beside its place and moved into it. */
public final class AtomicOutput {
    private AtomicOutput() {}

    /** What writes the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Refuses a place that can't be written, before the work is done whose result should go there.
     *
     * @throws InvalidInput if its folder is missing or not writable, or it is a folder itself
     */
    public static void require(Path file) {
        Path folder = folder(file);
        if (Files.isDirectory(file)) {
            throw InvalidInput.at(file.toString(), 0, 0, "this is a folder", "name a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw InvalidInput.at(
                    file.toString(), 0, 0, "its folder does not exist", "create it with mkdir -p " + folder);
        }
        if (!Files.isWritable(folder)) {
            throw InvalidInput.at(
                    file.toString(),
                    0,
                    0,
                    "its folder can't be written to",
                    "choose another, or change its permissions");
        }
    }

    /** Writes the file; where that fails nothing is left behind and a file that was there stays. */
    public static void write(Path file, Content content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            direct(file, content); // a pipe or a device has no place beside it
            return;
        }
        // Through links, so that a link stays a link.
        Path place = Files.exists(file) ? file.toRealPath() : file;
        require(place);
        Path beside = folder(place)
                .resolve("." + place.getFileName() + "."
                        + ProcessHandle.current().pid() + ".part");
        beside.toFile().deleteOnExit(); // Ctrl-C in the middle
        try {
            direct(beside, content);
            move(beside, place);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void direct(Path file, Content content) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            content.writeTo(out);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unusualDisk) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
