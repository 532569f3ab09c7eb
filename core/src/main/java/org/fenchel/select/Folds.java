package org.fenchel.select;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.fenchel.data.InvalidInput;

/**
 * Rows dealt at random into k folds of equal size, each of which is tested once by a model of all others. Everything follows from
 * the seed.
 */
public final class Folds {
    private final int count;
    private final int[] foldOf;

    private Folds(int count, int[] foldOf) {
        this.count = count;
        this.foldOf = foldOf;
    }

    /**
     * Deals rows regardless of what they are.
     *
     * @param n number of rows
     * @param count number of folds, 2 to n
     * @throws InvalidInput if there are fewer than two folds or more than rows
     */
    public static Folds of(int n, int count, long seed) {
        return stratified(new int[n], count, seed);
    }

    /**
     * Deals the rows of each stratum on their own, so that every fold has its share of each, up to one row; the folds' sizes
     * differ by one row at most.
     *
     * @param stratumOf of each row, counted from 0
     * @param count number of folds, 2 to the number of rows
     * @throws InvalidInput if there are fewer than two folds or more than rows
     */
    public static Folds stratified(int[] stratumOf, int count, long seed) {
        int n = stratumOf.length;
        if (count < 2) {
            throw InvalidInput.of(count + " folds leave nothing to learn from", "take 2 or more, such as 5");
        }
        if (count > n) {
            throw InvalidInput.of(count + " folds for " + n + " rows", "take at most as many folds as there are rows");
        }
        int strata = Arrays.stream(stratumOf).max().orElse(0) + 1;
        int[] starts = new int[strata + 1];
        for (int stratum : stratumOf) {
            starts[stratum + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] order = new int[n];
        int[] next = starts.clone();
        for (int i = 0; i < n; i++) {
            order[next[stratumOf[i]]++] = i;
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int s = 0; s < strata; s++) {
            for (int k = starts[s + 1] - 1; k > starts[s]; k--) {
                int other = starts[s] + random.nextInt(k + 1 - starts[s]);
                int row = order[other];
                order[other] = order[k];
                order[k] = row;
            }
        }
        int[] foldOf = new int[n];
        for (int k = 0; k < n; k++) {
            foldOf[order[k]] = k % count;
        }
        return new Folds(count, foldOf);
    }

    /** Number of folds. */
    public int count() {
        return count;
    }

    /** Number of rows. */
    public int n() {
        return foldOf.length;
    }

    /** The rows of a fold, ascending. */
    public int[] test(int fold) {
        return rows(fold, true);
    }

    /** All other rows, ascending. */
    public int[] train(int fold) {
        return rows(fold, false);
    }

    private int[] rows(int fold, boolean inside) {
        int[] rows = new int[foldOf.length];
        int n = 0;
        for (int i = 0; i < foldOf.length; i++) {
            if ((foldOf[i] == fold) == inside) {
                rows[n++] = i;
            }
        }
        return Arrays.copyOf(rows, n);
    }
}
