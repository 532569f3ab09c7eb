package org.fenchel.cli.console;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lets an option whose value may be left out stand before a file: the next word is its value only where it can be one, a number
 * or one of the words the option knows.
 */
public final class OptionalValue implements IParameterPreprocessor {
    @Override
    @SuppressWarnings("JdkObsolete") // the type is picocli's
    public boolean preprocess(Stack<String> words, CommandSpec command, ArgSpec option, Map<String, Object> info) {
        boolean attached = "=".equals(info.get("separator"));
        if (!attached && (words.isEmpty() || !suits(words.peek(), option))) {
            words.push(((OptionSpec) option).fallbackValue());
        }
        return false;
    }

    private static boolean suits(String word, ArgSpec option) {
        if (option.completionCandidates() != null) {
            for (String known : option.completionCandidates()) {
                if (known.equals(word)) {
                    return true;
                }
            }
            return false;
        }
        return word.matches("-?[0-9]+");
    }
}
