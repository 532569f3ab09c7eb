package org.fenchel.cli.use;

import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to rank for whom, instead of predicting rows as they are. */
public final class RankOptions {
    @Option(
            names = "--for",
            paramLabel = "COL=VALUE",
            description = "Rank items for this user (or what else the column holds), best first.")
    @Nullable
    String whom;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "So many of them, with --for (default: ${DEFAULT-VALUE}).")
    public int top = 10;

    @Option(
            names = "--items",
            paramLabel = "COL",
            description =
                    "The column of the items, with --for (default: of the other categories, that with most levels).")
    public @Nullable String items;

    @Option(names = "--seen", description = "Rank those too that the data has with the user already.")
    public boolean seen;

    /**
     * The column and the value of {@code --for}.
     *
     * @throws InvalidInput if it is not of that form
     */
    public String[] parts(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw InvalidInput.of("--for is '" + text + "'", "write it as column=value, such as user=42");
        }
        if (top < 1) {
            throw InvalidInput.of("--top is " + top, "give 1 or more");
        }
        return new String[] {text.substring(0, equals), text.substring(equals + 1)};
    }
}
