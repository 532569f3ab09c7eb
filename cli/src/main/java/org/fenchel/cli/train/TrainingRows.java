package org.fenchel.cli.train;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fenchel.cli.data.DataFiles;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.Split;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.image.PictureFolder;
import org.jspecify.annotations.Nullable;

/**
 * Rows to learn from and rows to test with.
 *
 * @param train to learn from
 * @param test to test with, null where there are none
 * @param testWords which these are, as in "held out"
 */
public record TrainingRows(Examples train, @Nullable Examples test, String testWords) {
    /** The file that holds the rows to learn from. */
    public static Path file(DataFiles data) {
        return Files.isDirectory(data.path()) ? PictureFolder.of(data.path()).trainImages() : data.path();
    }

    /**
     * Reads them. A folder of pictures has its own to test with, unless a share of the others is to be held out.
     *
     * @throws InvalidInput if a file is broken, or a side of the split would be empty
     */
    static TrainingRows read(DataFiles data, TrainPlan plan) {
        Examples all = Examples.read(file(data), plan.surelyCsv(), plan.format());
        if (plan.testSplit() > 0) {
            Split split = split(all, plan);
            return new TrainingRows(all.select(split.train()), all.select(split.test()), "held out");
        }
        if (Files.isDirectory(data.path())) {
            PictureFolder folder = PictureFolder.of(data.path());
            if (folder.hasTest()) {
                Path images = folder.testImages();
                return new TrainingRows(all, Examples.Pictured.read(images), "of " + images.getFileName());
            }
        }
        return new TrainingRows(all, null, "");
    }

    private static Split split(Examples examples, TrainPlan plan) {
        try {
            return Split.of("test split", examples.n(), plan.testSplit(), plan.seed());
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }
}
