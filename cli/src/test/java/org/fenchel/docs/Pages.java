package org.fenchel.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The pages for users, cut into their fenced blocks. */
final class Pages {
    /** The folder of the repository, wherever the tests run. */
    static final Path ROOT = root();

    private Pages() {}

    /**
     * A fenced block.
     *
     * @param language what stands behind the opening fence
     * @param text its lines, each with its end
     * @param from line number, from 1, of the opening fence
     * @param adjacent whether nothing but a blank line stands between this block and the one before
     */
    record Block(String language, String text, int from, boolean adjacent) {}

    static List<Path> all() {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String page) {
        return text(ROOT.resolve(page));
    }

    static List<Block> blocks(Path page) {
        List<Block> blocks = new ArrayList<>();
        String language = null;
        StringBuilder inside = new StringBuilder();
        int from = 0;
        boolean adjacent = false;
        int number = 0;
        for (String line : text(page).lines().toList()) {
            number++;
            if (!line.startsWith("```")) {
                inside.append(line).append('\n');
                adjacent &= language != null || line.isBlank();
            } else if (language == null) {
                language = line.substring(3).strip();
                inside.setLength(0);
                from = number;
            } else {
                blocks.add(new Block(language, inside.toString(), from, adjacent));
                language = null;
                adjacent = true;
            }
        }
        return blocks;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("examples/spambase.csv"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
