package org.fenchel.lab;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment found.
 *
 * @param claims what its source says, each checked
 * @param table the numbers that matter, for reading
 * @param figures with the numbers behind each
 * @param data what was read or made
 * @param notes what a reader must know to understand the numbers
 * @param answer what it all comes to, in a sentence or two, where something was asked; else null
 */
public record Findings(
        List<Claim> claims,
        ResultTable table,
        List<Figure> figures,
        List<DataUsed> data,
        List<String> notes,
        @Nullable String answer) {
    /** Findings about claims. */
    public Findings(
            List<Claim> claims, ResultTable table, List<Figure> figures, List<DataUsed> data, List<String> notes) {
        this(claims, table, figures, data, notes, null);
    }

    /** Copies the lists. */
    public Findings {
        claims = List.copyOf(claims);
        figures = List.copyOf(figures);
        data = List.copyOf(data);
        notes = List.copyOf(notes);
    }
}
