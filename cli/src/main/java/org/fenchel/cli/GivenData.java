package org.fenchel.cli;

import org.fenchel.io.encode.Encoding;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Data that a model is to be used on, named but not read yet: how to read it is a matter of the model's kind.
 *
 * @param command that was given it
 * @param data a file or a known data set, as the user named it
 * @param read how delimited text is to be read
 */
record GivenData(CommandSpec command, String data, ReadOptions read) {
    /** The rows of the file, for a model with this encoding. */
    Examples examples(Encoding encoding) {
        return ModelData.read(command, data, read, encoding);
    }
}
