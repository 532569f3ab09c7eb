package org.fenchel.io.source;

import org.fenchel.data.InvalidInput;

/**
 * A mistake found in a block, at a line counted from the block's start. {@link Blocks} turns it into an
 * {@link InvalidInput} once it knows how many lines the blocks before it have.
 */
public final class LocalMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final long column;
    private final String problem;
    private final String advice;

    /**
     * A mistake.
     *
     * @param line 1-based in the block
     * @param column 1-based in the line, 0 for the whole line
     */
    public LocalMistake(long line, long column, String problem, String advice) {
        super(problem, null, false, false);
        this.line = line;
        this.column = column;
        this.problem = problem;
        this.advice = advice;
    }

    /** The mistake in the file as a whole, if the lines are counted from its start. */
    public InvalidInput in(String file) {
        return after(0, file);
    }

    /** The mistake in the file as a whole, where so many lines come before the block. */
    InvalidInput after(long linesBefore, String file) {
        return InvalidInput.at(file, linesBefore + line, column, problem, advice);
    }
}
