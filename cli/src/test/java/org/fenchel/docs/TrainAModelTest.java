package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.model.ModelFile;
import org.fenchel.io.model.Predictions;
import org.fenchel.io.model.Provenance;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.model.Training;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.model.LinearModel;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.proximal.ProximalPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/train-a-model.md. */
class TrainAModelTest {
    @TempDir
    Path folder;

    @Test
    void fromTableToPredictions() {
        Path file = Pages.ROOT.resolve("examples/spambase.csv");
        Path place = folder.resolve("spam.fenchel");

        Loss loss = new Logistic();
        Table table = CsvReader.read(file, new CsvFormat());
        EncodingOptions options = new EncodingOptions().withScale(Scale.STANDARD);
        TrainingData data = TrainingData.of(table, new Roles("type"), options, loss, null);

        FiniteSum problem = FiniteSum.of(data.dataset(), loss, Penalty.of(1e-3, 0, null), true);
        Fit<Solution.Linear> fit = Driver.fit(problem, new ProximalPoint(), new StopRule().withRelativeGap(1e-6));
        if (fit.trace().reason() != StopReason.CERTIFIED) {
            throw new IllegalStateException(fit.trace().reason().words());
        }

        Trace.Point last = fit.trace().last();
        Training training = new Training(
                "logistic",
                "l2=0.001",
                "proximal-point",
                problem.describe(),
                fit.certificate(),
                fit.trace().reason(),
                last.passes(),
                last.seconds(),
                Provenance.now(file, null, problem.n(), problem.d(), Map.of(), 42));
        LinearModel linear =
                LinearModel.of(loss, fit.solution(), data.encoding().featureNames());
        ModelFile.write(place, new TrainedLinear(linear, data.encoding(), data.target(), training));

        TrainedLinear model = ModelFile.read(place, TrainedLinear.class);
        Predictions predictions = model.predict(table);
        String label = predictions.label(0);
        double probability = predictions.responses()[0];

        assertThat(fit.certificate().relativeGap()).isLessThanOrEqualTo(1e-6);
        assertThat(label).isEqualTo("spam");
        assertThat(probability).isBetween(0.5, 1.0);
    }
}
