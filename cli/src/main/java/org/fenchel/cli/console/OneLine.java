package org.fenchel.cli.console;

/** Text made safe for one line of a terminal: messages quote file names and cells, which may hold anything. */
public final class OneLine {
    private static final int LONGEST = 2000;

    private OneLine() {}

    /** The text with line breaks as blanks, other control characters as question marks, and an end to its length. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder();
        for (int k = 0; k < Math.min(text.length(), LONGEST); k++) {
            char c = text.charAt(k);
            if (c == '\n' || c == '\r' || c == '\t' || c == '\u2028' || c == '\u2029') {
                line.append(' ');
            } else {
                line.append(Character.isISOControl(c) ? '?' : c);
            }
        }
        return text.length() > LONGEST ? line.append(" ...").toString() : line.toString();
    }
}
