package org.fenchel.cli.train;

import java.io.PrintWriter;
import org.fenchel.cli.console.Numbers;
import org.fenchel.run.Listener;
import org.fenchel.run.Trace;

/**
 * One line on standard error that keeps up with a fit, for people who watch: only on a terminal, only when the fit takes
 * longer than a moment, and gone when it ends.
 */
public final class FitProgress implements Listener, AutoCloseable {
    private static final long FIRST_AFTER = 700_000_000L;
    private static final long THEN_EVERY = 100_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean shown;
    private final double passes;
    private final double goal;
    private long next = System.nanoTime() + FIRST_AFTER;
    private boolean dirty;
    private double gap = Double.POSITIVE_INFINITY;

    /**
     * FitProgress of one fit.
     *
     * @param shown whether anybody watches
     * @param passes how many passes there will be at most, or infinity
     * @param goal the relative gap to reach
     */
    FitProgress(PrintWriter err, boolean shown, double passes, double goal) {
        this.err = err;
        this.shown = shown;
        this.passes = passes;
        this.goal = goal;
    }

    /** Whether standard output and error are a terminal; a JVM before 22 can't ask for standard error alone. */
    public static boolean onTerminal() {
        return System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }

    @Override
    public void probed(Trace.Point point) {
        if (!Double.isNaN(point.relativeGap())) {
            gap = Math.min(gap, point.relativeGap());
        }
        if (!shown || System.nanoTime() < next) {
            return;
        }
        next = System.nanoTime() + THEN_EVERY;
        dirty = true;
        String of = Double.isInfinite(passes) ? "" : " of " + Numbers.count(Math.round(passes));
        String online = Double.isNaN(point.onlineLoss()) ? "" : ", loss " + Numbers.of(point.onlineLoss());
        err.print(CLEAR + "  pass " + Numbers.count(Math.round(point.passes())) + of + online + ", relative gap "
                + Numbers.small(gap) + " (goal " + Numbers.small(goal) + "), " + Numbers.seconds(point.seconds())
                + "   Ctrl-C keeps the best so far");
        err.flush();
    }

    @Override
    public void close() {
        if (dirty) {
            err.print(CLEAR);
            err.flush();
            dirty = false;
        }
    }
}
