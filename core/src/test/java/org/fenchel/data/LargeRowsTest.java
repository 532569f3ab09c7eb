package org.fenchel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.fenchel.solver.Problems;
import org.junit.jupiter.api.Test;

/** Rows so many that their loops are cut into shards: what comes out is that of one loop after another. */
class LargeRowsTest {
    private static final int N = 60_001;
    private static final int D = 30;
    private static final DenseRows DENSE =
            DenseRows.wrap(N, D, new Random(3).doubles((long) N * D, -1, 1).toArray());
    private static final int[] ALL = IntStream.range(0, N).toArray();

    @Test
    void marginsAreThoseOfEachRow() {
        double[] w = new Random(4).doubles(D, -1, 1).toArray();
        for (Rows rows : new Rows[] {DENSE, Problems.sparse(DENSE)}) {
            double[] margins = new double[N];
            rows.multiply(ALL, N, w, margins);
            for (int i = 0; i < N; i++) {
                assertThat(margins[i]).isEqualTo(rows.dot(i, w));
            }
        }
    }

    @Test
    void transposedProductsAreSumsOverRows() {
        double[] a = new Random(5).doubles(N, -1, 1).toArray();
        for (Rows rows : new Rows[] {DENSE, Problems.sparse(DENSE)}) {
            double[] expected = new double[D];
            Arrays.fill(expected, 1);
            for (int i = 0; i < N; i++) {
                rows.axpy(a[i], i, expected);
            }
            double[] sum = new double[D];
            Arrays.fill(sum, 1);
            rows.addTransposed(ALL, N, a, sum);
            assertThat(sum).containsExactly(expected, within(1e-9));
            double[] again = new double[D];
            Arrays.fill(again, 1);
            rows.addTransposed(ALL, N, a, again);
            assertThat(again).containsExactly(sum);
        }
    }

    @Test
    void gramMatricesAreThoseOfSparseRows() {
        double[] e = new Random(6).doubles(N).map(u -> u < 0.1 ? 0 : u).toArray();
        int[] some = {0, 3, 4, 11, 29};
        for (int[] columns : new int[][] {IntStream.range(0, D).toArray(), some, {}}) {
            for (boolean ones : new boolean[] {false, true}) {
                int order = columns.length + (ones ? 1 : 0);
                double[] expected = new double[order * order];
                new ColumnGram(Problems.sparse(DENSE), ones).add(ALL, N, e, columns, columns.length, expected);
                ColumnGram gram = new ColumnGram(DENSE, ones);
                // twice, since the second time the work space is not new
                for (int repeat = 0; repeat < 2; repeat++) {
                    double[] h = new double[order * order];
                    gram.add(ALL, N, e, columns, columns.length, h);
                    for (int i = 0; i < order; i++) {
                        for (int j = 0; j <= i; j++) {
                            assertThat(h[i * order + j]).isCloseTo(expected[i * order + j], within(1e-8));
                        }
                    }
                }
            }
        }
    }
}
