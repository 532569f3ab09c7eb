package org.fenchel.io.source;

import java.util.function.Supplier;
import org.fenchel.data.InvalidInput;

/** Turns running out of memory while reading a file into a mistake that a user can do something about. */
public final class Memory {
    private Memory() {}

    /**
     * What the reading gives.
     *
     * @throws InvalidInput if it does not fit into memory
     */
    public static <T> T reading(Source source, Supplier<T> read) {
        try {
            return read.get();
        } catch (OutOfMemoryError e) {
            // What was read is garbage by now, so there is room to say so.
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            throw InvalidInput.at(
                    source.name(),
                    0,
                    0,
                    "the data do not fit into the " + megabytes + " MB of memory that Java may use",
                    "give it more (-Xmx), or read a part of the file");
        }
    }
}
