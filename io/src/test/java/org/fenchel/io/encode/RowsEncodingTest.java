package org.fenchel.io.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fenchel.io.encode.TableEncodingTest.dense;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.io.json.JsonObject;
import org.fenchel.problem.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowsEncodingTest {
    /** Rows (0, 4, 1), (2, 0, 1), (0, 8, 1): the third column is constant. */
    private static final SparseRows SPARSE =
            SparseRows.wrap(3, new int[] {0, 2, 4, 6}, new int[] {1, 2, 0, 2, 1, 2}, new double[] {4, 1, 2, 1, 8, 1});

    private static final List<String> NAMES = List.of("x1", "x2", "x3");

    @Test
    void unscaledRowsAreTheSameObject() {
        assertThat(RowsEncoding.unscaled(3).encode(SPARSE).rows()).isSameAs(SPARSE);
        assertThat(Encoding.fit(SPARSE, NAMES, Scale.NONE).encode(SPARSE).rows())
                .isSameAs(SPARSE);
    }

    @Test
    void minmaxCountsTheZerosAndKeepsThem() {
        Rows rows = Encoding.fit(SPARSE, NAMES, Scale.MINMAX).encode(SPARSE).rows();
        assertThat(rows).isInstanceOf(SparseRows.class);
        assertThat(dense(rows)).isDeepEqualTo(new double[][] {{0, 0.5, 0}, {1, 0, 0}, {0, 1, 0}});
    }

    @Test
    void minmaxFillsRowsWhoseZerosMove() {
        SparseRows negative = SparseRows.wrap(1, new int[] {0, 1, 1, 2}, new int[] {0, 0}, new double[] {-2, 2});
        Rows rows = Encoding.fit(negative, List.of("x1"), Scale.MINMAX)
                .encode(negative)
                .rows();
        assertThat(rows).isInstanceOf(DenseRows.class);
        assertThat(dense(rows)).isDeepEqualTo(new double[][] {{0}, {0.5}, {1}});
    }

    @Test
    void minmaxRefusesToFillTooMuch() {
        int d = 1 << 16;
        int[] starts = new int[2049];
        Arrays.fill(starts, 1, 2049, 1);
        SparseRows wide = SparseRows.wrap(d, starts, new int[] {7}, new double[] {-1});
        RowsEncoding encoding =
                Encoding.fit(wide, Dataset.of(wide, new double[2048]).featureNames(), Scale.MINMAX);
        assertThatThrownBy(() -> encoding.encode(wide))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("moves the zeros of 1 sparse columns")
                .hasMessageContaining("standard");
    }

    @Test
    void standardDividesSparseRowsByTheDeviationOfAllRows() {
        Rows rows = Encoding.fit(SPARSE, NAMES, Scale.STANDARD).encode(SPARSE).rows();
        assertThat(rows).isInstanceOf(SparseRows.class);
        double s1 = Math.sqrt(8.0 / 9);
        double s2 = Math.sqrt(32.0 / 3);
        double[][] x = dense(rows);
        assertThat(x[1]).containsExactly(new double[] {2 / s1, 0, 0}, Offset.offset(1e-14));
        assertThat(x[2]).containsExactly(new double[] {0, 8 / s2, 0}, Offset.offset(1e-14));
    }

    @Test
    void standardCentresDenseRows() {
        DenseRows rows = DenseRows.wrap(2, 2, new double[] {1, 7, 3, 7});
        assertThat(dense(Encoding.fit(rows, List.of("a", "b"), Scale.STANDARD)
                        .encode(rows)
                        .rows()))
                .isDeepEqualTo(new double[][] {{-1, 0}, {1, 0}});
    }

    @Test
    void indicatorsStayIndicatorsUnderMinmax() {
        IndicatorRows rows = IndicatorRows.wrap(3, new int[] {0, 2, 4}, new int[] {0, 1, 1, 2});
        Rows scaled = Encoding.fit(rows, NAMES, Scale.MINMAX).encode(rows).rows();
        assertThat(scaled).isInstanceOf(IndicatorRows.class);
        assertThat(dense(scaled)).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 0, 1}});
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void laterRowsMayHaveFewerOrMoreFeatures(Scale scale) {
        RowsEncoding encoding = Encoding.fit(SPARSE, NAMES, scale);
        SparseRows narrow = SparseRows.wrap(1, new int[] {0, 1}, new int[] {0}, new double[] {2});
        SparseRows wide = SparseRows.wrap(9, new int[] {0, 3}, new int[] {0, 5, 8}, new double[] {2, 1, 1});
        double[][] expected =
                dense(encoding.encode(SPARSE.select(new int[] {1})).rows());
        expected[0][2] = 0;
        assertThat(dense(encoding.encode(narrow).rows())).isDeepEqualTo(expected);
        assertThat(encoding.encode(narrow).rows().d()).isEqualTo(3);
        Encoded encoded = encoding.encode(wide);
        assertThat(dense(encoded.rows())).isDeepEqualTo(expected);
        assertThat(encoded.unseen().words())
                .isEqualTo("1 row holds 2 values not seen in training (feature 6, feature 9)");
        assertThatThrownBy(() -> encoding.encode(DenseRows.wrap(1, 2, new double[2])))
                .hasMessageContaining("2 features where the model has 3");
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void originalWeightsGiveTheSameMargins(Scale scale) {
        Random random = new Random(3);
        double[] w = random.doubles(3).toArray();
        for (Rows rows : List.of(SPARSE, DenseRows.wrap(3, 3, new double[] {0, 4, 1, 2, 0, 1, 0, 8, 1}))) {
            RowsEncoding encoding = Encoding.fit(rows, NAMES, scale);
            Solution.Linear original = encoding.original(new Solution.Linear(w, 2));
            Rows scaled = encoding.encode(rows).rows();
            for (int i = 0; i < 3; i++) {
                assertThat(rows.dot(i, original.weights()) + original.intercept())
                        .isCloseTo(scaled.dot(i, w) + 2, Offset.offset(1e-12));
                assertThat(encoding.row(dense(rows)[i])).containsExactly(dense(scaled)[i], Offset.offset(1e-15));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void jsonAndArraysBringTheEncodingBack(Scale scale) {
        RowsEncoding encoding = Encoding.fit(SPARSE, List.of("a", "b", "c"), scale);
        JsonObject json = JsonObject.parse(encoding.toJson().toString());
        RowsEncoding back = RowsEncoding.fromJson(json, encoding.shifts(), encoding.divisors());
        assertThat(back.featureNames()).containsExactly("a", "b", "c");
        assertThat(dense(back.encode(SPARSE).rows()))
                .isDeepEqualTo(dense(encoding.encode(SPARSE).rows()));
        double[] wrong = scale == Scale.NONE ? new double[3] : new double[2];
        assertThatThrownBy(() -> RowsEncoding.fromJson(json, wrong, wrong)).isInstanceOf(InvalidInput.class);
    }
}
