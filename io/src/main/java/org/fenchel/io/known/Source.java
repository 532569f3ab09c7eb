package org.fenchel.io.known;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a file can be downloaded.
 *
 * @param uri of the file, as it is or compressed with gzip, or of a ZIP archive that holds it
 * @param member its name in the archive; null where it is in none
 */
public record Source(URI uri, @Nullable String member) {
    /** The last part of the address. */
    String fileName() {
        String path = uri.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
