package org.fenchel.cli.use;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.data.DataFiles;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.ReadOptions;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.encode.ColumnEncoding;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.image.PictureFolder;
import picocli.CommandLine.Model.CommandSpec;

/** Reads data that a model is to be used on: what was a category in training is one again. */
final class ModelData {
    private ModelData() {}

    /** The rows of the file. */
    static Examples read(CommandSpec command, String data, ReadOptions options, Encoding fitted) {
        Set<String> categorical = new HashSet<>();
        boolean named = false;
        if (fitted instanceof TableEncoding encoding) {
            for (ColumnEncoding column : encoding.columns()) {
                named |= !column.name().matches("c[0-9]+"); // the names of columns without names
                if (!(column instanceof ColumnEncoding.Numbers)) {
                    categorical.add(column.name());
                }
            }
        }
        CsvFormat format = Usage.of(command, () -> options.format(Set.of(), categorical));
        if (named && options.headerGiven() == null) {
            // Columns are found by their names, so there are names, however little they look like it.
            format = format.withHeader(true);
        }
        Path file = DataFiles.find(data, command.commandLine().getErr()).path();
        return Examples.read(
                Files.isDirectory(file) ? PictureFolder.of(file).testImages() : file, options.given(), format);
    }
}
