package org.fenchel.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real data sets, where environment variable FENCHEL_DATA names their folder; tests that need them skip without. */
public final class RealData {
    private RealData() {}

    /** The file, which must exist once the folder is given. */
    public static Path file(String name) {
        String folder = System.getenv("FENCHEL_DATA");
        assumeTrue(folder != null, "skipped: set FENCHEL_DATA to the folder of the data sets to read " + name);
        Path file = Path.of(folder, name);
        assertThat(Files.exists(file)).as("%s exists", file).isTrue();
        return file;
    }
}
