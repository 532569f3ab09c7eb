package org.fenchel.cli;

import java.util.concurrent.Callable;
import org.fenchel.cli.console.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand: shows the help. */
@Command(
        name = "fenchel",
        header = "Linear models with a proof of how good they are.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Start with:",
            "  fenchel train logistic examples/spambase.csv --target type --scale minmax --l2 1e-3 --out spam.fenchel",
            "  fenchel evaluate spam.fenchel examples/spambase.csv",
            "",
            "Exit codes: 0 done, 2 the command line makes no sense, 3 the data can't be used,",
            "            130 interrupted (the best model so far was saved), 1 anything else."
        })
final class Fenchel implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return Exit.OK;
    }
}
