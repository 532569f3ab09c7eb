package org.fenchel.lab;

import java.util.List;

/**
 * What an experiment found.
 *
 * @param claims what its source says, each checked
 * @param table the numbers that matter, for reading
 * @param figures with the numbers behind each
 * @param data what was read or made
 * @param notes what a reader must know to understand the numbers
 */
public record Findings(
        List<Claim> claims, ResultTable table, List<Figure> figures, List<DataUsed> data, List<String> notes) {
    /** Copies the lists. */
    public Findings {
        claims = List.copyOf(claims);
        figures = List.copyOf(figures);
        data = List.copyOf(data);
        notes = List.copyOf(notes);
    }
}
