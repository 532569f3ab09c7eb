package org.fenchel.data;

/**
 * Rows in blocks of which one is in memory at a time, for data that are larger than it. Immutable, and may be read by several threads.
 */
public interface RowBlocks {
    /** Number of blocks, at least 1. */
    int count();

    /** Number of rows of all blocks. */
    int n();

    /** Number of features. */
    int d();

    /** The most rows a block has. */
    int mostRows();

    /** The most entries a row has. */
    int mostEntries();

    /** Number of stored entries of all blocks. */
    long nonZeros();

    /** Whether every entry is 1, so that blocks have {@link IndicatorRows}; else they have {@link SparseRows}. */
    boolean ones();

    /**
     * Reads a block. Sample weights are not known to blocks.
     *
     * @throws InvalidInput if it cannot be read
     */
    Dataset block(int b);
}
