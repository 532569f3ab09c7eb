package org.fenchel.lowrank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.fenchel.data.ObservedEntries;
import org.fenchel.kernel.Lanczos;
import org.fenchel.kernel.Orthogonal;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.lowrank.OperatorNorm;
import org.fenchel.problem.lowrank.SparsePlusLowRank;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds of norms from above, beside a full decomposition. */
class OperatorNormTest {
    @ParameterizedTest
    @CsvSource({"0,1", "3,1", "0,0", "3,0", "20,0"})
    void theyAreNeverBelowAndHardlyAbove(int cluster, double sparse) {
        Random random = new Random(5);
        for (int trial = 0; trial < 20; trial++) {
            int m = 8 + random.nextInt(25);
            int n = 8 + random.nextInt(25);
            ObservedEntries entries = Instances.noisy(m, n, 0.4, trial);
            LowRankMatrix factors = Instances.random(m, n, Math.min(cluster, Math.min(m, n)), trial);
            double[] equal = new double[factors.rank()];
            Arrays.fill(equal, 3);
            LowRankMatrix low = LowRankMatrix.decomposed(m, n, equal, factors.left(), factors.right());
            SparsePlusLowRank map = new SparsePlusLowRank(entries);
            map.set(1, low, sparse, entries.value());
            double exact = norm(map);
            // with the right vectors, and with others that have nothing to do with it
            LowRankMatrix other = Instances.random(m, n, 2, trial + 1000);
            for (LowRankMatrix near : new LowRankMatrix[] {low, other}) {
                double upper = OperatorNorm.upper(map, near.rank(), near.right(), new SplittableRandom(trial));
                assertThat(upper).isGreaterThanOrEqualTo(exact * (1 - 1e-15));
                assertThat(upper).isLessThanOrEqualTo(exact * (near == low ? 1 + 1e-5 : 1.5));
            }
            assertThat(new Lanczos(12, 0).above(map, new SplittableRandom(trial)))
                    .isGreaterThanOrEqualTo(exact * (1 - 1e-14));
        }
    }

    private static double norm(SparsePlusLowRank map) {
        int k = Math.max(map.m(), map.n());
        double[] square = new double[k * k];
        for (int j = 0; j < map.n(); j++) {
            double[] unit = new double[map.n()];
            unit[j] = 1;
            double[] column = new double[map.m()];
            map.multiply(1, unit, column);
            System.arraycopy(column, 0, square, j * k, map.m());
        }
        double[] values = new double[k];
        assertThat(Orthogonal.singular(k, square, values, new double[k * k], new double[k * k]))
                .isTrue();
        return values[0];
    }
}
