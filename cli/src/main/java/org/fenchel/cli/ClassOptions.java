package org.fenchel.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the two-class tasks share. */
final class ClassOptions {
    @Option(
            names = "--positive",
            paramLabel = "CLASS",
            description = "The class whose probability or side is positive (default: the second in order).")
    @Nullable
    String positive;
}
