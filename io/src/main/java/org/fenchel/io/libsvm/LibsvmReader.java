package org.fenchel.io.libsvm;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.source.Blocks;
import org.fenchel.io.source.Cut;
import org.fenchel.io.source.Memory;
import org.fenchel.io.source.Source;
import org.fenchel.io.source.TextHead;

/**
 * Reads LIBSVM (SVMlight) text: each line a label, then {@code index:value} pairs with indices from 1, strictly ascending.
 *
 * <p>Labels may be any finite numbers and are not interpreted. Blank lines and comments after {@code #} are skipped; a row
 * may have no pairs. Pairs with value 0 count for the number of features and are not stored. If all values are 1 the result
 * has indicator rows, else sparse rows.
 */
public final class LibsvmReader {
    /** An index above this is taken for a mistake: a model would hold more than 0.8 GB of weights. */
    public static final int LARGEST_INDEX = 100_000_000;

    private LibsvmReader() {}

    /**
     * Reads a file, gzip-compressed or not, on all cores. Memory: the result, and a part of it twice while it is joined.
     *
     * @param minimumFeatures the least number of features the data set gets, 0 for as many as the largest index found; one
     *     above {@link #LARGEST_INDEX} allows indices up to it
     * @return features named by their index, "1" to "d"
     * @throws InvalidInput for every mistake in the file, with its line and the position in the line
     */
    public static Dataset read(Path file, int minimumFeatures) {
        return read(Source.of(file), minimumFeatures, Blocks.Plan.standard());
    }

    /**
     * Reads a file block by block, on this thread, and keeps nothing of it.
     *
     * @param sink is given the rows in their order
     * @throws InvalidInput for every mistake in the file, with its line and the position in the line
     */
    public static void each(Path file, Consumer<RowBlock> sink) {
        Source source = Source.of(file);
        TextHead.requireText(source);
        Blocks.each(source, Cut.LINES, new LibsvmParser(LARGEST_INDEX), Blocks.Plan.standard(), sink);
    }

    static Dataset read(Source source, int minimumFeatures, Blocks.Plan plan) {
        if (minimumFeatures < 0) {
            throw InvalidInput.of("the number of features " + minimumFeatures + " is negative", "give 0 or more");
        }
        TextHead.requireText(source);
        int largestIndex = Math.max(LARGEST_INDEX, minimumFeatures);
        return Memory.reading(source, () -> {
            List<RowBlock> blocks = Blocks.parse(source, Cut.LINES, () -> new LibsvmParser(largestIndex), plan);
            return Assembly.join(source.name(), blocks, minimumFeatures);
        });
    }
}
