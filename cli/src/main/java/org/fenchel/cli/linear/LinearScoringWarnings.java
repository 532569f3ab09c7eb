package org.fenchel.cli.linear;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Clipped;

/** What a user should know about measured predictions: where the model was used on what it was not made for. */
final class LinearScoringWarnings {
    private LinearScoringWarnings() {}

    /** The warnings, one line each. */
    static List<String> of(LinearScoring scoring) {
        List<String> warnings = new ArrayList<>();
        if (scoring.encoded().unseen().any()) {
            warnings.add(scoring.encoded().unseen().words());
        }
        if (scoring.clipped() > 0) {
            warnings.add(Clipped.words(scoring.clipped(), scoring.ruledOut()));
        } else if (scoring.ruledOut() > 0) {
            warnings.add(Clipped.infinite(scoring.ruledOut())
                    + " (predicted rates of 0 or infinity); scale the features or leave these rows out");
        }
        return warnings;
    }
}
