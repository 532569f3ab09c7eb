package org.fenchel.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Aligned columns of text: the first to the left, the others, which are numbers, to the right. */
public final class TextTable {
    private final List<String[]> lines = new ArrayList<>();

    /** A table with these headings. */
    public TextTable(String... headings) {
        lines.add(headings);
    }

    /** One more line. */
    public void add(String... cells) {
        lines.add(cells);
    }

    /** Prints all of it, each line after this indent. */
    public void print(PrintWriter out, String indent) {
        int[] widths = new int[lines.get(0).length];
        for (String[] line : lines) {
            for (int k = 0; k < widths.length; k++) {
                widths[k] = Math.max(widths[k], line[k].length());
            }
        }
        for (String[] line : lines) {
            StringBuilder text = new StringBuilder(indent);
            for (int k = 0; k < widths.length; k++) {
                String padding = " ".repeat(widths[k] - line[k].length());
                text.append(k == 0 ? line[k] + padding : "  " + padding + line[k]);
            }
            out.println(text.toString().stripTrailing());
        }
    }
}
