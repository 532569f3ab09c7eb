package org.fenchel.cli.linear;

import java.util.List;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Listing;
import org.fenchel.loss.Loss;
import org.fenchel.loss.VectorLoss;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the losses. */
@Command(
        name = "losses",
        header = "List the losses for --loss, with their parameters and defaults.",
        mixinStandardHelpOptions = true)
public final class Losses implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        Listing.print(
                List.of(Loss.class, VectorLoss.class),
                "losses",
                json,
                spec.commandLine().getOut());
        return Exit.OK;
    }
}
