package org.fenchel.metric;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How well scores rank the items of each group, such as those of each user: the normalised discounted cumulative gain of the first
 * k, sum over places p = 1..k of gain / log2(p + 1), divided by what the best order would have; the mean over groups in which
 * something can be gained.
 *
 * <p>K. Järvelin, J. Kekäläinen, ACM Trans. Inf. Syst. 20 (2002), with linear gains. Equal scores stand in the order of the rows.
 *
 * @param value from 0 to 1, NaN without groups
 * @param groups how many there were to rank
 */
public record RankingGain(double value, int groups) {
    /**
     * Measures a ranking.
     *
     * @param group of each row, from 0
     * @param scores of each row, the higher the earlier
     * @param gains of each row, 0 or more
     * @param k places that count
     */
    public static RankingGain of(int[] group, double[] scores, double[] gains, int k) {
        Integer[] order = new Integer[group.length];
        Arrays.setAll(order, i -> i);
        Integer[] ideal = order.clone();
        Arrays.sort(order, Comparator.comparingInt((Integer i) -> group[i]).thenComparingDouble(i -> -scores[i]));
        Arrays.sort(ideal, Comparator.comparingInt((Integer i) -> group[i]).thenComparingDouble(i -> -gains[i]));
        double sum = 0;
        int groups = 0;
        int end;
        for (int start = 0; start < order.length; start = end) {
            end = start;
            while (end < order.length && group[order[end]] == group[order[start]]) {
                end++;
            }
            double best = gain(ideal, start, end, gains, k);
            if (best > 0) {
                sum += gain(order, start, end, gains, k) / best;
                groups++;
            }
        }
        return new RankingGain(groups == 0 ? Double.NaN : sum / groups, groups);
    }

    private static double gain(Integer[] order, int start, int end, double[] gains, int k) {
        double sum = 0;
        for (int p = 0; p < k && start + p < end; p++) {
            sum += gains[order[start + p]] * Math.log(2) / Math.log(p + 2);
        }
        return sum;
    }
}
