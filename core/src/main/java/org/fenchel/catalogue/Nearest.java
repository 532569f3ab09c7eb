package org.fenchel.catalogue;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a mistyped one was probably meant to be. */
public final class Nearest {
    private Nearest() {}

    /** "did you mean ...? " with the nearest name, or nothing if none is near: at most a third of its letters wrong. */
    static String question(String wrong, Collection<String> names) {
        return of(wrong, names).map(name -> "did you mean " + name + "? ").orElse("");
    }

    /** The nearest name; empty if more than a third of its letters would be wrong. */
    public static Optional<String> of(String wrong, Collection<String> names) {
        String nearest = "";
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int distance = distance(wrong.toLowerCase(Locale.ROOT), name);
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return least <= Math.max(1, nearest.length() / 3) ? Optional.of(nearest) : Optional.empty();
    }

    /** Levenshtein's distance: insertions, deletions and replacements that turn a into b. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
