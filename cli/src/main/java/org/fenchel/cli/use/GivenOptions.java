package org.fenchel.cli.use;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options as the user gave them, for a model's provenance: by their long names without the hyphens. */
public final class GivenOptions {
    private GivenOptions() {}

    public static Map<String, String> of(CommandSpec command) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("command", command.qualifiedName());
        ParseResult parsed = command.commandLine().getParseResult();
        for (OptionSpec option : parsed.matchedOptions()) {
            String name = option.longestName().replaceFirst("^-+", "");
            options.put(name, String.join(",", option.originalStringValues()));
        }
        return options;
    }
}
