package org.fenchel.cli.console;

import java.util.function.Supplier;
import org.fenchel.data.InvalidInput;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Marks mistakes as mistakes of the command line, which end with another exit code than those of the data. */
public final class Usage {
    private Usage() {}

    /** What the supplier gives; a mistake it finds is one of the command line. */
    public static <T> T of(CommandSpec command, Supplier<T> interpretation) {
        try {
            return interpretation.get();
        } catch (InvalidInput mistake) {
            throw new ParameterException(command.commandLine(), mistake.getMessage(), mistake);
        }
    }

    /** A mistake of the command line. */
    public static ParameterException mistake(CommandSpec command, String words) {
        return new ParameterException(command.commandLine(), words);
    }
}
