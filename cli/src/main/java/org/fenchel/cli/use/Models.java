package org.fenchel.cli.use;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.model.ModelFile;
import org.fenchel.io.model.TrainedModel;

/** Opens model files. */
public final class Models {
    private Models() {}

    /**
     * The model in a file.
     *
     * @throws InvalidInput if there is none, or it is damaged
     */
    static TrainedModel read(Path file) {
        requireNoFolder(file);
        return ModelFile.read(file);
    }

    /**
     * The model of this kind in a file.
     *
     * @throws InvalidInput if there is none, or it is damaged or of another kind
     */
    public static <M extends TrainedModel> M read(Path file, Class<M> type) {
        requireNoFolder(file);
        return ModelFile.read(file, type);
    }

    private static void requireNoFolder(Path file) {
        if (Files.isDirectory(file)) {
            throw InvalidInput.at(file.toString(), 0, 0, "this is a folder", "name a model file in it");
        }
    }
}
