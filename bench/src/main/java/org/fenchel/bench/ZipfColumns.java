package org.fenchel.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Columns of simulated sparse rows, drawn by Zipf's law with exponent 1.1, as words of texts are. */
public final class ZipfColumns {
    private final double[] cumulative;

    /**
     * @param d number of columns, the first the most frequent
     */
    public ZipfColumns(int d) {
        cumulative = new double[d];
        double sum = 0;
        for (int j = 0; j < d; j++) {
            sum += Math.pow(j + 1, -1.1);
            cumulative[j] = sum;
        }
    }

    /**
     * Draws {@code out.length} columns.
     *
     * @param out receives them, ascending, each once
     * @return how many are left of them
     */
    public int draw(SplittableRandom random, int[] out) {
        int last = cumulative.length - 1;
        for (int k = 0; k < out.length; k++) {
            int at = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[last]);
            out[k] = Math.min(at < 0 ? -at - 1 : at, last);
        }
        Arrays.sort(out);
        int count = 0;
        for (int k = 0; k < out.length; k++) {
            if (k == 0 || out[k] != out[count - 1]) {
                out[count++] = out[k];
            }
        }
        return count;
    }
}
