package org.fenchel.io.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Missing;
import org.fenchel.io.encode.Prepared;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.Tables;
import org.fenchel.problem.Solution;
import org.junit.jupiter.api.Test;

class TrainedLinearTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-14);

    @Test
    void everyWayToPredictGivesTheSame() {
        TrainedLinear model = Models.table();
        Predictions all = model.predict(Models.TABLE);
        Prediction one = model.predict(Map.of("a", 3, "c", "v"));
        assertThat(all.margins()[1]).isCloseTo(one.margin(), ROUNDING);
        assertThat(all.responses()[1]).isCloseTo(one.response(), ROUNDING);
        assertThat(all.label(1)).isEqualTo(one.label());
        assertThat(one.response()).isCloseTo(1 / (1 + Math.exp(-one.margin())), ROUNDING);
        Prepared prepared = model.prepare(Models.TABLE);
        assertThat(model.margins(prepared.dataset())).containsExactly(all.margins(), ROUNDING);
        assertThat(prepared.dataset().targets()).containsExactly(1, -1, 1, -1);
        assertThat(all.filled()).isEqualTo(1);
        Solution.Linear original = model.original();
        double inUnits = original.intercept() + 3 * original.weights()[0] + original.weights()[2];
        assertThat(inUnits).isCloseTo(one.margin(), ROUNDING);
    }

    @Test
    void rowsOfNumbersLikewise() {
        TrainedLinear model = Models.rows(Scale.STANDARD);
        Dataset raw = Dataset.of(DenseRows.wrap(1, 3, new double[] {7, 8, 9}), new double[] {-1});
        double margin = model.predict(new double[] {7, 8, 9}).margin();
        assertThat(model.predict(raw).margins()[0]).isCloseTo(margin, ROUNDING);
        assertThat(model.predict(raw.withOffsets(new double[] {2})).margins()[0])
                .isCloseTo(margin + 2, ROUNDING);
        assertThat(model.predict(Map.of("x1", 7, "x2", "8", "x3", 9)).margin()).isEqualTo(margin);
        assertThat(model.prepare(raw).dataset().targets()).containsExactly(-1);
        assertThatThrownBy(() -> model.predict(new double[2])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> model.predict(Models.TABLE)).hasMessageContaining("give LIBSVM data");
        assertThatThrownBy(() -> Models.table().predict(raw)).hasMessageContaining("give a table");
    }

    @Test
    void offsetsAndExposuresAreAddedToTheMargin() {
        TrainedLinear model = Models.counts();
        double base = model.predict(new double[] {3}).margin();
        Predictions all = model.predict(Tables.of("a,o,e", "3,0.5,2"));
        assertThat(all.margins()[0]).isCloseTo(base + 0.5 + Math.log(2), ROUNDING);
        assertThat(all.responses()[0]).isCloseTo(2 * Math.exp(base + 0.5), Offset.offset(1e-12));
        assertThat(model.predict(Map.of("a", 3, "o", 0.5, "e", 2)).margin()).isCloseTo(all.margins()[0], ROUNDING);
        assertThatThrownBy(() -> model.predict(Tables.of("a,o", "3,0"))).hasMessageContaining("no column is named 'e'");
    }

    @Test
    void droppedRowsHaveNoPrediction() {
        TrainedLinear filling = Models.table();
        Encoding dropping =
                Encoding.fit(Models.TABLE, new Roles("y"), new EncodingOptions(Scale.NONE, Missing.DROP, Set.of()));
        TrainedLinear model = new TrainedLinear(filling.linear(), dropping, filling.target(), filling.training());
        Predictions all = model.predict(Tables.of("a,c", "1,u", ",v", "2,z"));
        assertThat(all.dropped()).isEqualTo(1);
        assertThat(all.margins()[1]).isNaN();
        assertThat(all.label(1)).isEmpty();
        assertThat(all.label(2)).isIn("spam", "ham");
        assertThat(all.unseen().any()).isTrue();
    }
}
