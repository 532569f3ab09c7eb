package org.fenchel.lab;

import java.nio.file.Path;
import java.util.Optional;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.known.KnownData;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.known.Progress;

/** Where experiments find their data. */
@FunctionalInterface
public interface Shelf {
    /**
     * The main file of a known data set.
     *
     * @throws InvalidInput if it is not there, with how to get it
     */
    Path file(String known);

    /** The folder that FENCHEL_DATA names and the user's cache. Checks files by their checksums and downloads nothing. */
    static Shelf standard() {
        KnownData all = KnownData.standard();
        return name -> {
            Optional<Path> here = all.locate(name);
            KnownDataset set = all.named(name);
            if (here.isEmpty() && set.downloadable()) {
                throw InvalidInput.of("data set '" + name + "' is not here", "get it with: fenchel data get " + name);
            }
            return all.get(name, Progress.NONE); // one that nobody can download is refused with where to find it
        };
    }
}
