package org.fenchel.io.csv;

import java.util.List;

/** What a whole file says about the guesses made from its head. */
final class Hindsight {
    private Hindsight() {}

    /** The dialect to read the file with again; the same one if it was right. */
    static Dialect corrected(Dialect dialect, List<Chunk> chunks) {
        boolean[] failed = new boolean[dialect.columns()];
        boolean any = false;
        boolean point = false;
        boolean comma = false;
        for (Chunk chunk : chunks) {
            point |= chunk.sawPoint;
            comma |= chunk.sawComma;
            for (int j = 0; j < failed.length; j++) {
                failed[j] |= chunk.failed[j];
                any |= failed[j];
            }
        }
        if (!any) {
            return dialect;
        }
        if (!dialect.markKnown() && comma && !point) {
            return dialect.withDecimalComma();
        }
        ColumnType[] types = dialect.types().clone();
        for (int j = 0; j < failed.length; j++) {
            types[j] = failed[j] ? ColumnType.CATEGORICAL : types[j];
        }
        return dialect.withTypes(types);
    }
}
