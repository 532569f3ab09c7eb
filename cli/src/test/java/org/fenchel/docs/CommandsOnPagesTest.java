package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fenchel.cli.DocumentedCommands;
import org.fenchel.docs.Pages.Block;
import org.fenchel.io.known.KnownData;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the {@code sh} blocks of the pages, each page's in one folder of its own. A {@code text} or {@code json} block right
 * after one must show what it prints, numbers, names of weights and the count of like lines aside: those depend on the machine.
 *
 * <p>{@code -Ddocs.write=true} puts what was really printed into the pages.
 */
class CommandsOnPagesTest {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,]*([eE][-+]?[0-9]+)?");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    /** How the page about losses starts the command line with a jar of its own. */
    private static final String WITH_OWN_LOSS = "java -cp cli/target/fenchel.jar:my-losses.jar org.fenchel.cli.Main ";

    @TempDir
    Path folder;

    static List<Path> pages() {
        return Pages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsDoWhatThePageShows(Path page) throws IOException {
        List<String> lines = new ArrayList<>(Pages.text(page).lines().toList());
        int moved = 0;
        String printed = null;
        for (Block block : Pages.blocks(page)) {
            boolean result = block.language().equals("text") || block.language().equals("json");
            if (result && printed != null && block.adjacent()) {
                if (Boolean.getBoolean("docs.write")) {
                    int first = block.from() + moved;
                    int count = (int) block.text().lines().count();
                    lines.subList(first, first + count).clear();
                    List<String> real = printed.stripTrailing().lines().toList();
                    lines.addAll(first, real);
                    moved += real.size() - count;
                } else {
                    assertThat(skeleton(block.text()))
                            .as("%s:%d", page.getFileName(), block.from())
                            .isEqualTo(skeleton(printed));
                }
            }
            printed = block.language().equals("sh") && isRunnable(block) ? run(block, page) : null;
        }
        if (Boolean.getBoolean("docs.write")) {
            Files.write(page, lines);
        }
    }

    /** Whether all the data is here; what needs a download is not run. */
    private static boolean isRunnable(Block block) {
        return !block.text().contains("mnist")
                || KnownData.standard().locate("mnist/t10k-labels-idx1-ubyte").isPresent();
    }

    /** Runs the fenchel commands of a block and returns what they print. */
    private String run(Block block, Path page) {
        StringBuilder printed = new StringBuilder();
        for (String line : block.text().replace("\\\n", " ").lines().toList()) {
            String command = line.replaceFirst("\\s+#.*", "").strip();
            Matcher expected = Pattern.compile("# exits with ([0-9]+)").matcher(line);
            int exit = expected.find() ? Integer.parseInt(expected.group(1)) : 0;
            if (command.startsWith("./fenchel ") || command.startsWith("fenchel ")) {
                printed.append(run(words(command.substring(command.indexOf(' '))), exit, line));
            } else if (command.startsWith(WITH_OWN_LOSS)) {
                printed.append(runWithOwnLoss(words(command.substring(WITH_OWN_LOSS.length()))));
            } else if (!command.isEmpty() && !command.matches("(#|mvn|git|java|cd|source|export) .*")) {
                fail("%s:%d: nobody checks '%s'", page.getFileName(), block.from(), line);
            }
        }
        return printed.toString();
    }

    private String run(List<String> words, int exit, String line) {
        String[] args = words.stream().map(this::placed).toArray(String[]::new);
        if (line.contains("data get") || (line.contains("reproduce ") && !line.contains("--list"))) {
            DocumentedCommands.parse(args); // would download, or take minutes and need data
            return "";
        }
        StringWriter terminal = new StringWriter();
        assertThat(DocumentedCommands.run(new PrintWriter(terminal), args))
                .as("%s%n%s", line, terminal)
                .isEqualTo(exit);
        return terminal.toString()
                .replace(Pages.ROOT.resolve("examples") + "/", "examples/")
                .replace(folder + "/", "");
    }

    /** In a JVM of its own, since services are looked for on its class path; the tests of core hold the page's loss. */
    private String runWithOwnLoss(List<String> words) {
        String libraries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path losses = Pages.ROOT.resolve("core/target/test-classes");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                libraries + File.pathSeparator + losses,
                "org.fenchel.cli.Main"));
        words.forEach(word -> command.add(placed(word)));
        try {
            Path printed = folder.resolve("printed.txt");
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start()
                    .waitFor();
            assertThat(exit).as(Files.readString(printed)).isZero();
            return Files.readString(printed).replace(Pages.ROOT.resolve("examples") + "/", "examples/");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** An argument of a command that is run in the folder of the repository and leaves its files in {@link #folder}. */
    private String placed(String word) {
        if (word.startsWith("examples/")) {
            return Pages.ROOT.resolve(word).toString();
        }
        if (word.startsWith("fenchel-lab/")) {
            return folder.resolve(word).toString();
        }
        return word.matches("[a-z-]+\\.(fenchel|csv|jsonl|json|onnx)")
                ? folder.resolve(word).toString()
                : word;
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word ->
                        word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3))
                .toList();
    }

    /** Lines without numbers, units of time and widths of columns; of like lines in a row the first. */
    private static String skeleton(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.stripTrailing().lines().toList()) {
            // classes from a folder have no version, those from a jar have one
            String bare = NUMBER.matcher(line.replaceAll("by fenchel [^,]+,", "by fenchel VERSION,")
                            .replaceAll("(?<= )\\.(?= |$)", "0")) // none, in a matrix of counts
                    .replaceAll("#")
                    .replaceAll("# (ms|min)\\b", "# s")
                    .replaceAll("\\s+", " ")
                    .strip()
                    .replaceAll("^\\S+( #)+$", "NAME #"); // a weight: which is larger may change with rounding
            if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(bare)) {
                lines.add(bare);
            }
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
