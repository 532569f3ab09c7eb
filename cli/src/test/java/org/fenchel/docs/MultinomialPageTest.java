package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.image.LabelledPictures;
import org.fenchel.io.model.ClassPredictions;
import org.fenchel.io.model.ModelFile;
import org.fenchel.io.model.Provenance;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.io.model.Training;
import org.fenchel.loss.Softmax;
import org.fenchel.model.MultiLinearModel;
import org.fenchel.penalty.L2;
import org.fenchel.problem.Solution;
import org.fenchel.problem.VectorSum;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.quasinewton.Lbfgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/multinomial.md, on pictures of 2 x 2 pixels of which one is white. */
class MultinomialPageTest {
    private static final int PICTURES = 12;

    @TempDir
    Path folder;

    private Path images;
    private Path labels;

    private void write() throws IOException {
        ByteBuffer pixels = ByteBuffer.allocate(16 + 4 * PICTURES);
        pixels.putInt(0x803).putInt(PICTURES).putInt(2).putInt(2);
        ByteBuffer digits = ByteBuffer.allocate(8 + PICTURES);
        digits.putInt(0x801).putInt(PICTURES);
        for (int i = 0; i < PICTURES; i++) {
            for (int j = 0; j < 4; j++) {
                pixels.put((byte) (j == i % 4 ? 255 : 0));
            }
            digits.put((byte) (i % 4 + 3));
        }
        images = Files.write(folder.resolve("images"), pixels.array());
        labels = Files.write(folder.resolve("labels"), digits.array());
    }

    @Test
    void fromPicturesToPredictions() throws IOException {
        write();
        double[] pixels = {0, 0, 1, 0};

        LabelledPictures train = LabelledPictures.read(images, labels);
        TrainingData data = TrainingData.ofClasses(train.dataset(), Scale.NONE);
        SeveralClasses digits = (SeveralClasses) data.target();
        VectorSum problem = VectorSum.of(data.dataset(), new Softmax(), new L2(1e-4), digits.count(), true);
        Fit<Solution.MultiLinear> fit = Driver.fit(problem, VectorForm.of(new Lbfgs()), new StopRule().withPasses(30));

        MultiLinearModel model = MultiLinearModel.of(
                problem.loss(), fit.solution(), data.dataset().featureNames(), digits.labels());
        int digit = model.predict(pixels);

        assertThat(digits.label(digit)).isEqualTo("5");
        Path file = saved(model, data, digits, problem, fit);

        TrainedMultinomial saved = ModelFile.read(file, TrainedMultinomial.class);
        ClassPredictions predictions = saved.predict(train.pictures().rows());
        String first = predictions.label(0);
        double[] probabilities = predictions.probabilities(0);

        assertThat(first).isEqualTo("3");
        assertThat(probabilities[0]).isGreaterThan(0.9);
    }

    private Path saved(
            MultiLinearModel model,
            TrainingData data,
            SeveralClasses digits,
            VectorSum problem,
            Fit<Solution.MultiLinear> fit) {
        Path file = folder.resolve("digits.fenchel");
        Provenance provenance = new Provenance(
                "images", null, problem.n(), problem.d(), Map.of(), 42, "development", "17", Instant.EPOCH);
        Training training = new Training(
                "softmax",
                "l2=1e-4",
                "lbfgs",
                problem.describe(),
                fit.certificate(),
                fit.trace().reason(),
                fit.trace().last().passes(),
                fit.trace().last().seconds(),
                provenance);
        ModelFile.write(file, new TrainedMultinomial(model, data.encoding(), digits, training));
        return file;
    }
}
