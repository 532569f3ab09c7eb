package org.fenchel.cli.console;

/** Exit codes of the command. */
public final class Exit {
    /** It did what was asked; ending by epochs or time is that, too. */
    public static final int OK = 0;

    /** Something unexpected: a fault of this program, or of the machine. */
    static final int FAILED = 1;

    /** The command line makes no sense. */
    public static final int USAGE = 2;

    /** The data, or a model file, can't be used. */
    public static final int DATA = 3;

    /** Interrupted from the keyboard (128 + SIGINT, as shells have it); the best model so far was kept. */
    static final int INTERRUPTED = 130;

    private Exit() {}
}
