package org.fenchel.cli.use;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.AtomicOutput;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.QuietOption;
import org.fenchel.cli.console.Usage;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.file.NewFile;
import org.fenchel.io.model.TrainedModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a model for other programs. */
@Command(
        name = "export",
        header = "Write a saved model for other programs: as ONNX, or its coefficients as JSON or CSV.",
        description = {
            "onnx: a graph that takes the columns in the data's own units and answers as predict does. Inputs:",
            "  numbers (doubles, one column each, NaN where missing), categories (texts, likewise), offset.",
            "json: weights as fitted and in the data's units with the features' names, encodings, certificate.",
            "csv: the weights as one table, a line for each class. JSON and CSV come back by fenchel import."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples: fenchel export spam.fenchel --out spam.onnx",
            "          fenchel export spam.fenchel --format csv"
        })
public final class Export implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model saved by train --out.")
    private Path model = Path.of("");

    @Option(
            names = {"--format", "-f"},
            paramLabel = "NAME",
            description = "onnx, json or csv (default: what the name of --out ends in).")
    private @Nullable ExportFormat format;

    @Option(
            names = {"--out", "-o"},
            paramLabel = "FILE",
            description = "Write here instead of on standard output; onnx needs it.")
    private @Nullable Path out;

    @Mixin
    private QuietOption quiet = new QuietOption();

    @Override
    public Integer call() throws IOException {
        ExportFormat chosen = Usage.of(spec, this::chosen);
        byte[] bytes = exported(Models.read(model), chosen);
        PrintWriter standard = spec.commandLine().getOut();
        Path place = out;
        if (place == null) {
            standard.print(new String(bytes, StandardCharsets.UTF_8));
        } else {
            NewFile.write(place, bytes);
            quiet.saved(place, standard);
        }
        standard.flush();
        return Exit.OK;
    }

    private ExportFormat chosen() {
        Path place = out;
        if (place != null) {
            AtomicOutput.require(place);
        }
        ExportFormat chosen = format;
        if (chosen == null && place != null) {
            chosen = ExportFormat.ofFile(place.toString()).orElse(null);
        }
        if (chosen == null) {
            throw InvalidInput.of(
                    "the format is not known",
                    "give --format onnx, json or csv, or let the name of --out end in .onnx, .json or .csv");
        }
        if (chosen.isBinary() && place == null) {
            throw InvalidInput.of(chosen + " is no text for standard output", "add --out FILE");
        }
        return chosen;
    }

    private static <M extends TrainedModel> byte[] exported(M trained, ExportFormat format) {
        return ModelUses.of(trained).export(trained, format);
    }
}
