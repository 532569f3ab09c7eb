package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real tables for tests: those in the repository, and those in the folder that FENCHEL_DATA names. */
final class ExampleFiles {
    private ExampleFiles() {}

    static String example(String name) {
        Path path = Path.of("..", "examples", name);
        assertThat(path).exists();
        return path.toString();
    }

    /** Skips the test where there is no such folder. */
    static Path data(String name) {
        String folder = System.getenv("FENCHEL_DATA");
        Assumptions.assumeTrue(folder != null, "FENCHEL_DATA is not set");
        Path path = Path.of(folder, name);
        assertThat(path).exists();
        return path;
    }
}
