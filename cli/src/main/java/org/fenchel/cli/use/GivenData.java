package org.fenchel.cli.use;

import java.util.List;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.ReadOptions;
import org.fenchel.cli.data.RowChoice;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Data that a model is to be used on, named but not read yet: how to read it is a matter of the model's kind.
 *
 * @param command that was given it
 * @param data a file or a known data set, as the user named it
 * @param read how delimited text is to be read
 * @param rows which of the rows are meant, as for {@link RowChoice}; none for all of them
 */
public record GivenData(CommandSpec command, String data, ReadOptions read, List<String> rows) {
    /** The rows of the file, for a model with this encoding. */
    public Examples examples(Encoding encoding) {
        Examples all = ModelData.read(command, data, read, encoding);
        if (rows.isEmpty()) {
            return all;
        }
        try {
            return all.select(RowChoice.of(rows, all.n()));
        } catch (InvalidInput mistake) {
            throw mistake.in(all.source());
        }
    }
}
