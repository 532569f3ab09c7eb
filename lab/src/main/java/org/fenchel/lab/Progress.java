package org.fenchel.lab;

/**
 * How far a run has come.
 *
 * @param done cells that need no more work
 * @param cells all there are to measure
 * @param secondsLeft a guess from the cells measured so far; NaN as long as there are none
 * @param doing the cells at work, or what else is being done
 */
public record Progress(int done, int cells, double secondsLeft, String doing) {
    /** Told of each change, on any thread, one at a time. */
    @FunctionalInterface
    public interface Watcher {
        /** Hears nothing. */
        Watcher NONE = progress -> {};

        /** Something changed. */
        void at(Progress progress);
    }
}
