package org.fenchel.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.model.ModelFile;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.loss.Loss;

/** Opens model files. */
final class Models {
    private Models() {}

    /**
     * The model in a file.
     *
     * @throws InvalidInput if there is none, or it is damaged
     */
    static TrainedModel read(Path file) {
        if (Files.isDirectory(file)) {
            throw InvalidInput.at(file.toString(), 0, 0, "this is a folder", "name a model file in it");
        }
        return ModelFile.read(file, spec -> Catalogue.of(Loss.class).parse(spec));
    }
}
