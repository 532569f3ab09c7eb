package org.fenchel.cli.reproduce;

import java.io.PrintWriter;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.OneLine;
import org.fenchel.lab.Progress;

/**
 * One line on standard error that says how far an experiment is, which cells it is at and how long the rest may take, only on a
 * terminal, and gone when it ends.
 */
public final class ExperimentProgress implements Progress.Watcher, AutoCloseable {
    private static final String CLEAR = "\r\u001b[K";
    private static final int BAR = 20;
    private static final int WORDS = 60;

    private final PrintWriter err;
    private final boolean shown;
    private final String name;

    /**
     * Of one experiment.
     *
     * @param shown whether anybody watches
     */
    public ExperimentProgress(PrintWriter err, boolean shown, String name) {
        this.err = err;
        this.shown = shown;
        this.name = name;
    }

    @Override
    public void at(Progress progress) {
        show("  " + name + bar(progress) + left(progress.secondsLeft()) + "  " + OneLine.of(clipped(progress.doing())));
    }

    private static String bar(Progress progress) {
        if (progress.cells() < 2) {
            return "";
        }
        int full = BAR * progress.done() / progress.cells();
        return " [" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + progress.done() + " of " + progress.cells();
    }

    private static String left(double seconds) {
        return Double.isNaN(seconds) ? "" : ", about " + Numbers.seconds(Math.ceil(seconds)) + " left";
    }

    private static String clipped(String doing) {
        return doing.length() <= WORDS ? doing : doing.substring(0, WORDS - 3) + "...";
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
