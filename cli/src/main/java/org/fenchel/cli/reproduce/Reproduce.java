package org.fenchel.cli.reproduce;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Makes published figures and tables again. The work is in {@link ReproduceJob}, so that no other command loads the laboratory.
 */
@Command(
        name = "reproduce",
        header = "Make a published figure or table again and check what it claims.",
        mixinStandardHelpOptions = true)
public final class Reproduce implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "Experiments, such as sdca-rates or \"sdca-rates(seed=7)\"; or all.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "List the experiments with their sources, and run none.")
    private boolean list;

    @ArgGroup
    private @Nullable Size size;

    @Option(
            names = {"--out", "-o"},
            paramLabel = "DIR",
            description =
                    "Folder for the page, its charts and tables; with several experiments a folder of each one's name in"
                            + " it. Otherwise fenchel-lab/NAME.")
    private @Nullable Path out;

    @Option(
            names = "--again",
            description = "Measure everything anew. Otherwise a run that was stopped goes on where it was.")
    private boolean again;

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    /** One or the other. */
    static final class Size {
        @Option(
                names = "--quick",
                description = "Sizes that take seconds to minutes; this is so unless --full is given.")
        boolean quick;

        @Option(names = "--full", description = "The sizes of the source, however long that takes.")
        boolean full;
    }

    @Override
    public Integer call() throws IOException {
        return new ReproduceJob(spec, names, size != null && size.full, out, again, json).run(list);
    }
}
