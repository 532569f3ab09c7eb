package org.fenchel.solver.planner;

/**
 * What a method is expected to cost on a problem.
 *
 * @param seconds to the accuracy wanted, on one core of a usual machine
 * @param why in words, such as {@code "8 steps of 12 ms"}
 * @param lowerBound whether no less is meant, since nobody has looked at the spectrum yet
 */
public record Estimate(double seconds, String why, boolean lowerBound) {
    /** An estimate as good as it gets. */
    static Estimate of(double nanoseconds, String why) {
        return new Estimate(nanoseconds * 1e-9, why, false);
    }

    /** As many steps of a method, of so many nanoseconds each. */
    static Estimate ofSteps(double steps, String name, double nanoseconds) {
        return of(steps * nanoseconds, words(steps, name));
    }

    /** At least so many steps. */
    static Estimate atLeast(double steps, String name, double nanoseconds) {
        return new Estimate(steps * nanoseconds * 1e-9, "at least " + words(steps, name), true);
    }

    /** The same work and so many times the time. */
    Estimate times(double factor) {
        return new Estimate(factor * seconds, why, lowerBound);
    }

    private static String words(double steps, String name) {
        long whole = Math.max(1, Math.round(Math.min(steps, 1e9)));
        return whole + " " + name + (whole == 1 ? "" : name.endsWith("s") ? "es" : "s");
    }
}
