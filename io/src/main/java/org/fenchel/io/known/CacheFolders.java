package org.fenchel.io.known;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders that hold known data sets, each as folder/file: all are looked into, the first that can be written to takes
 * downloads.
 *
 * @param roots in the order they are looked into, at least one
 */
record CacheFolders(List<Path> roots) {
    CacheFolders {
        roots = List.copyOf(roots);
    }

    /** {@code FENCHEL_DATA} where it is set, then {@code fenchel} in {@code XDG_CACHE_HOME} or in {@code ~/.cache}. */
    static CacheFolders of(Map<String, String> environment, String home) {
        List<Path> roots = new ArrayList<>();
        String data = environment.getOrDefault("FENCHEL_DATA", "");
        if (!data.isBlank()) {
            roots.add(Path.of(data));
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        // The XDG rules: a path that is not absolute is to be ignored.
        Path base = !cache.isBlank() && Path.of(cache).isAbsolute() ? Path.of(cache) : Path.of(home, ".cache");
        roots.add(base.resolve("fenchel"));
        return new CacheFolders(roots);
    }

    /** The file, compressed or not, where it is in one of the folders. */
    Optional<Path> find(String folder, String file) {
        for (Path root : roots) {
            for (String name : List.of(file, file + ".gz")) {
                Path candidate = root.resolve(folder).resolve(name);
                if (Files.isRegularFile(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    /** Where a data set's files would be put by hand. */
    Path preferred(String folder) {
        return roots.get(0).resolve(folder);
    }

    /**
     * A data set's folder in the first root that can be written to, made where it is missing.
     *
     * @throws IOException if there is none
     */
    Path writable(String folder) throws IOException {
        IOException why = new IOException("no folder to write to");
        for (Path root : roots) {
            Path place = root.resolve(folder);
            try {
                if (mayWrite(place)) {
                    return Files.createDirectories(place);
                }
            } catch (IOException failure) {
                why = failure;
            }
        }
        throw why;
    }

    /** A folder that its permissions make read-only is left alone even for a superuser, who could write to it. */
    private static boolean mayWrite(Path folder) throws IOException {
        Path existing = folder.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isWritable(existing)) {
            return false;
        }
        try {
            return Files.getPosixFilePermissions(existing).stream()
                    .anyMatch(permission -> permission == PosixFilePermission.OWNER_WRITE
                            || permission == PosixFilePermission.GROUP_WRITE
                            || permission == PosixFilePermission.OTHERS_WRITE);
        } catch (UnsupportedOperationException noPosix) {
            return true;
        }
    }
}
