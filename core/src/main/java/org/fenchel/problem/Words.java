package org.fenchel.problem;

import java.util.Locale;

/** Components in the form they are written on the command line. */
final class Words {
    private Words() {}

    /** "Huber[delta=1.0]", as a record prints itself, becomes "huber(delta=1.0)". */
    static String of(Object component) {
        String name = component.toString();
        int bracket = name.indexOf('[');
        if (bracket < 0) {
            return name;
        }
        String kebab = name.substring(0, bracket)
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        String values = name.substring(bracket + 1, name.length() - 1).replace(", ", ",");
        return values.isEmpty() ? kebab : kebab + "(" + values + ")";
    }
}
