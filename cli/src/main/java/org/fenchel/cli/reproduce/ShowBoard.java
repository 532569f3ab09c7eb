package org.fenchel.cli.reproduce;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Usage;
import org.fenchel.data.InvalidInput;
import org.fenchel.lab.board.Board;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a folder of runs in a browser of this machine, with the curves of those at work. */
@Command(
        name = "board",
        header = "Watch a folder of runs in the browser while they are at work.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: fenchel board fenchel-lab"})
public final class ShowBoard implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "fenchel-lab",
            description = "The folder that reproduce and compare write to (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port to listen on, on this machine alone (default: any that is free).")
    private int port;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw InvalidInput.at(
                    folder.toString(),
                    0,
                    0,
                    "there is no such folder",
                    "name the one that reproduce or compare writes to");
        }
        if (port < 0 || port > 65_535) {
            throw Usage.mistake(spec, "--port is " + port + "; give 1 to 65535, or leave it out");
        }
        try (Board board = Board.open(folder, port)) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(board.address());
            out.flush();
            new CountDownLatch(1).await(); // until Ctrl-C
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
        return Exit.OK;
    }
}
