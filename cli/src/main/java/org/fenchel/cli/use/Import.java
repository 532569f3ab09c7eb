package org.fenchel.cli.use;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.AtomicOutput;
import org.fenchel.cli.console.Exit;
import org.fenchel.cli.console.QuietOption;
import org.fenchel.cli.console.Usage;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.coefficients.CoefficientsFile;
import org.fenchel.io.model.ModelFile;
import org.fenchel.io.model.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a model of exported coefficients. */
@Command(
        name = "import",
        header = "Make a model of coefficients that export wrote, as they are or changed by hand.",
        description = {
            "JSON predicts as the exported model did, to the last bit; CSV, which holds the weights in the data's",
            "own units, to rounding. ONNX files can't be read back."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Example: fenchel import spam.json --out spam.fenchel"})
public final class Import implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "JSON or CSV that fenchel export wrote.")
    private Path file = Path.of("");

    @Option(
            names = {"--out", "-o"},
            paramLabel = "FILE",
            required = true,
            description = "Save the model here.")
    private Path out = Path.of("");

    @Mixin
    private QuietOption quiet = new QuietOption();

    @Override
    public Integer call() throws IOException {
        Usage.of(spec, () -> {
            AtomicOutput.require(out);
            return true;
        });
        if (Files.isDirectory(file)) {
            throw InvalidInput.at(file.toString(), 0, 0, "this is a folder", "name a file in it");
        }
        TrainedModel model = CoefficientsFile.readAny(file);
        ModelFile.write(out, model);
        PrintWriter standard = spec.commandLine().getOut();
        quiet.saved(out, standard);
        quiet.next("fenchel predict " + out + " DATA", standard);
        standard.flush();
        return Exit.OK;
    }
}
