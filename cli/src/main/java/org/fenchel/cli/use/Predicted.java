package org.fenchel.cli.use;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** What a model predicts for the rows of a file, as CSV. */
public interface Predicted {
    /** What the user should know about it, one line each. */
    List<String> warnings();

    /** Writes the header and a line for each row. */
    void write(Writer out) throws IOException;
}
