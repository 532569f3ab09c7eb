package org.fenchel.cli.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fenchel.cli.console.Numbers;
import org.fenchel.data.InvalidInput;

/**
 * Rows divided at random into those to learn from and those to test with, each in the file's order.
 *
 * @param train row numbers, ascending
 * @param test row numbers, ascending
 */
public record Split(int[] train, int[] test) {
    /**
     * Holds a share of the rows out.
     *
     * @param what it is, for messages, as in "test split"
     * @param share above 0 and below 1
     * @throws InvalidInput if either side would be empty
     */
    public static Split of(String what, int n, double share, long seed) {
        int held = (int) Math.round(share * n);
        requireRows(what, n, held, share);
        int[] order = shuffled(n, held, seed);
        int[] test = Arrays.copyOf(order, held);
        int[] train = Arrays.copyOfRange(order, held, n);
        Arrays.sort(test);
        Arrays.sort(train);
        return new Split(train, test);
    }

    /**
     * Holds a share of each class out: to learn from there is always a row of it, to test with where it has two.
     *
     * @param what it is, for messages, as in "validation split"
     * @param classes of the rows, from 0
     * @param share above 0 and below 1
     * @throws InvalidInput if either side would be empty
     */
    public static Split stratified(String what, int[] classes, double share, long seed) {
        int[] rows = new int[IntStream.of(classes).max().orElse(0) + 1];
        for (int one : classes) {
            rows[one]++;
        }
        int[] left = new int[rows.length];
        int total = 0;
        for (int c = 0; c < rows.length; c++) {
            left[c] = Math.min(rows[c] - 1, Math.max(1, (int) Math.round(share * rows[c])));
            total += Math.max(0, left[c]);
        }
        requireRows(what, classes.length, Math.min(total, (int) Math.round(share * classes.length)), share);
        // in a random order, the first rows of each class are held out
        int[] order = shuffled(classes.length, classes.length, seed);
        boolean[] held = new boolean[classes.length];
        for (int row : order) {
            held[row] = left[classes[row]]-- > 0;
        }
        return new Split(
                IntStream.range(0, held.length).filter(i -> !held[i]).toArray(),
                IntStream.range(0, held.length).filter(i -> held[i]).toArray());
    }

    private static void requireRows(String what, int n, int held, double share) {
        if (held < 1 || held >= n) {
            throw InvalidInput.of(
                    "a " + what + " of " + Numbers.exact(share) + " leaves one side of " + Numbers.count(n, "row")
                            + " empty",
                    "give more rows or another share");
        }
    }

    /** The numbers from 0 to before n, of which the first {@code count} are drawn at random. */
    private static int[] shuffled(int n, int count, long seed) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < count; k++) {
            int other = k + random.nextInt(n - k);
            int row = order[other];
            order[other] = order[k];
            order[k] = row;
        }
        return order;
    }

    /**
     * Holds out the rows that come last.
     *
     * @param time of each row
     * @param share above 0 and below 1
     * @throws InvalidInput if a time is missing, or either side would be empty
     */
    public static Split last(double[] time, double share) {
        int n = time.length;
        int held = (int) Math.round(share * n);
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> time[i]));
        if (held < 1 || held >= n || Double.isNaN(time[order[n - 1]])) {
            throw InvalidInput.of(
                    "the last " + Numbers.exact(share) + " of " + Numbers.count(n, "row")
                            + " can't be held out by time",
                    "give another share, and a time in each row");
        }
        int[] test = new int[held];
        int[] train = new int[n - held];
        for (int k = 0; k < n; k++) {
            if (k < train.length) {
                train[k] = order[k];
            } else {
                test[k - train.length] = order[k];
            }
        }
        Arrays.sort(test);
        Arrays.sort(train);
        return new Split(train, test);
    }
}
