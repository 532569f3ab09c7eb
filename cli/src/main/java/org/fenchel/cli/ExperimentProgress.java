package org.fenchel.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** One line on standard error that says what an experiment is at, only on a terminal, and gone when it ends. */
final class ExperimentProgress implements Consumer<String>, AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean shown;

    ExperimentProgress(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    @Override
    public void accept(String doing) {
        show("  " + OneLine.of(doing) + " ...");
    }

    @Override
    public void close() {
        show("");
    }

    private void show(String text) {
        if (shown) {
            err.print(CLEAR + text);
            err.flush();
        }
    }
}
