package org.fenchel.cli.train;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is added to the mean loss, on the weights as fitted (after scaling) and never on the intercept. */
public final class PenaltyOptions {
    /** NaN where a path is to find it. */
    @Option(
            names = "--l2",
            paramLabel = "X",
            defaultValue = "0",
            converter = PenaltyAmount.class,
            description = "Weight of ||b||^2/2 (default: 0); auto with --path.")
    double l2;

    /** NaN where a path is to find it. */
    @Option(
            names = "--l1",
            paramLabel = "X",
            defaultValue = "0",
            converter = PenaltyAmount.class,
            description =
                    "Weight of ||b||_1, or with --groups of the sum of sqrt(size) ||b_group|| (default: 0); auto with --path.")
    double l1;

    @Option(names = "--constraint", paramLabel = "SPEC", description = "Keep the weights nonnegative, or in box(a,b).")
    @Nullable
    String constraint;

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description = "Lines 'feature,group'; a feature not named there is a group of its own.")
    @Nullable
    Path groups;

    /** Whether a path is to find one of the weights. */
    boolean automatic() {
        return Double.isNaN(l1) || Double.isNaN(l2);
    }

    /** Whether nothing holds the weights. */
    public boolean none() {
        return l1 == 0 && l2 == 0 && constraint == null;
    }
}
