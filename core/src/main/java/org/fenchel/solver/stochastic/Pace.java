package org.fenchel.solver.stochastic;

import org.fenchel.solver.proximal.StepSchedule;

/** The step sizes of a run, one after the other. */
final class Pace {
    private final double first;
    private final StepSchedule schedule;
    private long taken;

    Pace(double first, StepSchedule schedule) {
        this.first = first;
        this.schedule = schedule;
    }

    /** The size of the next step. */
    double next() {
        return first * schedule.factor(++taken);
    }

    /** How many steps there were. */
    long taken() {
        return taken;
    }
}
