package org.fenchel.io.csv;

/** What to do with a cell that holds no value. */
public enum MissingCells {
    /** Refuse the file, saying where the cell is. */
    REFUSE,
    /** Keep it: NaN in a numeric column, code -1 in a categorical one. */
    KEEP
}
