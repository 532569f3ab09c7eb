package org.fenchel.solver.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows come up as often as they should, the first and the last like all others. */
class RowSamplerTest {
    private static final int PASSES = 2000;

    private static int[] rows(int n) {
        int[] rows = new int[n];
        Arrays.setAll(rows, k -> 3 * k + 1);
        return rows;
    }

    private static long[] counts(RowSampler sampler, int n) {
        long[] counts = new long[n];
        for (int pass = 0; pass < PASSES; pass++) {
            int[] visits = sampler.pass();
            assertThat(visits).hasSize(n);
            for (int row : visits) {
                assertThat((row - 1) % 3).as("row %s is one of ours", row).isZero();
                counts[(row - 1) / 3]++;
            }
        }
        return counts;
    }

    /** Pearson's statistic; beyond the bound one time in a million, were the seed not fixed. */
    private static void requireLike(double[] weights, long[] counts) {
        double sum = Arrays.stream(weights).sum();
        long draws = Arrays.stream(counts).sum();
        double statistic = 0;
        for (int k = 0; k < counts.length; k++) {
            double expected = draws * weights[k] / sum;
            assertThat(expected).as("enough draws to judge by").isGreaterThan(5);
            statistic += (counts[k] - expected) * (counts[k] - expected) / expected;
            assertThat(counts[k] - expected)
                    .as("row %s of %s", k, counts.length)
                    .isBetween(-6 * Math.sqrt(expected) - 1, 6 * Math.sqrt(expected) + 1);
        }
        double bound = ChiSquaredDistribution.of(counts.length - 1).inverseSurvivalProbability(1e-6);
        assertThat(statistic).isLessThan(bound);
    }

    @Test
    void permutedVisitsEachRowOnce() {
        RowSampler sampler = new RowSampler(rows(50), true, 1);
        int[] first = sampler.pass().clone();
        assertThat(first).containsExactlyInAnyOrder(rows(50));
        int[] second = sampler.pass();
        assertThat(second).containsExactlyInAnyOrder(rows(50)).isNotEqualTo(first);
    }

    /** Where a row stands in the pass is uniform too: 50 places, 2000 passes. */
    @Test
    void permutedOrdersAreUniform() {
        RowSampler sampler = new RowSampler(rows(50), true, 2);
        long[] places = new long[50];
        for (int pass = 0; pass < PASSES; pass++) {
            int[] visits = sampler.pass();
            for (int k = 0; k < 50; k++) {
                if (visits[k] == 3 * 49 + 1) {
                    places[k]++;
                }
            }
        }
        double[] even = new double[50];
        Arrays.fill(even, 1);
        requireLike(even, places);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 64, 1000})
    void uniform(int n) {
        double[] even = new double[n];
        Arrays.fill(even, 1);
        requireLike(even, counts(new RowSampler(rows(n), false, 3), n));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 64, 1000})
    void weighted(int n) {
        Random random = new Random(4);
        for (int kind = 0; kind < 3; kind++) {
            double[] weights = new double[n];
            for (int k = 0; k < n; k++) {
                weights[k] = switch (kind) {
                    case 0 -> 0.1 + random.nextDouble();
                    case 1 -> k == n - 1 ? n : 1; // half of all draws
                    default -> k == n - 1 ? 0.05 : 3;
                };
            }
            RowSampler sampler = new RowSampler(rows(n), false, 5);
            sampler.weigh(weights.clone());
            requireLike(weights, counts(sampler, n));
        }
    }

    /** What was left of the old table would show. */
    @Test
    void newWeightsReplaceTheOld() {
        RowSampler sampler = new RowSampler(rows(10), false, 6);
        sampler.weigh(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 91});
        sampler.pass();
        double[] weights = {5, 4, 3, 2, 1, 1, 2, 3, 4, 5};
        sampler.weigh(weights.clone());
        requireLike(weights, counts(sampler, 10));
    }

    @Test
    void rowsOfWeightZeroAreNeverDrawn() {
        RowSampler sampler = new RowSampler(rows(4), false, 7);
        sampler.weigh(new double[] {0, 1, 0, 2});
        assertThat(counts(sampler, 4)[0] + counts(sampler, 4)[2]).isZero();
    }

    @Test
    void oneRowIsAlwaysDrawn() {
        RowSampler sampler = new RowSampler(new int[] {17}, false, 8);
        sampler.weigh(new double[] {1e-300});
        assertThat(sampler.pass()).containsExactly(17);
    }
}
