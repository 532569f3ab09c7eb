package org.fenchel.io.csv;

/** What a column is taken to hold while it is parsed. */
enum ColumnType {
    /** Numbers as far as seen; the first cell that is none makes it {@link #CATEGORICAL} in the next pass. */
    NUMERIC,
    /** Numbers, said the user: anything else is a mistake. */
    NUMERIC_DECLARED,
    /** Words. */
    CATEGORICAL,
    /** Words, said the user: numbers among them are words too. */
    CATEGORICAL_DECLARED,
    /** Believed numeric in this pass, and found not to be: its cells are passed over. */
    FAILED;

    boolean numeric() {
        return this == NUMERIC || this == NUMERIC_DECLARED;
    }

    boolean categorical() {
        return this == CATEGORICAL || this == CATEGORICAL_DECLARED;
    }
}
