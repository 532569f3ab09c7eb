package org.fenchel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialsTest {
    /** Both kernels promise an ulp, as Math.exp does: so at most two apart. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 8, 15, 1000})
    void agreesWithMath(int n) {
        double[] x = new Random(1).doubles(n + 1, -740, 700).toArray();
        double[] extremes = {0, -0.0, -1e10, Double.NEGATIVE_INFINITY, 800, Double.POSITIVE_INFINITY, 1e-300};
        System.arraycopy(extremes, 0, x, 0, Math.min(n, extremes.length));
        for (VectorKernel kernel : new VectorKernel[] {new ScalarKernel(), Vectors.KERNEL}) {
            double[] out = new double[n + 1];
            kernel.exp(n, x, 0, out, 0);
            for (int i = 0; i < n; i++) {
                double e = Math.exp(x[i]);
                if (Double.isInfinite(e)) {
                    assertThat(out[i]).isEqualTo(e);
                } else {
                    assertThat(out[i]).as("exp(%s)", x[i]).isBetween(e - 2 * Math.ulp(e), e + 2 * Math.ulp(e));
                }
            }
            assertThat(out[n]).as("beyond n").isZero();
            double[] same = x.clone();
            kernel.exp(n, same, 0, same, 0);
            out[n] = x[n];
            assertThat(same).as("in place").isEqualTo(out);
        }
    }
}
