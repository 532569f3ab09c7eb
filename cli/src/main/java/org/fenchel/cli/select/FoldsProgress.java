package org.fenchel.cli.select;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.fenchel.cli.console.Numbers;

/**
 * One line on standard error that counts the fits of a cross-validation, for people who watch: only on a terminal, only when it
 * takes longer than a moment, and gone when it ends. Folds report from threads of their own.
 */
public final class FoldsProgress implements AutoCloseable {
    private static final long FIRST_AFTER = 700_000_000L;
    private static final long THEN_EVERY = 100_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean shown;
    private final long fits;
    private final AtomicLong done = new AtomicLong();
    private long next = System.nanoTime() + FIRST_AFTER;
    private boolean dirty;

    /**
     * Progress of one cross-validation.
     *
     * @param shown whether anybody watches
     * @param fits how many there will be
     */
    public FoldsProgress(PrintWriter err, boolean shown, long fits) {
        this.err = err;
        this.shown = shown;
        this.fits = fits;
    }

    /** One more is done. */
    public void fitted() {
        long count = done.incrementAndGet();
        if (shown) {
            show(count);
        }
    }

    private synchronized void show(long count) {
        if (System.nanoTime() < next) {
            return;
        }
        next = System.nanoTime() + THEN_EVERY;
        dirty = true;
        err.print(CLEAR + "  cross-validation: " + Numbers.count(count) + " of " + Numbers.count(fits, "fit")
                + "   Ctrl-C ends it");
        err.flush();
    }

    @Override
    public synchronized void close() {
        if (dirty) {
            err.print(CLEAR);
            err.flush();
            dirty = false;
        }
    }
}
