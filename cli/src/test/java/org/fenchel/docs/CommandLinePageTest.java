package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Entry;
import org.fenchel.cli.DocumentedCommands;
import org.fenchel.io.json.JsonObject;
import org.fenchel.loss.Loss;
import org.fenchel.loss.VectorLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The reference of the command line is complete, and knows nothing that is not there. */
class CommandLinePageTest {
    private static final String PAGE = Pages.text("docs/command-line.md");

    @TempDir
    Path folder;

    @Test
    void everyCommandIsOnThePage() {
        assertThat(commands(DocumentedCommands.model(), new TreeSet<>()))
                .allSatisfy(command -> assertThat(PAGE).contains("`" + command));
    }

    @Test
    void everyOptionIsOnThePageAndNoOther() {
        Set<String> there = options(DocumentedCommands.model(), new TreeSet<>());
        Set<String> named = Pattern.compile("`(--[a-z][a-z-0-9]*|-[a-zA-Z](?=`))")
                .matcher(PAGE)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(there);
    }

    @Test
    void everyFieldOfJsonIsOnThePage() {
        String model = folder.resolve("m.fenchel").toString();
        String data = Pages.ROOT.resolve("examples/breast-cancer.csv").toString();
        String[] train = {"train", "logistic", data, "--target", "diagnosis", "--scale", "standard", "--l2", "1e-2"};
        String[] saved = {"--test-split", "0.2", "--out", model, "--json"};
        fieldsAreOnThePage(json(both(train, saved)));
        fieldsAreOnThePage(json("evaluate", model, data, "--json"));
        fieldsAreOnThePage(json("inspect", model, "--json"));
        String several = folder.resolve("several.fenchel").toString();
        String[] multinomial = {"train", "multinomial", data, "--target", "diagnosis", "--l2", "1e-2"};
        fieldsAreOnThePage(json(both(multinomial, new String[] {"--scale", "standard", "--out", several, "--json"})));
        fieldsAreOnThePage(json("evaluate", several, data, "--json"));
        fieldsAreOnThePage(json("inspect", several, "--json"));
        fieldsAreOnThePage(json("losses", "--json"));
        fieldsAreOnThePage(json("solvers", "--json"));
        fieldsAreOnThePage(json("data", "list", "--json"));
        fieldsAreOnThePage(json("reproduce", "--list", "--json"));
    }

    @Test
    void everyLossIsInTheReadme() {
        String readme = Pages.text("README.md");
        for (Entry<Loss> entry : Catalogue.of(Loss.class).entries()) {
            assertThat(readme).contains("`" + entry.example() + "`");
        }
        for (Entry<VectorLoss> entry : Catalogue.of(VectorLoss.class).entries()) {
            assertThat(readme).contains("`" + entry.example() + "`");
        }
    }

    private static void fieldsAreOnThePage(JsonObject json) {
        json.fields().forEach((name, value) -> {
            assertThat(PAGE).contains("`" + name + "`");
            if (value instanceof JsonObject inner && !name.equals("options")) {
                fieldsAreOnThePage(inner);
            } else if (value instanceof Iterable<?> list) {
                for (Object element : list) {
                    if (element instanceof JsonObject inner) {
                        fieldsAreOnThePage(inner);
                        break; // the others have the same fields
                    }
                }
            }
        });
    }

    private static JsonObject json(String... args) {
        StringWriter terminal = new StringWriter();
        assertThat(DocumentedCommands.run(new PrintWriter(terminal), args))
                .as("%s", terminal)
                .isZero();
        return JsonObject.parse(terminal.toString());
    }

    private static String[] both(String[] first, String[] second) {
        String[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static Set<String> commands(CommandSpec spec, Set<String> names) {
        names.add(spec.qualifiedName());
        for (CommandLine inner : spec.subcommands().values()) {
            commands(inner.getCommandSpec(), names);
        }
        return names;
    }

    private static Set<String> options(CommandSpec spec, Set<String> names) {
        spec.options().forEach(option -> names.addAll(Arrays.asList(option.names())));
        for (CommandLine inner : spec.subcommands().values()) {
            options(inner.getCommandSpec(), names);
        }
        return names;
    }
}
