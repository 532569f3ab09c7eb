package org.fenchel.data;

import org.jspecify.annotations.Nullable;

/**
 * A mistake in what the user gave: data, options or a model file. Its message is one line that says what is wrong, where it
 * is and what to do about it, fit to be shown as it stands.
 */
public final class InvalidInput extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String advice;
    private final @Nullable String file;
    private final long line;
    private final long column;

    private InvalidInput(String problem, String advice, @Nullable String file, long line, long column) {
        super(describe(problem, advice, file, line, column));
        this.problem = problem;
        this.advice = advice;
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /**
     * A mistake that is in no file.
     *
     * @param problem what is wrong, without a final full stop
     * @param advice what to do about it, without a final full stop; may be empty
     */
    public static InvalidInput of(String problem, String advice) {
        return new InvalidInput(problem, advice, null, 0, 0);
    }

    /**
     * A mistake at a place of a file.
     *
     * @param file the file's name as the user gave it
     * @param line 1-based line, 0 for the whole file
     * @param column 1-based column (of characters or fields, as the format counts), 0 for the whole line
     */
    public static InvalidInput at(String file, long line, long column, String problem, String advice) {
        return new InvalidInput(problem, advice, file, line, column);
    }

    /** The same mistake, now that the file it was found in is known; a place already known stays. */
    public InvalidInput in(String name) {
        return file != null ? this : new InvalidInput(problem, advice, name, line, column);
    }

    /**
     * The same mistake, now that its place in a text is known; a place already known stays.
     *
     * @param newLine 1-based line
     * @param newColumn 1-based column, 0 for the whole line
     */
    public InvalidInput at(long newLine, long newColumn) {
        return line > 0 ? this : new InvalidInput(problem, advice, file, newLine, newColumn);
    }

    /** The same mistake, now that its place is known; a place already known stays. */
    public InvalidInput in(String name, long itsLine, long itsColumn) {
        return file != null ? this : new InvalidInput(problem, advice, name, itsLine, itsColumn);
    }

    private static String describe(String problem, String advice, @Nullable String file, long line, long column) {
        StringBuilder text = new StringBuilder();
        if (file != null) {
            text.append(file);
            if (line > 0) {
                text.append(':').append(line);
                if (column > 0) {
                    text.append(':').append(column);
                }
            }
            text.append(": ");
        } else if (line > 0) {
            text.append("line ").append(line);
            if (column > 0) {
                text.append(", column ").append(column);
            }
            text.append(": ");
        }
        text.append(problem);
        if (!advice.isEmpty()) {
            text.append("; ").append(advice);
        }
        return text.toString();
    }
}
