package org.fenchel.io.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.table.Table;
import org.fenchel.problem.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableEncodingTest {
    private static final Roles Y = new Roles("y");
    private static final EncodingOptions PLAIN = new EncodingOptions().withScale(Scale.NONE);

    static double[][] dense(Rows rows) {
        double[][] x = new double[rows.n()][rows.d()];
        for (int i = 0; i < rows.n(); i++) {
            rows.axpy(1, i, x[i]);
        }
        return x;
    }

    private static double[][] encode(Table train, EncodingOptions options, Table other) {
        return dense(Encoding.fit(train, Y, options).encode(other).rows());
    }

    @Test
    void featuresAreInColumnOrderAndLevelsInAlphabeticalOrder() {
        Table table = Tables.of("size,colour,y,age", "1,red,0,9", "2,blue,1,8", "4,red,0,7");
        TableEncoding encoding = Encoding.fit(table, Y, PLAIN);
        assertThat(encoding.featureNames()).containsExactly("size", "colour=blue", "colour=red", "age");
        assertThat(dense(encoding.encode(table).rows()))
                .isDeepEqualTo(new double[][] {{1, 0, 1, 9}, {2, 1, 0, 8}, {4, 0, 1, 7}});
    }

    @Test
    void minmaxMapsTheTrainingRangeToZeroOne() {
        Table table = Tables.of("a,k,y", "2,5,0", "6,5,1", "4,5,0");
        assertThat(encode(table, new EncodingOptions().withScale(Scale.MINMAX), table))
                .isDeepEqualTo(new double[][] {{0, 0}, {1, 0}, {0.5, 0}});
        Table later = Tables.of("a,k", "10,7");
        assertThat(encode(table, new EncodingOptions().withScale(Scale.MINMAX), later))
                .isDeepEqualTo(new double[][] {{2, 0}});
    }

    @Test
    void standardUsesThePopulationsDeviation() {
        Table table = Tables.of("a,k,c,y", "2,5,u,0", "6,5,v,1", "4,5,u,0");
        double s = Math.sqrt(8.0 / 3);
        double[][] x = encode(table, PLAIN.withScale(Scale.STANDARD), table);
        double[][] expected = {{-2 / s, 0, 1, 0}, {2 / s, 0, 0, 1}, {0, 0, 1, 0}};
        for (int i = 0; i < 3; i++) {
            assertThat(x[i]).containsExactly(expected[i], Offset.offset(1e-15));
        }
    }

    @Test
    void aColumnFarFromZeroKeepsItsDigits() {
        Table table = Tables.of("a,y", "1000000001,0", "1000000002,1", "1000000003,0");
        double[][] x = encode(table, PLAIN.withScale(Scale.STANDARD), table);
        assertThat(x[2][0]).isCloseTo(Math.sqrt(1.5), Offset.offset(1e-15));
        assertThat(x[1][0]).isZero();
    }

    @Test
    void valuesTooFarApartAreRefused() {
        Table table = Tables.of("a,y", "-1.7e308,0", "1.7e308,1");
        assertThatThrownBy(() -> Encoding.fit(table, Y, new EncodingOptions().withScale(Scale.MINMAX)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("t.csv: the values of column 'a'");
    }

    @Test
    void missingCellsAreRefusedWithTheirPlace() {
        Table table = Tables.of("a,b,y", "1,2,0", "1,,1", ",3,1");
        assertThatThrownBy(() -> Encoding.fit(table, Y, PLAIN))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("t.csv:3:2: column 'b' has a missing cell");
        Table target = Tables.of("a,y", "1,0", "2,");
        assertThatThrownBy(() -> Encoding.fit(target, Y, PLAIN.withMissing(Missing.MEAN)))
                .hasMessageStartingWith("t.csv:3:2: column 'y' has a missing cell");
    }

    @Test
    void missingCellsAreFilledWithTheTrainingMeanOrMostFrequentCategory() {
        Table table = Tables.of("a,c,y", "1,u,0", "3,v,1", ",u,1", "5,,1");
        TableEncoding encoding = Encoding.fit(table, Y, PLAIN.withMissing(Missing.MEAN));
        Encoded encoded = encoding.encode(table);
        assertThat(encoded.filled()).isEqualTo(2);
        assertThat(dense(encoded.rows())).isDeepEqualTo(new double[][] {{1, 1, 0}, {3, 0, 1}, {3, 1, 0}, {5, 1, 0}});
        // A column that was complete in training is filled in later too.
        Table complete = Tables.of("a,y", "1,0", "2,1");
        assertThat(encode(complete, PLAIN.withMissing(Missing.MEAN), Tables.of("a,b", ",1")))
                .isDeepEqualTo(new double[][] {{1.5}});
    }

    @Test
    void rowsWithMissingCellsAreDroppedFromTheStatisticsToo() {
        Table table = Tables.of("a,c,y", "1,u,0", "3,v,1", "100,,1", "5,u,", "2,u,0");
        TableEncoding encoding = Encoding.fit(
                table, Y, new EncodingOptions().withScale(Scale.MINMAX).withMissing(Missing.DROP));
        Encoded encoded = encoding.encode(table, Y.names());
        assertThat(encoded.keptRows()).containsExactly(0, 1, 4);
        assertThat(dense(encoded.rows())).isDeepEqualTo(new double[][] {{0, 1, 0}, {1, 0, 1}, {0.5, 1, 0}});
        assertThatThrownBy(() -> encoding.encode(Tables.of("a,c", ",u")))
                .hasMessageContaining("every row has a missing cell");
    }

    @Test
    void unseenCategoriesAreZeroAndCounted() {
        Table table = Tables.of("c,e,y", "u,1,0", "v,2,1");
        TableEncoding encoding = Encoding.fit(table, Y, PLAIN);
        Encoded encoded = encoding.encode(Tables.of("c,e", "w,1", "u,1", "w,1", "x,1"));
        assertThat(dense(encoded.rows())).isDeepEqualTo(new double[][] {{0, 0, 1}, {1, 0, 1}, {0, 0, 1}, {0, 0, 1}});
        assertThat(encoded.unseen().words()).isEqualTo("3 rows hold 2 values not seen in training (c=w, c=x)");
    }

    @Test
    void categoriesThatLookLikeNumbersAreFoundAgain() {
        Table table = Tables.of("c,y", "1,0", "A,1", "02,1");
        TableEncoding encoding = Encoding.fit(table, Y, PLAIN);
        Encoded encoded = encoding.encode(Tables.of("c", "2", "1", "3.5"));
        assertThat(encoding.featureNames()).containsExactly("c=02", "c=1", "c=A");
        assertThat(dense(encoded.rows())).isDeepEqualTo(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 0}});
        assertThat(encoded.unseen().words()).isEqualTo("1 row holds 1 value not seen in training (c=3.5)");
    }

    @Test
    void textWhereTrainingHadNumbersIsRefusedWithItsPlace() {
        TableEncoding encoding = Encoding.fit(Tables.of("b,a,y", "0,1,0", "1,2,1"), Y, PLAIN);
        assertThatThrownBy(() -> encoding.encode(Tables.of("b,a", "1,2", "1,oops")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("t.csv:3:2: 'oops' in column 'a' is not a number");
    }

    @Test
    void columnsAreFoundByNameAndExtraOnesIgnored() {
        TableEncoding encoding = Encoding.fit(Tables.of("a,b,y", "1,10,0", "2,20,1"), Y, PLAIN);
        assertThat(dense(encoding.encode(Tables.of("z,b,a", "7,30,3")).rows())).isDeepEqualTo(new double[][] {{3, 30}});
        assertThatThrownBy(() -> encoding.encode(Tables.of("z,a", "7,3")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no column is named 'b'");
    }

    @Test
    void withoutHeaderColumnsAreFoundByPlaceWithOrWithoutTheTarget() {
        TableEncoding encoding = Encoding.fit(Tables.of("c1,c2,c3", "0,1,10", "1,2,20"), new Roles("c1"), PLAIN);
        assertThat(encoding.featureNames()).containsExactly("c2", "c3");
        assertThat(dense(encoding.encode(Tables.of("c1,c2,c3", "1,5,50")).rows()))
                .isDeepEqualTo(new double[][] {{5, 50}});
        assertThat(dense(encoding.encode(Tables.of("c1,c2", "5,50")).rows())).isDeepEqualTo(new double[][] {{5, 50}});
        assertThatThrownBy(() -> encoding.encode(Tables.of("c1", "5")))
                .hasMessageContaining("it has 1 columns where the training file had 3");
    }

    @Test
    void mistakenNamesAreRefused() {
        Table table = Tables.of("a,y", "1,0", "2,1");
        assertThatThrownBy(() -> Encoding.fit(table, new Roles("z"), PLAIN))
                .hasMessageContaining("no column is named 'z'");
        assertThatThrownBy(() -> Encoding.fit(table, Y, PLAIN.withExclude(Set.of("z"))))
                .hasMessageContaining("no column is named 'z'");
        assertThatThrownBy(() -> Encoding.fit(table, Y, PLAIN.withExclude(Set.of("a"))))
                .hasMessageContaining("no column is left");
        assertThatThrownBy(() -> new Roles("y", "y", null, null)).hasMessageContaining("has two roles");
    }

    @Test
    void storageSuitsTheFill() {
        Table words = Tables.of("a,b,y", "u,p,0", "v,q,1", "w,q,1");
        assertThat(Encoding.fit(words, Y, PLAIN).encode(words).rows()).isInstanceOf(IndicatorRows.class);
        Table zeros = Tables.of("a,b,c,d,y", "0,0,0,2,0", "0,3,0,0,1", "0,0,0,0,1");
        assertThat(Encoding.fit(zeros, Y, PLAIN).encode(zeros).rows()).isInstanceOf(SparseRows.class);
        Table full = Tables.of("a,b,y", "1,2,0", "3,4,1");
        assertThat(Encoding.fit(full, Y, PLAIN).encode(full).rows()).isInstanceOf(DenseRows.class);
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void originalWeightsGiveTheSameMargins(Scale scale) {
        Random random = new Random(7);
        String[] rows = new String[40];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (50 + 10 * random.nextGaussian()) + "," + "pqr".charAt(random.nextInt(3)) + ",4,"
                    + random.nextInt(3) + ",0";
        }
        Table table = Tables.of("a,b,k,c,y", rows);
        TableEncoding encoding = Encoding.fit(table, Y, PLAIN.withScale(scale));
        double[] w = random.doubles(encoding.d(), -3, 3).toArray();
        Solution.Linear fitted = new Solution.Linear(w, 0.7);
        Solution.Linear original = encoding.original(fitted);
        double[][] scaled = dense(encoding.encode(table).rows());
        double[][] raw = dense(Encoding.fit(table, Y, PLAIN).encode(table).rows());
        for (int i = 0; i < rows.length; i++) {
            assertThat(margin(original, raw[i])).isCloseTo(margin(fitted, scaled[i]), Offset.offset(1e-11));
        }
        assertThat(w).isEqualTo(fitted.weights());
    }

    private static double margin(Solution.Linear solution, double[] x) {
        double z = solution.intercept();
        for (int j = 0; j < x.length; j++) {
            z += x[j] * solution.weights()[j];
        }
        return z;
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void oneRowIsEncodedAsTheTableIs(Scale scale) {
        Table table = Tables.of("a,c,y", "1,u,0", "3,v,1", ",u,1", "5,,1");
        TableEncoding encoding = Encoding.fit(table, Y, new EncodingOptions(scale, Missing.MEAN, Set.of()));
        double[][] x = dense(encoding.encode(table).rows());
        assertThat(encoding.row(Map.of("a", 3, "c", "v"))).isEqualTo(x[1]);
        assertThat(encoding.row(Map.of("a", "3.0", "c", "v", "other", 1))).isEqualTo(x[1]);
        Map<String, Object> gap = new LinkedHashMap<>();
        gap.put("a", null);
        gap.put("c", "u");
        assertThat(encoding.row(gap)).isEqualTo(x[2]);
        assertThatThrownBy(() -> encoding.row(Map.of("a", 1))).hasMessageContaining("no column 'c'");
        assertThatThrownBy(() -> encoding.row(Map.of("a", "x", "c", "u"))).hasMessageContaining("'x' in column 'a'");
    }

    @ParameterizedTest
    @EnumSource(Missing.class)
    void jsonBringsTheEncodingBack(Missing missing) {
        Table table = Tables.of("a,c,k,y", "0.1,ü\"\\,4,0", "0.3,v,4,1", "1e-300,w,4,1");
        Roles roles = new Roles("y");
        TableEncoding encoding = Encoding.fit(table, roles, new EncodingOptions(Scale.STANDARD, missing, Set.of("k")));
        TableEncoding back =
                TableEncoding.fromJson(JsonObject.parse(encoding.toJson().toString()));
        assertThat(back.toJson().toString()).isEqualTo(encoding.toJson().toString());
        assertThat(dense(back.encode(table).rows()))
                .isDeepEqualTo(dense(encoding.encode(table).rows()));
        assertThat(back.roles()).isEqualTo(roles);
    }
}
