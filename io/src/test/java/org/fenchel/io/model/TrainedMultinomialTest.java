package org.fenchel.io.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Missing;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.encode.Tables;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Softmax;
import org.fenchel.model.MultiLinearModel;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution;
import org.fenchel.run.StopReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedMultinomialTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-14);
    private static final Table FLOWERS = Tables.of("a,c,y", "1,u,rose", "3,v,lily", ",u,aster", "5,w,rose");

    @TempDir
    private Path folder;

    private static TrainedMultinomial model(Encoding encoding, String loss) {
        SeveralClasses classes = new SeveralClasses(List.of("aster", "lily", "rose"));
        Random random = new Random(8);
        Solution.MultiLinear solution = new Solution.MultiLinear(
                random.doubles(3L * encoding.d(), -2, 2).toArray(), new double[] {0.5, -0.25, 0});
        Provenance provenance =
                new Provenance("t.csv", null, 4, encoding.d(), Map.of("--l2", "0.1"), 7, "0.1.0", "17", Instant.EPOCH);
        Training training = new Training(
                loss, "l2(0.1)", "lbfgs", "p", new Certificate.None(1, ""), StopReason.PASSES, 6, 0.25, provenance);
        return new TrainedMultinomial(
                MultiLinearModel.of(new Softmax(), solution, encoding.featureNames(), classes.labels()),
                encoding,
                classes,
                training);
    }

    private static TrainedMultinomial table(Missing missing) {
        return model(
                Encoding.fit(FLOWERS, new Roles("y"), new EncodingOptions(Scale.STANDARD, missing, Set.of())),
                "softmax");
    }

    private static TrainedMultinomial rows(Scale scale) {
        DenseRows rows = DenseRows.wrap(2, 3, new double[] {1, 2, 3, 4, 5, 7});
        return model(Encoding.fit(rows, List.of("x1", "x2", "x3"), scale), "softmax");
    }

    private TrainedMultinomial writtenAndRead(TrainedMultinomial model) {
        Path file = folder.resolve("m.fenchel");
        ModelFile.write(file, model);
        return ModelFile.read(file, TrainedMultinomial.class);
    }

    @Test
    void everyWayToPredictGivesTheSame() {
        TrainedMultinomial model = table(Missing.MEAN);
        ClassPredictions all = model.predict(FLOWERS);
        ClassPrediction one = model.predict(Map.of("a", 3, "c", "v"));
        assertThat(all.probabilities(1)).containsExactly(one.probabilities(), ROUNDING);
        assertThat(all.label(1)).isEqualTo(one.label());
        assertThat(one.probabilities()[0] + one.probabilities()[1] + one.probabilities()[2])
                .isCloseTo(1, ROUNDING);
        assertThat(all.filled()).isEqualTo(1);
        assertThat(model.prepare(FLOWERS).dataset().targets()).containsExactly(2, 1, 0, 2);
    }

    @Test
    void weightsInTheDatasUnitsGiveTheSameMargins() {
        TrainedMultinomial model = rows(Scale.STANDARD);
        double[] cells = {7, -2, 9};
        double[] fitted = model.linear().margins(model.encoding().row(cells));
        Solution.MultiLinear original = model.original();
        for (int k = 0; k < 3; k++) {
            double margin = original.intercepts()[k];
            for (int j = 0; j < 3; j++) {
                margin += original.weights()[j * 3 + k] * cells[j];
            }
            assertThat(margin).isCloseTo(fitted[k], Offset.offset(1e-13));
        }
        assertThat(model.predict(cells).probabilities())
                .containsExactly(model.predict(DenseRows.wrap(1, 3, cells)).probabilities(0), ROUNDING);
    }

    @Test
    void rowsLeftOutHaveNoPrediction() {
        ClassPredictions all = table(Missing.DROP).predict(FLOWERS);
        assertThat(all.n()).isEqualTo(4);
        assertThat(all.label(2)).isEmpty();
        assertThat(all.probabilities(2)).isEmpty();
        assertThat(all.label(3)).isIn("aster", "lily", "rose");
    }

    @Test
    void dataOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> rows(Scale.NONE).predict(FLOWERS)).hasMessageContaining("give LIBSVM data");
        Dataset raw = Dataset.of(DenseRows.wrap(1, 3, new double[3]), new double[1]);
        assertThatThrownBy(() -> table(Missing.MEAN).prepare(raw)).hasMessageContaining("give a table");
        assertThatThrownBy(() -> rows(Scale.NONE).prepare(raw)).hasMessageContaining("none of the 3 classes");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (TrainedMultinomial model : List.of(table(Missing.MEAN), rows(Scale.NONE), rows(Scale.MINMAX))) {
            TrainedMultinomial back = writtenAndRead(model);
            assertThat(back.linear().weights()).isEqualTo(model.linear().weights());
            assertThat(back.linear().intercepts()).isEqualTo(model.linear().intercepts());
            assertThat(back.linear().loss()).isEqualTo(model.linear().loss());
            assertThat(back.target()).isEqualTo(model.target());
            assertThat(back.training()).isEqualTo(model.training());
            assertThat(back.original().weights()).isEqualTo(model.original().weights());
        }
    }

    @Test
    void aModelOfAnotherKindIsToldFromIt() throws Exception {
        Path file = folder.resolve("flowers.fenchel");
        ModelFile.write(file, table(Missing.MEAN));
        assertThatThrownBy(() -> ModelFile.read(file, TrainedLinear.class))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("flowers.fenchel: it is a multinomial model, not a linear one");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("\"kind\": \"multinomial\"");
    }

    @Test
    void aLossOfAnotherKindOfModelIsRefused() {
        TrainedMultinomial odd = model(rows(Scale.NONE).encoding(), "hinge");
        assertThatThrownBy(() -> writtenAndRead(odd))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("hinge");
    }
}
