package org.fenchel.cli.data;

import java.io.PrintWriter;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.train.FitProgress;
import org.fenchel.io.known.Progress;

/** One line on standard error that keeps up with a download, only on a terminal, and gone when it ends. */
final class DownloadProgress implements Progress, AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";
    private static final long EVERY = 100_000_000L;

    private final PrintWriter err;
    private final boolean shown = FitProgress.onTerminal();
    private long next = System.nanoTime();

    DownloadProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void at(String file, long done, long total) {
        if (!shown || System.nanoTime() < next) {
            return;
        }
        next = System.nanoTime() + EVERY;
        String share = total > 0 ? ", " + 100 * done / total + " %" : "";
        err.print(CLEAR + "  " + OneLine.of(file) + ": " + Numbers.count(done / 1000) + " kB" + share);
        err.flush();
    }

    @Override
    public void close() {
        if (shown) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
