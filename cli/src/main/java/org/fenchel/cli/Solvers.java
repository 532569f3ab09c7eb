package org.fenchel.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.fenchel.solver.Solver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the methods. */
@Command(
        name = "solvers",
        header = "List the solvers for --solver, with their parameters and defaults.",
        mixinStandardHelpOptions = true)
final class Solvers implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        Listing.print(List.of(Solver.class), "solvers", json, spec.commandLine().getOut());
        return Exit.OK;
    }
}
