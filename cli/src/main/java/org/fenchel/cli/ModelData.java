package org.fenchel.cli;

import java.util.HashSet;
import java.util.Set;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.encode.ColumnEncoding;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.model.TrainedModel;
import picocli.CommandLine.Model.CommandSpec;

/** Reads data that a model is to be used on: what was a category in training is one again. */
final class ModelData {
    private ModelData() {}

    /** The rows of the file. */
    static Examples read(CommandSpec command, String data, ReadOptions options, TrainedModel model) {
        Set<String> categorical = new HashSet<>();
        if (model.encoding() instanceof TableEncoding encoding) {
            for (ColumnEncoding column : encoding.columns()) {
                if (column instanceof ColumnEncoding.Categories) {
                    categorical.add(column.name());
                }
            }
        }
        CsvFormat format = Usage.of(command, () -> options.format(Set.of(), categorical));
        return Examples.read(
                DataFiles.find(data, command.commandLine().getErr()).path(), options.given(), format);
    }
}
