package org.fenchel.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.fenchel.kernel.Tall;
import org.fenchel.problem.LowRankMatrix;
import org.junit.jupiter.api.Test;

/** Matrices of low rank are what their factors say. */
class LowRankMatrixTest {
    private static final int M = 13;
    private static final int N = 9;

    @Test
    void productsAreDecomposed() {
        Random random = new Random(1);
        double[] left = random.doubles(M * 4, -1, 1).toArray();
        double[] right = random.doubles(N * 4, -1, 1).toArray();
        for (int i = 0; i < M; i++) {
            left[i * 4 + 3] = left[i * 4] - 2 * left[i * 4 + 1]; // so the rank is 3
        }
        LowRankMatrix matrix = LowRankMatrix.product(M, N, 4, left, right);
        assertThat(matrix.rank()).isEqualTo(3);
        for (int i = 0; i < M; i++) {
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (int k = 0; k < 4; k++) {
                    sum += left[i * 4 + k] * right[j * 4 + k];
                }
                assertThat(matrix.at(i, j)).isCloseTo(sum, within(1e-12));
            }
        }
        double[] gram = Tall.cross(M, 3, 3, matrix.left(), matrix.left());
        for (int k = 0; k < 9; k++) {
            assertThat(gram[k]).isCloseTo(k % 4 == 0 ? 1 : 0, within(1e-13));
        }
        assertThat(matrix.values()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void sumsDotsAndTruncationsAreThoseOfTheFullMatrices() {
        LowRankMatrix a = Instances.random(M, N, 3, 1);
        LowRankMatrix b = Instances.random(M, N, 2, 2);
        LowRankMatrix sum = a.combined(2, -0.5, b);
        double dot = 0;
        for (int i = 0; i < M; i++) {
            for (int j = 0; j < N; j++) {
                assertThat(sum.at(i, j)).isCloseTo(2 * a.at(i, j) - 0.5 * b.at(i, j), within(1e-12));
                dot += a.at(i, j) * b.at(i, j);
            }
        }
        assertThat(a.dot(b)).isCloseTo(dot, within(1e-12));
        double least = sum.values()[sum.rank() - 1];
        assertThat(sum.truncated(1.001 * least).rank()).isEqualTo(sum.rank() - 1);
        assertThat(sum.truncated(0.999 * least).rank()).isEqualTo(sum.rank());
        assertThat(sum.combined(1, -1, sum.truncated(1.001 * least)).nuclearNorm())
                .isCloseTo(least, within(1e-12));
    }

    @Test
    void shrinkingIsTheProximalPoint() {
        LowRankMatrix a = Instances.random(M, N, 4, 5);
        double threshold = a.values()[2];
        LowRankMatrix shrunk = a.shrunk(threshold);
        assertThat(shrunk.rank()).isEqualTo(2);
        double best = distance(a, shrunk) / 2 + threshold * shrunk.nuclearNorm();
        for (int trial = 0; trial < 30; trial++) {
            LowRankMatrix other = shrunk.combined(1, 0.1, Instances.random(M, N, 2, trial));
            assertThat(distance(a, other) / 2 + threshold * other.nuclearNorm()).isGreaterThan(best);
        }
    }

    private static double distance(LowRankMatrix a, LowRankMatrix b) {
        return a.combined(1, -1, b).squaredNorm();
    }

    @Test
    void dependentColumnsAreDropped() {
        double[] a = {1, 2, 0, 2, 4, 1, 3, 6, 5, 0, 0, 1};
        assertThat(Tall.orthonormalise(4, 3, a)).isEqualTo(2);
        double[] zero = new double[12];
        assertThat(Tall.orthonormalise(4, 3, zero)).isZero();
    }
}
