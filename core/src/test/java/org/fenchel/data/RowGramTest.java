package org.fenchel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inner products of many dense rows, which are made by blocks of columns, against their definition. */
class RowGramTest {
    @ParameterizedTest
    @CsvSource({"63,10", "64,1", "65,63", "72,64", "70,131", "90,5000"})
    void isMadeOfInnerProducts(int m, int d) {
        Random random = new Random(m + d);
        int n = m + 5;
        DenseRows rows =
                DenseRows.wrap(n, d, random.doubles((long) n * d, -1, 1).toArray());
        int[] batch = new int[m];
        Arrays.setAll(batch, k -> n - 1 - k);
        double[] centre = random.doubles(d, -1, 1).toArray();
        double[] plain = new double[m * m];
        double[] centred = new double[m * m];
        Arrays.fill(plain, 7);
        new RowGram(rows).fill(batch, m, 2, 3, plain);
        RowGram.centred(rows, centre).fill(batch, m, 1, 0, centred);
        for (int k = 0; k < m; k++) {
            assertThat(plain[k * m + k]).isEqualTo(7); // the diagonal is the caller's
            for (int l = 0; l < k; l++) {
                double product = 0;
                double around = 0;
                for (int j = 0; j < d; j++) {
                    double a = rows.values()[batch[k] * d + j];
                    double b = rows.values()[batch[l] * d + j];
                    product += a * b;
                    around += (a - centre[j]) * (b - centre[j]);
                }
                assertThat(plain[k * m + l]).isCloseTo(2 * product + 3, within(1e-14 * Math.max(d, 1000)));
                assertThat(plain[l * m + k]).isEqualTo(plain[k * m + l]);
                assertThat(centred[k * m + l]).isCloseTo(around, within(1e-14 * Math.max(d, 1000)));
            }
        }
    }
}
