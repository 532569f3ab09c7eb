package org.fenchel.cli.data;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.TextTable;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.known.KnownData;
import org.fenchel.io.known.KnownDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the known data sets. */
@Command(name = "list", header = "List the known data sets.", mixinStandardHelpOptions = true)
final class DataList implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    @Override
    public Integer call() {
        KnownData known = KnownData.standard();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            List<JsonObject> sets = new ArrayList<>();
            known.list().forEach(set -> sets.add(object(known, set)));
            Json.print(out, new JsonObject().put("data", sets));
        } else {
            TextTable table = new TextTable("name", "rows", "features", "here", "status", "task");
            for (KnownDataset set : known.list()) {
                table.add(
                        set.name(),
                        set.main().rows() == 0 ? "-" : Numbers.count(set.main().rows()),
                        set.features() == 0 ? "-" : Numbers.count(set.features()),
                        known.locate(set.name()).isPresent() ? "yes" : set.downloadable() ? "get" : "no",
                        set.status(),
                        set.task());
            }
            table.print(out, "");
        }
        out.flush();
        return Exit.OK;
    }

    private static JsonObject object(KnownData known, KnownDataset set) {
        Optional<Path> place = known.locate(set.name());
        return new JsonObject()
                .put("name", set.name())
                .put("title", set.title())
                .put("task", set.task())
                .put("format", set.format())
                .put("status", set.status())
                .put("rows", set.main().rows())
                .put("features", set.features())
                .put("target", Json.orNull(set.target()))
                .put("licence", set.licence())
                .put("page", set.page())
                .put("downloadable", set.downloadable())
                .put("path", Json.orNull(place.map(Path::toString).orElse(null)));
    }
}
