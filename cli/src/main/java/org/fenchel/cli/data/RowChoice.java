package org.fenchel.cli.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fenchel.cli.console.Numbers;
import org.fenchel.data.InvalidInput;

/** The rows that a user means, counted from 1: {@code 7}, {@code 1-10} or both, as in {@code 1-10,42}. */
public final class RowChoice {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9}))?");

    private RowChoice() {}

    /**
     * Their numbers, counted from 0, in the order given.
     *
     * @param n how many rows there are
     * @throws InvalidInput if the text is no such list, or one of the rows is not there
     */
    public static int[] of(List<String> ranges, int n) {
        List<Integer> rows = new ArrayList<>();
        for (String range : ranges) {
            Matcher parts = RANGE.matcher(range.strip());
            if (!parts.matches()) {
                throw InvalidInput.of("'" + range + "' names no rows", "write them as in --rows 7 or --rows 1-10,42");
            }
            int from = Integer.parseInt(parts.group(1));
            int to = parts.group(2) == null ? from : Integer.parseInt(parts.group(2));
            if (from < 1 || to < from || to > n) {
                throw InvalidInput.of(
                        "there are no rows " + range.strip() + " among " + Numbers.count(n, "row"),
                        "count from 1 to " + Numbers.count(n));
            }
            IntStream.rangeClosed(from, to).forEach(row -> rows.add(row - 1));
        }
        return rows.stream().mapToInt(row -> row).toArray();
    }
}
