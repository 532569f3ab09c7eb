package org.fenchel.io.known;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.GZIPInputStream;
import org.fenchel.io.hash.Sha256;

/** What a file holds once unpacked, and whether that is what it should be. */
final class Contents {
    private static final int BUFFER = 1 << 16;

    private Contents() {}

    /** Whether the file starts as gzip does. */
    static boolean gzipped(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    /** Whether the unpacked content is the known one; always, where nothing is known of it. */
    static boolean right(Path file, KnownFile known) throws IOException {
        if (known.sha256() == null) {
            return true;
        }
        try (InputStream in = open(file)) {
            if (Sha256.of(in).equals(known.sha256())) {
                return true;
            }
        }
        if (known.lines() == null) {
            return false;
        }
        try (InputStream in = open(file)) {
            return lines(in).equals(known.lines());
        }
    }

    /** SHA-256 of the unpacked content. */
    static String sha256(Path file) throws IOException {
        try (InputStream in = open(file)) {
            return Sha256.of(in);
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return gzipped(file) ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException broken) {
            in.close();
            throw broken;
        }
    }

    /** SHA-256 of a text without carriage returns, and without the line feeds at its end. */
    private static String lines(InputStream in) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[BUFFER];
        byte[] out = new byte[BUFFER];
        long feeds = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            int end = 0;
            for (int k = 0; k < read; k++) {
                byte b = buffer[k];
                if (b == '\n') {
                    feeds++;
                } else if (b != '\r') {
                    for (; feeds > 0; feeds--) {
                        if (end == out.length) {
                            digest.update(out, 0, end);
                            end = 0;
                        }
                        out[end++] = '\n';
                    }
                    if (end == out.length) {
                        digest.update(out, 0, end);
                        end = 0;
                    }
                    out[end++] = b;
                }
            }
            digest.update(out, 0, end);
        }
        return Sha256.hex(digest.digest());
    }
}
