package org.fenchel.cli.train;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the two-class tasks share. */
public final class ClassOptions {
    @Option(
            names = "--positive",
            paramLabel = "CLASS",
            description = "The class whose probability or side is positive (default: the second in order).")
    public @Nullable String positive;

    @Option(
            names = "--class-weight",
            paramLabel = "SPEC",
            description = "How much rows of each class count: balanced, or numbers as in spam=2,nonspam=1.")
    private @Nullable String classWeight;

    /**
     * The weights of the classes, or null for none.
     *
     * @throws org.fenchel.data.InvalidInput if the option is not understood
     */
    public @Nullable ClassWeights classWeights() {
        return classWeight == null ? null : ClassWeights.of(classWeight);
    }
}
