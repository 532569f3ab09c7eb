package org.fenchel.cli.data;

import java.nio.file.Path;
import org.fenchel.cli.use.GivenOptions;
import org.fenchel.io.model.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where the rows of a fit come from.
 *
 * @param file the data file
 * @param sum its checksum, on its way, or null where no model will be saved
 */
public record DataOrigin(Path file, @Nullable FileSum sum) {
    /** For the model that was fitted now by this command. */
    public Provenance provenance(long rows, int features, CommandSpec command, long seed) {
        return Provenance.now(file, sum == null ? null : sum.await(), rows, features, GivenOptions.of(command), seed);
    }
}
