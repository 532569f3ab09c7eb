package org.fenchel.lab;

import org.jspecify.annotations.Nullable;

/**
 * How a table is drawn: one column against another, with a colour and a shape for each value of a third.
 *
 * @param mark what stands for a row
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series name of the column of words that tells the series apart
 * @param band what surrounds lines, or null
 * @param otherwise name of the series that is dots among lines, or a line among dots; empty where there is none
 */
public record Chart(
        Mark mark, Axis x, Axis y, String series, @Nullable Band band, String otherwise) {
    /** A chart without bands, all series drawn alike. */
    public Chart(Mark mark, Axis x, Axis y, String series) {
        this(mark, x, y, series, null, "");
    }

    /** The same chart with a band around each line. */
    public Chart between(String low, String high) {
        return new Chart(mark, x, y, series, new Band(low, high), otherwise);
    }

    /** The same chart with one series, such as a line that dots should be on, drawn the other way. */
    public Chart withOtherwise(String name) {
        return new Chart(mark, x, y, series, band, name);
    }

    /** Whether a series is drawn as dots. */
    public boolean dots(String name) {
        return (mark == Mark.POINTS) != name.equals(otherwise);
    }

    /**
     * How far repeats lie apart.
     *
     * @param low name of a column of numbers
     * @param high name of a column of numbers
     */
    public record Band(String low, String high) {}

    /** What stands for a row. */
    public enum Mark {
        /** A dot. */
        POINTS,
        /** A point of its series' line, in the order of the rows. */
        LINES,
        /** A tile at two words, coloured by the number that the series names: one colour below 0, another above. */
        TILES
    }

    /**
     * An axis.
     *
     * @param column name of a column of numbers
     * @param log whether it is logarithmic; rows that are not above 0 are then not drawn
     */
    public record Axis(String column, boolean log) {
        /** A logarithmic axis. */
        public static Axis log(String column) {
            return new Axis(column, true);
        }

        /** An axis with equal steps. */
        public static Axis linear(String column) {
            return new Axis(column, false);
        }

        /** Whether there is a place on the axis for the value. */
        public boolean holds(double value) {
            return Double.isFinite(value) && (!log || value > 0);
        }
    }
}
