package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fenchel.docs.Pages.Block;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code java} block of the pages is, but for blanks, part of a source file that is compiled and run as a test. */
class JavaOnPagesTest {
    static List<Path> pages() {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void javaOnThePageIsTested(Path page) throws IOException {
        List<String> sources = new ArrayList<>();
        for (String module : List.of("core", "cli")) {
            try (Stream<Path> files = Files.list(Pages.ROOT.resolve(module + "/src/test/java/org/fenchel/docs"))) {
                for (Path file : files.toList()) {
                    sources.add(squeezed(Files.readString(file)));
                }
            }
        }
        for (Block block : Pages.blocks(page)) {
            if (block.language().equals("java")) {
                assertThat(sources)
                        .as("%s:%d is in no source file", page.getFileName(), block.from())
                        .anyMatch(source -> source.contains(squeezed(block.text())));
            }
        }
    }

    /** Without blanks and line ends, which differ between a page and the middle of a method. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
