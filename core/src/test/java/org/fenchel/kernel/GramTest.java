package org.fenchel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gram matrices of all shapes: orders that are whole tiles and that are not, rows that fill up fours and that do not. */
class GramTest {
    @ParameterizedTest
    @CsvSource({"1,1", "7,5", "8,1", "8,64", "13,66", "16,3", "24,65", "40,130"})
    void isTheSumOfProducts(int n, int k) {
        Random random = new Random(n + k);
        double[] b = random.doubles((k + 3L) * n, -1, 1).toArray();
        double[] a = random.doubles((long) n * n, -1, 1).toArray();
        double[] expected = a.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                for (int r = 0; r < k; r++) {
                    expected[i * n + j] += b[r * n + i] * b[r * n + j];
                }
            }
        }
        Symmetric.addGram(n, k, b, a);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                assertThat(a[i * n + j]).isCloseTo(expected[i * n + j], within(1e-13 * k));
            }
        }
    }
}
