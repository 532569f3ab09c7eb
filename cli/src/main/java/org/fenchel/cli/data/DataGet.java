package org.fenchel.cli.data;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Json;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.known.KnownData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gets a known data set into the cache. */
@Command(
        name = "get",
        header = "Get a known data set: check it where it is, download it where it is not.",
        mixinStandardHelpOptions = true)
final class DataGet implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "See fenchel data list; NAME/FILE gets one file of it.")
    private String name = "";

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        KnownData known = KnownData.standard();
        PrintWriter out = spec.commandLine().getOut();
        List<Path> files;
        try (DownloadProgress progress = new DownloadProgress(spec.commandLine().getErr())) {
            files = name.contains("/") ? List.of(known.get(name, progress)) : known.getAll(name, progress);
        }
        if (json) {
            List<String> paths = new ArrayList<>();
            files.forEach(file -> paths.add(file.toString()));
            Json.print(out, new JsonObject().put("name", name).put("files", paths));
        } else {
            files.forEach(out::println);
        }
        out.flush();
        return Exit.OK;
    }
}
