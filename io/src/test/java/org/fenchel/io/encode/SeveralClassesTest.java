package org.fenchel.io.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Table;
import org.junit.jupiter.api.Test;

class SeveralClassesTest {
    private static final Table FLOWERS = Tables.of("x,y", "1,rose", "2,aster", "3,lily", "4,rose");

    private static SeveralClasses classes(Table table, int... rows) {
        return SeveralClasses.of(table, table.column("y"), rows);
    }

    @Test
    void wordsAreNumberedInAlphabeticalOrder() {
        SeveralClasses flowers = classes(FLOWERS, 0, 1, 2, 3);
        assertThat(flowers.labels()).containsExactly("aster", "lily", "rose");
        assertThat(flowers.encode(FLOWERS, FLOWERS.column("y"), new int[] {3, 1, 2}))
                .containsExactly(2, 0, 1);
        assertThat(flowers.decode(0.5, 1)).isEqualTo("lily");
        assertThat(classes(FLOWERS, 0, 2).labels()).containsExactly("lily", "rose");
    }

    @Test
    void numbersAreInTheirOrderHoweverWritten() {
        Table digits = Tables.of("x,y", "1,10", "2,9", "3,-1", "4,9.0");
        SeveralClasses known = classes(digits, 0, 1, 2, 3);
        assertThat(known.labels()).containsExactly("-1", "9", "10");
        assertThat(known.encode(digits, digits.column("y"), new int[] {0, 1, 2, 3}))
                .containsExactly(2, 1, 0, 1);
        assertThat(known.encode(new double[] {-1, 10})).containsExactly(0, 2);
        Table mixed = Tables.of("x,y", "1,10.0", "2,other");
        assertThat(known.encode(mixed, mixed.column("y"), new int[] {0})).containsExactly(2);
    }

    @Test
    void labelsNotSeenInTrainingAreRefusedWithTheirPlace() {
        SeveralClasses flowers = classes(FLOWERS, 0, 1);
        assertThatThrownBy(() -> flowers.encode(FLOWERS, FLOWERS.column("y"), new int[] {2}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(":4:2: 'lily' is none of the 2 classes aster, rose");
        assertThatThrownBy(() -> SeveralClasses.of(new double[] {1, 2, 3}).encode(new double[] {3, 4}))
                .hasMessageContaining("target 4 of row 2 is none of the 3 classes 1, 2, 3");
    }

    @Test
    void oneClassOrMeasurementsAreRefused() {
        assertThatThrownBy(() -> classes(FLOWERS, 0, 3)).hasMessageContaining("one class only (rose)");
        double[] measured = IntStream.range(0, 100).mapToDouble(i -> i / 7.0).toArray();
        assertThatThrownBy(() -> SeveralClasses.of(measured))
                .hasMessageContaining("100 classes")
                .hasMessageContaining("in 100 rows: these look like measurements");
    }

    @Test
    void theyAreReadBackFromJson() {
        SeveralClasses flowers = classes(FLOWERS, 0, 1, 2);
        assertThat(TargetEncoding.fromJson(flowers.toJson())).isEqualTo(flowers);
    }

    @Test
    void dataIsPreparedWithNumbersOfClasses() {
        TrainingData table = TrainingData.ofClasses(FLOWERS, new Roles("y"), new EncodingOptions());
        assertThat(table.dataset().targets()).containsExactly(2, 0, 1, 2);
        assertThat(table.dataset().featureNames()).containsExactly("x");
        Dataset raw = Dataset.of(DenseRows.wrap(3, 1, new double[] {5, 6, 7}), new double[] {4, 0, 2})
                .withWeights(new double[] {1, 2, 3});
        TrainingData rows = TrainingData.ofClasses(raw, Scale.MINMAX);
        assertThat(rows.dataset().targets()).containsExactly(2, 0, 1);
        assertThat(rows.dataset().weights()).containsExactly(1, 2, 3);
        assertThat(((SeveralClasses) rows.target()).labels()).isEqualTo(List.of("0", "2", "4"));
    }
}
