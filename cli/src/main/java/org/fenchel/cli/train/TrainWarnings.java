package org.fenchel.cli.train;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.run.StopReason;

/** What a user should know about a fit although it went well. */
final class TrainWarnings {
    private TrainWarnings() {}

    /** The warnings, one line each. */
    static List<String> of(TrainOutcome outcome) {
        List<String> warnings = new ArrayList<>(outcome.learned().warnings());
        StopReason reason = outcome.learned().trace().reason();
        if (reason == StopReason.NUMERICAL) {
            warnings.add("numbers overflowed before the tolerance was reached; scale the features with --scale minmax");
        } else if (reason == StopReason.NO_PROGRESS) {
            warnings.add("the tolerance was not reached: no more progress from a relative gap of "
                    + Numbers.small(
                            outcome.learned().model().training().certificate().relativeGap())
                    + "; scale the features, add a penalty or take a larger --tolerance");
        } else if (reason == StopReason.INTERRUPTED) {
            warnings.add("interrupted; "
                    + (outcome.plan().output().out == null
                            ? "this is the best model so far"
                            : "the best model so far was saved"));
        }
        if (outcome.test() != null) {
            outcome.test().warnings().forEach(warning -> warnings.add("in the test rows " + warning));
        }
        return warnings;
    }
}
