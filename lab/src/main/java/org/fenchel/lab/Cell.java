package org.fenchel.lab;

import java.util.Locale;
import java.util.Optional;
import org.fenchel.run.Listener;
import org.jspecify.annotations.Nullable;

/**
 * The smallest part of an experiment that is measured by itself and kept: a method on a problem with a seed, say.
 *
 * @param name unique within its plan, and telling: it is shown while the cell is at work, and names its file
 * @param timed whether its times matter; then nothing else runs beside it
 * @param cost how long it takes compared with the other cells, for guesses of the time left
 * @param refusal why there is nothing to measure, in words, or null
 * @param work what is measured
 * @param <R> what it gives: a record of numbers, words, lists, tables and other records
 */
public record Cell<R extends Record>(
        String name, boolean timed, double cost, @Nullable String refusal, Work<R> work) {
    /** What a cell does. Cells run on several threads at once: what they share must be immutable, or {@link Shared}. */
    @FunctionalInterface
    public interface Work<R> {
        /**
         * Measures. The same numbers every time, times aside.
         *
         * @param live may be told of each step, for those who watch
         */
        R measure(Listener live);
    }

    /** A cell that may run beside others. */
    public static <R extends Record> Cell<R> of(String name, Work<R> work) {
        return new Cell<>(name, false, 1, null, work);
    }

    /** The same cell, alone on the machine. */
    public Cell<R> alone() {
        return new Cell<>(name, true, cost, refusal, work);
    }

    /** The same cell, so many times as long as others. */
    public Cell<R> costing(double times) {
        return new Cell<>(name, timed, times, refusal, work);
    }

    /** The same cell, not measured where there is a reason. */
    public Cell<R> unless(Optional<String> why) {
        return new Cell<>(name, timed, cost, why.orElse(null), work);
    }

    /** The name as a file's: lower-case letters, digits, points and hyphens. */
    String fileName() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^-|-$", "");
    }
}
