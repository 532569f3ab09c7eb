package org.fenchel.io.libsvm;

import org.fenchel.io.source.Blocks;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one block of a file.
 *
 * @param lines number of lines of text
 * @param labels length n
 * @param ends where each row's entries end in columns, length n
 * @param columns 0-based
 * @param values as long as columns; null if all are 1
 * @param largestIndex 1-based, 0 if there is none
 */
public record RowBlock(
        long lines, double[] labels, int[] ends, int[] columns, double @Nullable [] values, int largestIndex)
        implements Blocks.Parsed {}
