package org.fenchel.cli;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.problem.Certificate;
import org.fenchel.run.StopReason;

/** What a user should know about a fit although it went well. */
final class TrainWarnings {
    private TrainWarnings() {}

    /** The warnings, one line each. */
    static List<String> of(TrainOutcome outcome) {
        List<String> warnings = new ArrayList<>();
        Task task = outcome.plan().task();
        StopReason reason = outcome.fit().trace().reason();
        if (reason == StopReason.NO_MINIMISER) {
            warnings.add("no finite minimiser exists, the weights would grow for ever"
                    + (task.classifies() ? " (the classes can be separated)" : "")
                    + "; add a penalty, such as --l2 1e-4");
        } else if (mayLackMinimiser(outcome)) {
            warnings.add("without a penalty a minimiser may not exist; add one, such as --l2 1e-4");
        }
        double rate = meanRate(outcome);
        if (rate < 0.01) {
            warnings.add("the mean rate is only " + Numbers.digits(rate, 2) + " for one unit of exposure: with the"
                    + " identity link the tolerance is per unit, too, and may end the fit early; give exposures in a"
                    + " larger unit, such as years instead of days, or a smaller --tolerance");
        }
        if (reason == StopReason.NUMERICAL) {
            warnings.add("numbers overflowed before the tolerance was reached; scale the features with --scale minmax");
        } else if (reason == StopReason.NO_PROGRESS) {
            warnings.add("the tolerance was not reached: no more progress from a relative gap of "
                    + Numbers.small(outcome.fit().certificate().relativeGap())
                    + "; scale the features, add a penalty or take a larger --tolerance");
        } else if (reason == StopReason.INTERRUPTED) {
            warnings.add("interrupted; "
                    + (outcome.plan().output().out == null
                            ? "this is the best model so far"
                            : "the best model so far was saved"));
        }
        if (outcome.test() != null) {
            ScoringWarnings.of(outcome.test()).forEach(warning -> warnings.add("in the test rows " + warning));
        }
        return warnings;
    }

    /** Where exposures are weights, the mean count for one unit of exposure; NaN elsewhere. */
    private static double meanRate(TrainOutcome outcome) {
        if (outcome.plan().exposure() == null
                || Exposure.isOffset(outcome.plan().loss())) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < outcome.problem().n(); i++) {
            sum += outcome.problem().shares()[i] * outcome.problem().targets()[i];
        }
        return sum;
    }

    /** Regression losses grow in every direction that changes a prediction; hinges end at 0, which they reach. */
    private static boolean mayLackMinimiser(TrainOutcome outcome) {
        Task task = outcome.plan().task();
        boolean open = task == Task.LOGISTIC || task == Task.POISSON;
        boolean proven = outcome.fit().certificate() instanceof Certificate.DualityGap gap
                && Double.isInfinite(gap.radius())
                && outcome.fit().trace().reason() == StopReason.CERTIFIED;
        return open && !proven && outcome.plan().penalty().none();
    }
}
