package org.fenchel.io.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.PoissonLog;
import org.fenchel.loss.Squared;
import org.junit.jupiter.api.Test;

class TrainingDataTest {
    private static final EncodingOptions PLAIN = new EncodingOptions().withScale(Scale.NONE);

    @Test
    void rolesBecomeTargetsWeightsAndOffsets() {
        Table table = Tables.of("x,w,o,e,y", "1,2,0.5,1,3", "2,0,1,2,4");
        Roles roles = new Roles("y", "w", "o", "e");
        Dataset data =
                TrainingData.of(table, roles, PLAIN, new PoissonLog(), null).dataset();
        assertThat(data.featureNames()).containsExactly("x");
        assertThat(data.targets()).containsExactly(3, 4);
        assertThat(data.weights()).containsExactly(2, 0);
        assertThat(data.offsets()).containsExactly(0.5, 1 + Math.log(2));
    }

    @Test
    void cellsThatARoleForbidsAreRefusedWithTheirPlace() {
        Table table = Tables.of("x,w,y", "1,2,3", "2,-1,4");
        assertThatThrownBy(() -> TrainingData.of(table, new Roles("y").withWeight("w"), PLAIN, new PoissonLog(), null))
                .hasMessageStartingWith("t.csv:3:2: weight -1.0 is negative");
        assertThatThrownBy(
                        () -> TrainingData.of(table, new Roles("y").withExposure("w"), PLAIN, new PoissonLog(), null))
                .hasMessageStartingWith("t.csv:3:2: exposure -1.0 is not above 0");
    }

    @Test
    void anExposureNeedsALossInProportionToIt() {
        Table table = Tables.of("x,e,y", "1,2,3", "2,1,4");
        assertThatThrownBy(() -> TrainingData.of(table, new Roles("y").withExposure("e"), PLAIN, new Squared(), null))
                .hasMessageContaining("exposure");
    }

    @Test
    void droppedRowsTakeTheirTargetsWithThem() {
        Table table = Tables.of("x,y", "1,a", ",b", "3,b", "4,");
        TrainingData training =
                TrainingData.of(table, new Roles("y"), PLAIN.withMissing(Missing.DROP), new Logistic(), null);
        assertThat(training.dataset().targets()).containsExactly(-1, 1);
        assertThat(training.prepared().encoded().keptRows()).containsExactly(0, 2);
    }

    @Test
    void excludedColumnsAreNoFeatures() {
        Table table = Tables.of("id,x,y", "1,1,a", "2,3,b");
        TrainingData training =
                TrainingData.of(table, new Roles("y"), PLAIN.withExclude(Set.of("id")), new Logistic(), null);
        assertThat(training.encoding().featureNames()).containsExactly("x");
    }

    @Test
    void rowsKeepTheirWeightsAndOffsets() {
        Dataset raw = Dataset.of(DenseRows.wrap(2, 1, new double[] {1, 3}), new double[] {2, 4})
                .withWeights(new double[] {1, 5})
                .withOffsets(new double[] {0, 7});
        Dataset data = TrainingData.of(raw, Scale.MINMAX, new Logistic(), null).dataset();
        assertThat(data.targets()).containsExactly(-1, 1);
        assertThat(data.weight(1)).isEqualTo(5);
        assertThat(data.offset(1)).isEqualTo(7);
        assertThat(((DenseRows) data.rows()).values()).containsExactly(0, 1);
    }
}
