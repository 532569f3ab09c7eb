package org.fenchel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both kernels of block loops against plain sums. */
class BlocksTest {
    @ParameterizedTest
    @CsvSource({"0,4", "1,4", "3,8", "7,20", "39,16", "5,36"})
    void kernelsAgree(int m, int width) {
        Random random = new Random(1);
        int stride = width + Blocks.LANES;
        int features = 50;
        double[] store = random.doubles(features * stride, -1, 1).toArray();
        float[] narrow = new float[store.length];
        for (int p = 0; p < store.length; p++) {
            narrow[p] = (float) store[p];
        }
        int[] columns = random.ints(0, features).distinct().limit(m + 2).toArray();
        double[] keep = random.doubles(m, -1, 1).toArray();
        double[] pull = random.doubles(m, -1, 1).toArray();
        BlockKernel scalar = new ScalarBlockKernel();
        for (BlockKernel kernel :
                Vectors.simd() ? new BlockKernel[] {scalar, new SimdBlockKernel()} : new BlockKernel[] {scalar}) {
            double[] buffer = new double[m * width];
            double[] sum = new double[width];
            double squares = kernel.gather(m, columns, 2, stride, width, store, buffer, sum);
            double expected = 0;
            double[] total = new double[width];
            for (int i = 0; i < m; i++) {
                for (int f = 0; f < width; f++) {
                    double v = store[columns[2 + i] * stride + f];
                    assertThat(buffer[i * width + f]).isEqualTo(v);
                    expected += v * v;
                    total[f] += v;
                }
            }
            assertThat(squares).isCloseTo(expected, within(1e-12));
            assertThat(sum).containsExactly(total, within(1e-12));
            double[] norms = new double[m];
            kernel.squaredNorms(m, width, buffer, norms);
            assertThat(Arrays.stream(norms).sum()).isCloseTo(expected, within(1e-12));
            double[] combined = new double[width];
            kernel.combine(m, width, buffer, keep, combined);
            double[] moved = store.clone();
            kernel.scatter(m, columns, 2, stride, width, buffer, keep, pull, sum, moved);
            float[] movedNarrow = narrow.clone();
            kernel.scatter(m, columns, 2, stride, width, buffer, keep, pull, sum, movedNarrow);
            double[] plain = store.clone();
            for (int f = 0; f < width; f++) {
                double weighted = 0;
                for (int i = 0; i < m; i++) {
                    int p = columns[2 + i] * stride + f;
                    weighted += keep[i] * store[p];
                    plain[p] = keep[i] * store[p] + pull[i] * sum[f];
                    assertThat(movedNarrow[p]).isCloseTo((float) plain[p], within(1e-6f));
                }
                assertThat(combined[f]).isCloseTo(weighted, within(1e-12));
            }
            assertThat(moved).containsExactly(plain, within(1e-12));
            kernel.gather(m, columns, 2, stride, width, narrow, buffer, sum);
            assertThat(sum).containsExactly(total, within(1e-5));
        }
    }
}
