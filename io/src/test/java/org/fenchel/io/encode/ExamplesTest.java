package org.fenchel.io.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.Squared;
import org.junit.jupiter.api.Test;

/** The example tables, from file to what a solver takes. */
class ExamplesTest {
    private static TrainingData training(String file, String target, Loss loss) {
        Table table = CsvReader.read(Path.of("..", "examples", file), new CsvFormat());
        return TrainingData.of(table, new Roles(target), new EncodingOptions().withScale(Scale.MINMAX), loss, null);
    }

    private static long positives(Dataset data) {
        return Arrays.stream(data.targets()).filter(y -> y == 1).count();
    }

    @Test
    void spambase() {
        TrainingData training = training("spambase.csv", "type", new Logistic());
        Dataset data = training.dataset();
        assertThat(data.n()).isEqualTo(4601);
        assertThat(data.d()).isEqualTo(57);
        assertThat(positives(data)).isEqualTo(1813);
        assertThat(training.target()).isEqualTo(new TargetEncoding.TwoClasses("nonspam", "spam"));
        for (int i = 0; i < data.n(); i++) {
            double[] x = new double[57];
            data.rows().axpy(1, i, x);
            for (double value : x) {
                assertThat(value).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void breastCancer() {
        Dataset data =
                training("breast-cancer.csv", "diagnosis", new Logistic()).dataset();
        assertThat(data.n()).isEqualTo(569);
        assertThat(data.d()).isEqualTo(30);
        assertThat(positives(data)).isEqualTo(212);
    }

    @Test
    void diabetes() {
        Dataset data = training("diabetes.csv", "progression", new Squared()).dataset();
        assertThat(data.n()).isEqualTo(442);
        assertThat(data.d()).isEqualTo(10);
        assertThat(Arrays.stream(data.targets()).average()).hasValueCloseTo(152.13348, offset());
    }

    private static Offset<Double> offset() {
        return Offset.offset(1e-5);
    }

    @Test
    void digits() {
        Dataset data = training("digits.csv", "digit", new Squared()).dataset();
        assertThat(data.n()).isEqualTo(1797);
        assertThat(data.d()).isEqualTo(64);
        assertThat(catchThrowable(() -> training("digits.csv", "digit", new Logistic())))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("column 'digit' has 10 classes (0, 1, 2, 3, 4, ...) where this loss needs two");
    }
}
