package org.fenchel.lab;

/**
 * What became of a cell.
 *
 * @param name of the cell
 * @param state what became of it
 * @param seconds that it took when it was measured; NaN if it was not
 * @param note its file within the folder of the run where it was measured, the reason where it was refused
 */
public record CellRun(String name, State state, double seconds, String note) {
    /** What may become of a cell. */
    public enum State {
        /** It was measured now. */
        MEASURED,
        /** It had been measured before with the same parameters, data and program. */
        KEPT,
        /** There was nothing to measure. */
        REFUSED
    }
}
