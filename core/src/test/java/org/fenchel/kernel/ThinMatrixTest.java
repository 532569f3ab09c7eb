package org.fenchel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both kernels against sums written down, for every way in which columns fill vectors, and no write beside the result. */
class ThinMatrixTest {
    private static final int D = 13;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 23, 31, 32, 33, 100})
    void productsAreSums(int k) {
        Random random = new Random(k);
        double[] x = random.doubles(4L * D + 3, -1, 1).toArray();
        double[] b = random.doubles((long) D * k, -1, 1).toArray();
        double[] a = random.doubles(4L * k + 2, -1, 1).toArray();
        int[] at = {3 + 2 * D, 3, 3 + 3 * D, 3 + D};
        for (ThinKernel kernel : new ThinKernel[] {new ScalarThinKernel(), ThinMatrix.KERNEL}) {
            double[] four = new double[4 * k + 2];
            kernel.multiply4(D, k, x, at[0], at[1], at[2], at[3], b, four, 1);
            double[] outer4 = b.clone();
            kernel.addOuter4(D, k, x, at[0], at[1], at[2], at[3], a, 2, outer4);
            double[] outer = b.clone();
            for (int r = 0; r < 4; r++) {
                double[] one = new double[k + 2];
                kernel.multiply(D, k, x, at[r], b, one, 1);
                assertThat(one[0] + one[k + 1] + four[0] + four[4 * k + 1]).isZero();
                for (int c = 0; c < k; c++) {
                    double sum = 0;
                    for (int j = 0; j < D; j++) {
                        sum += x[at[r] + j] * b[j * k + c];
                    }
                    assertThat(one[1 + c]).isCloseTo(sum, within(1e-14));
                    assertThat(four[1 + r * k + c]).isCloseTo(sum, within(1e-14));
                }
                kernel.addOuter(D, k, x, at[r], a, 2 + r * k, outer);
            }
            for (int j = 0; j < D; j++) {
                for (int c = 0; c < k; c++) {
                    double sum = b[j * k + c];
                    for (int r = 0; r < 4; r++) {
                        sum += x[at[r] + j] * a[2 + r * k + c];
                    }
                    assertThat(outer[j * k + c]).isCloseTo(sum, within(1e-14));
                    assertThat(outer4[j * k + c]).isCloseTo(sum, within(1e-14));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8, 9, 10, 16, 17, 33})
    void sparseRowsAreDenseRowsWithoutZeros(int k) {
        Random random = new Random(k);
        int[] columns = {9, 9, 1, 2, 5, 8, 12, 7};
        double[] values = random.doubles(columns.length, -1, 1).toArray();
        double[] b = random.doubles((long) D * k, -1, 1).toArray();
        double[] a = random.doubles(k + 1L, -1, 1).toArray();
        for (int to : new int[] {2, 3, 6, 7}) {
            double[] x = new double[D];
            for (int t = 2; t < to; t++) {
                x[columns[t]] = values[t];
            }
            for (ThinKernel kernel : new ThinKernel[] {new ScalarThinKernel(), ThinMatrix.KERNEL}) {
                double[] expected = new double[k];
                double[] out = new double[k + 2];
                kernel.multiply(D, k, x, 0, b, expected, 0);
                kernel.gather(k, columns, values, 2, to, b, out, 1);
                double[] outer = b.clone();
                double[] scattered = b.clone();
                kernel.addOuter(D, k, x, 0, a, 1, outer);
                kernel.scatter(k, columns, values, 2, to, a, 1, scattered);
                assertThat(scattered).containsExactly(outer, within(1e-15));
                assertThat(out[0] + out[k + 1]).isZero();
                for (int c = 0; c < k; c++) {
                    assertThat(out[1 + c]).isCloseTo(expected[c], within(1e-14));
                }
            }
        }
    }
}
