package org.fenchel.io.known;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;

/**
 * The known data sets and their files in the cache. A file is asked for by the data set's name, which means its main file, or by
 * {@code name/file}. Thread-safe.
 */
public final class KnownData {
    private static final String RESOURCE = "known-data.json";

    private final List<KnownDataset> sets;
    private final CacheFolders folders;

    KnownData(List<KnownDataset> sets, CacheFolders folders) {
        this.sets = List.copyOf(sets);
        this.folders = folders;
    }

    /**
     * The catalogue that Fenchel comes with. Files are looked for in the folder that environment variable {@code FENCHEL_DATA}
     * names, then in {@code fenchel} below {@code XDG_CACHE_HOME} (or {@code ~/.cache}); downloads go to the first of them that
     * can be written to.
     */
    public static KnownData standard() {
        return new KnownData(catalogue(), CacheFolders.of(System.getenv(), System.getProperty("user.home")));
    }

    static List<KnownDataset> catalogue() {
        try (InputStream in = KnownData.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar");
            }
            JsonObject json = JsonObject.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return json.objects("sets").stream().map(KnownDataset::fromJson).toList();
        } catch (IOException failure) {
            throw new IllegalStateException(RESOURCE + " cannot be read", failure);
        }
    }

    /** All of them. */
    public List<KnownDataset> list() {
        return sets;
    }

    /**
     * The data set of this name.
     *
     * @throws InvalidInput if there is none; it lists those there are
     */
    public KnownDataset named(String name) {
        return sets.stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of(
                        "no data set is named '" + name + "'",
                        "the known ones are "
                                + String.join(
                                        ", ",
                                        sets.stream().map(KnownDataset::name).toList())));
    }

    /** Whether there is a data set of this name, so that a word may mean it. */
    public boolean knows(String name) {
        return sets.stream().anyMatch(set -> set.name().equals(name));
    }

    /**
     * Where a file is in the cache, unchecked and without a download.
     *
     * @param name of a data set, or {@code name/file}
     * @throws InvalidInput if there is no such data set or file
     */
    public Optional<Path> locate(String name) {
        KnownDataset set = set(name);
        return folders.find(set.folder(), file(set, name).name());
    }

    /**
     * A file with the right checksum: from the cache, or downloaded into it.
     *
     * @param name of a data set, or {@code name/file}
     * @throws InvalidInput if there is no such data set or file, if what is in the cache is something else, or if it cannot be
     *     downloaded; it says where to get the file and where to put it
     */
    public Path get(String name, Progress progress) {
        KnownDataset set = set(name);
        return new Fetch(set, file(set, name), folders, progress).path();
    }

    /**
     * Every file of a data set, the main one first.
     *
     * @throws InvalidInput as {@link #get}
     */
    public List<Path> getAll(String name, Progress progress) {
        KnownDataset set = named(name);
        return set.files().stream()
                .map(file -> get(set.name() + "/" + file.name(), progress))
                .toList();
    }

    private KnownDataset set(String name) {
        int slash = name.indexOf('/');
        return named(slash < 0 ? name : name.substring(0, slash));
    }

    private static KnownFile file(KnownDataset set, String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? set.main() : set.file(name.substring(slash + 1));
    }
}
