package org.fenchel.io.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenchel.data.InvalidInput;

/**
 * Text that can be read more than once: a file or bytes in memory, with gzip unpacked on the way. Whether it is gzip is told
 * by its first bytes, never by its name.
 */
public final class Source {
    private final String name;
    private final Opener opener;

    private interface Opener {
        InputStream open() throws IOException;
    }

    private Source(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    /**
     * A file. A pipe is read into memory at once, since it cannot be read twice.
     *
     * @throws InvalidInput if there is no such file, or it is a directory or not readable
     */
    public static Source of(Path file) {
        String name = file.toString();
        if (!Files.exists(file)) {
            throw InvalidInput.at(name, 0, 0, "there is no such file", "check the path");
        }
        if (Files.isDirectory(file)) {
            throw InvalidInput.at(name, 0, 0, "this is a directory", "name a file in it");
        }
        if (!Files.isReadable(file)) {
            throw InvalidInput.at(name, 0, 0, "the file cannot be read", "check its permissions");
        }
        if (!Files.isRegularFile(file)) {
            try (InputStream pipe = Files.newInputStream(file)) {
                return of(name, pipe.readAllBytes());
            } catch (IOException e) {
                throw TextInput.unreadable(name, e);
            }
        }
        return new Source(name, () -> Files.newInputStream(file));
    }

    /** Bytes in memory, not copied. */
    public static Source of(String name, byte[] bytes) {
        return new Source(name, () -> new ByteArrayInputStream(bytes));
    }

    /** The file's name as the user gave it. */
    public String name() {
        return name;
    }

    /**
     * Starts reading at the beginning; the caller closes what is returned.
     *
     * @throws InvalidInput if the file has gone or is a broken gzip file
     */
    public TextInput open() {
        try {
            return TextInput.over(name, opener.open());
        } catch (IOException e) {
            throw TextInput.unreadable(name, e);
        }
    }
}
