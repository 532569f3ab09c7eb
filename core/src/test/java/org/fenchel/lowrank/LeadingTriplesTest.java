package org.fenchel.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.fenchel.data.ObservedEntries;
import org.fenchel.kernel.Lanczos;
import org.fenchel.kernel.Orthogonal;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.lowrank.SparsePlusLowRank;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the oracle of the nuclear norm answers, beside a full decomposition. */
class LeadingTriplesTest {
    private static final int N = 30;

    private static SparsePlusLowRank matrix(long seed) {
        ObservedEntries entries = Instances.noisy(N, N, 0.3, seed);
        SparsePlusLowRank matrix = new SparsePlusLowRank(entries);
        matrix.set(0.7, Instances.random(N, N, 3, seed + 100), -1.5, entries.value());
        return matrix;
    }

    /** Its singular values by LAPACK, and itself column after column. */
    private static double[] full(SparsePlusLowRank matrix, double[] values) {
        double[] dense = new double[N * N];
        for (int j = 0; j < N; j++) {
            double[] unit = new double[N];
            unit[j] = 1;
            double[] column = new double[N];
            matrix.multiply(1, unit, column);
            System.arraycopy(column, 0, dense, j * N, N);
        }
        assertThat(Orthogonal.singular(N, dense.clone(), values, new double[N * N], new double[N * N]))
                .isTrue();
        return dense;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theyAreThoseOfAFullDecomposition(long seed) {
        SparsePlusLowRank matrix = matrix(seed);
        double[] values = new double[N];
        double[] dense = full(matrix, values);
        Lanczos.Triples found = new Lanczos(60, 1e-10).leading(matrix, new double[N], new SplittableRandom(seed), 3, 0);
        assertThat(found.count()).isEqualTo(3);
        for (int k = 0; k < 3; k++) {
            // residuals of a thousandth, as promised for those after the first, are errors of a millionth
            double tolerance = (k == 0 ? 1e-8 : 1e-5) * values[0];
            assertThat(found.residuals()[k]).isLessThanOrEqualTo(1e-3 * values[k]);
            assertThat(found.values()[k]).isCloseTo(values[k], within(tolerance));
            double product = 0;
            for (int j = 0; j < N; j++) {
                for (int i = 0; i < N; i++) {
                    product += found.left()[i * 3 + k] * dense[j * N + i] * found.right()[j * 3 + k];
                }
            }
            assertThat(product).isCloseTo(values[k], within(tolerance));
        }
        assertThat(found.upper()).isGreaterThanOrEqualTo(values[0] * (1 - 1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aBlockOfVectorsIsMultipliedAsEachOfThem(long seed) {
        SparsePlusLowRank matrix = matrix(seed);
        double[] block = new SplittableRandom(seed).doubles(N * 5, -1, 1).toArray();
        double[] products = new double[N * 5];
        double[] back = new double[N * 5];
        matrix.multiply(5, block, products);
        matrix.transposed(5, block, back);
        for (int c = 0; c < 5; c++) {
            double[] one = new double[N];
            for (int i = 0; i < N; i++) {
                one[i] = block[i * 5 + c];
            }
            double[] product = new double[N];
            double[] transposed = new double[N];
            matrix.multiply(1, one, product);
            matrix.transposed(1, one, transposed);
            for (int i = 0; i < N; i++) {
                assertThat(products[i * 5 + c]).isCloseTo(product[i], within(1e-12));
                assertThat(back[i * 5 + c]).isCloseTo(transposed[i], within(1e-12));
            }
        }
    }

    /** All that a multiplier's leading vectors have in common is their value; any of them will do. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void clusteredValuesAreFoundFromAbove(long seed) {
        ObservedEntries entries = Instances.noisy(N, N, 0.3, seed);
        SparsePlusLowRank matrix = new SparsePlusLowRank(entries);
        LowRankMatrix random = Instances.random(N, N, 6, seed);
        double[] equal = {2, 2, 2, 2, 2, 1};
        matrix.set(1, LowRankMatrix.decomposed(N, N, equal, random.left(), random.right()), 0, entries.value());
        Lanczos.Triples found = new Lanczos(60, 1e-6).leading(matrix, new SplittableRandom(seed));
        assertThat(found.values()[0]).isCloseTo(2, within(1e-9));
        assertThat(found.upper()).isBetween(2 - 1e-12, 2.01);
    }
}
