package org.fenchel.lab.proximal;

import java.util.Arrays;
import org.fenchel.problem.Solution;
import org.fenchel.run.Listener;
import org.fenchel.run.Trace;
import org.fenchel.solver.Run;

/**
 * The losses of a run that is nothing but passes.
 *
 * @param losses mean loss of each pass, each row's taken just before its step; those after an overflow are NaN
 */
record EpochLosses(double[] losses) {
    static EpochLosses of(Run<? extends Solution> run, int epochs, Listener live) {
        double[] losses = new double[epochs];
        Arrays.fill(losses, Double.NaN);
        long began = System.nanoTime();
        for (int epoch = 0; epoch < epochs && run.health() == Run.Health.WELL; epoch++) {
            run.step();
            losses[epoch] = run.onlineLoss().orElse(Double.NaN);
            double seconds = (System.nanoTime() - began) * 1e-9;
            live.probed(new Trace.Point(epoch + 1.0, seconds, Double.NaN, Double.NaN, Double.NaN, losses[epoch]));
        }
        return new EpochLosses(losses);
    }

    /** The lowest of any pass; infinite where none was a number. */
    double least() {
        return Arrays.stream(losses).filter(loss -> !Double.isNaN(loss)).min().orElse(Double.POSITIVE_INFINITY);
    }
}
