package org.fenchel.problem.pointprocess;

import org.fenchel.data.InvalidInput;

/**
 * How a baseline depends on time: constant in each of some pieces of equal length, one after the other or coming back in every period.
 *
 * @param pieces how many
 * @param origin where piece 0 begins
 * @param width length of a piece; infinite for one constant
 * @param cyclic whether piece 0 follows the last; otherwise the first reaches back and the last on without end
 */
public record Baseline(int pieces, double origin, double width, boolean cyclic) {
    /** One value for all times. */
    public static final Baseline CONSTANT = new Baseline(1, 0, Double.POSITIVE_INFINITY, false);

    /**
     * Checks the grid.
     *
     * @throws InvalidInput if there is no piece, or pieces have no length
     */
    public Baseline {
        if (pieces < 1 || !(width > 0) || !Double.isFinite(origin)) {
            throw InvalidInput.of(
                    "a baseline of " + pieces + " pieces of length " + width + " from " + origin + " is none",
                    "give at least one piece of a positive length");
        }
    }

    /** Pieces of equal length from {@code start} to {@code end}. */
    public static Baseline pieces(int pieces, double start, double end) {
        return pieces == 1 ? CONSTANT : new Baseline(pieces, start, (end - start) / pieces, false);
    }

    /** Pieces of equal length that come back every {@code period}, the first beginning at time 0. */
    public static Baseline cyclic(int pieces, double period) {
        return new Baseline(pieces, 0, period / pieces, true);
    }

    /** The piece of a time, from 0. */
    public int piece(double time) {
        if (pieces == 1) {
            return 0;
        }
        double number = number(time);
        return cyclic
                ? (int) (number - pieces * Math.floor(number / pieces))
                : (int) Math.min(Math.max(number, 0), pieces - 1);
    }

    /** The first time after this one at which another piece begins; infinite where none does. */
    public double next(double time) {
        if (pieces == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double number = number(time) + 1;
        if (!cyclic) {
            number = Math.max(number, 1);
            if (number >= pieces) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return origin + number * width;
    }

    /** The number n for which origin + n width is at most the time and origin + (n + 1) width above it, as they are rounded. */
    private double number(double time) {
        double number = Math.floor((time - origin) / width);
        while (time < origin + number * width) {
            number--;
        }
        while (time >= origin + (number + 1) * width) {
            number++;
        }
        return number;
    }

    /** Adds to {@code out[p]} the time between {@code from} and {@code to} that is in piece p. Cost: the pieces met. */
    public void addDurations(double from, double to, double[] out) {
        double at = from;
        while (at < to) {
            double until = Math.min(next(at), to);
            out[piece(at)] += until - at;
            at = until;
        }
    }
}
