package org.fenchel.io.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.source.Shown;

/** Words for a column name that is not in the table: the closest name there is, then the names in order. */
public final class UnknownColumn {
    private static final int LISTED = 12;

    private UnknownColumn() {}

    /** The mistake of asking for {@code name} where only {@code known} exist. */
    public static InvalidInput named(String name, List<String> known) {
        String listed = known.stream().limit(LISTED).map(Shown::plain).collect(Collectors.joining(", "));
        if (known.size() > LISTED) {
            listed += ", ... (" + known.size() + " in all)";
        }
        String columns = "the columns are " + listed;
        String advice = known.stream()
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .filter(candidate -> distance(name, candidate) <= Math.max(1, name.length() / 3))
                .map(closest -> "did you mean " + Shown.text(closest) + "? " + columns)
                .orElse(columns);
        return InvalidInput.of("no column is named " + Shown.text(name), advice);
    }

    /** Levenshtein distance, case ignored, on the first characters only: names may be as long as the file pleases. */
    private static int distance(String first, String second) {
        String a = head(first);
        String b = head(second);
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = above[0];
            above[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = above[j];
                above[j] = Math.min(replaced, 1 + Math.min(above[j], above[j - 1]));
            }
        }
        return above[b.length()];
    }

    private static String head(String name) {
        return name.substring(0, Math.min(name.length(), 60)).toLowerCase(Locale.ROOT);
    }
}
