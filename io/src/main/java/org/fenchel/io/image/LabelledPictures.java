package org.fenchel.io.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.source.Source;

/**
 * Pictures with a label each.
 *
 * @param labels from 0 to 255, one for each picture. Read only
 */
public record LabelledPictures(Pictures pictures, double[] labels) {
    /**
     * Reads a file of pictures and one of labels.
     *
     * @throws InvalidInput if either is broken, or their numbers differ
     */
    public static LabelledPictures read(Path images, Path labels) {
        IdxFile idx = IdxFile.read(Source.of(labels), 1, "labels");
        Pictures pictures = Pictures.read(images);
        if (idx.bytes().length != pictures.n()) {
            throw InvalidInput.at(
                    labels.toString(),
                    0,
                    0,
                    "there are " + Counted.of(idx.bytes().length, "label") + " for the "
                            + Counted.of(pictures.n(), "picture") + " of " + images,
                    "give files that belong together");
        }
        double[] numbers = new double[pictures.n()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = idx.bytes()[i] & 0xff;
        }
        return new LabelledPictures(pictures, numbers);
    }

    /**
     * The file of labels that belongs to a file of images by its name ({@code t10k-labels-idx1-ubyte} beside {@code
     * t10k-images-idx3-ubyte}), if it is there, plain or gzip.
     */
    public static Optional<Path> labelsBeside(Path images) {
        Path name = images.getFileName();
        if (name == null || !name.toString().contains("images")) {
            return Optional.empty();
        }
        String plain = name.toString()
                .replaceFirst("\\.gz$", "")
                .replace("images", "labels")
                .replace("idx3", "idx1");
        for (String candidate : List.of(plain, plain + ".gz")) {
            Path labels = images.resolveSibling(candidate);
            if (Files.isRegularFile(labels)) {
                return Optional.of(labels);
            }
        }
        return Optional.empty();
    }

    /** Pixels, labels and the names of pixels. */
    public Dataset dataset() {
        return Dataset.of(pictures.rows(), labels).withFeatureNames(pictures.pixelNames());
    }
}
