package org.fenchel.cli.console;

/** Text as a cell of CSV: labels come from data and may hold anything. */
public final class Quoted {
    private Quoted() {}

    /** In quotes where it needs them. */
    public static String of(String text) {
        boolean plain = !text.isEmpty();
        for (int k = 0; k < text.length(); k++) {
            plain &= ",\"\n\r".indexOf(text.charAt(k)) < 0;
        }
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
