package org.fenchel.cli.train;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Listing;
import org.fenchel.solver.Solver;
import org.fenchel.solver.factorization.FactorizationSolver;
import org.fenchel.solver.links.LinkSolver;
import org.fenchel.solver.lowrank.LowRankSolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the methods. */
@Command(
        name = "solvers",
        header = "List the solvers for --solver, with their parameters and defaults.",
        mixinStandardHelpOptions = true)
public final class Solvers implements Callable<Integer> {
    private static final Map<String, Class<?>> KINDS = Map.of(
            "",
            Solver.class,
            "fm",
            FactorizationSolver.class,
            "completion",
            LowRankSolver.class,
            "links",
            LinkSolver.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "MODEL",
            description = "fm, completion or links for the methods of those models (default: those of linear models).")
    private @Nullable String model;

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        Class<?> kind = KINDS.get(model == null ? "" : model);
        if (kind == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + model + "' has no solvers of its own; leave it out, or give fm, completion or links");
        }
        Listing.print(List.of(kind), "solvers", json, spec.commandLine().getOut());
        return Exit.OK;
    }
}
