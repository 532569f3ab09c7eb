package org.fenchel.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.model.ClassPredictions;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Sigmoids;
import org.fenchel.loss.Softmax;
import org.fenchel.loss.Squared;
import org.fenchel.loss.VectorLoss;
import org.fenchel.model.MultiLinearModel;
import org.fenchel.problem.Solution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of several classes, scored by onnxruntime on real pictures of digits. */
class MultinomialTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 40}) // likely, sharp, and so far below 0 that sigmoids vanish
    void digitsAreScoredAlike(double size) throws OrtException {
        for (VectorLoss loss : List.of(new Softmax(), new Sigmoids())) {
            Table table = Fitted.example("digits.csv");
            String target = table.columns().get(table.columns().size() - 1).name();
            Encoding encoding = Encoding.fit(table, new Roles(target), new EncodingOptions().withScale(Scale.STANDARD));
            SeveralClasses classes = new SeveralClasses(
                    List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"));
            Random random = new Random(3);
            Solution.MultiLinear solution = new Solution.MultiLinear(
                    random.doubles(10L * encoding.d(), -size, size).toArray(),
                    random.doubles(10, -20 * size, 0).toArray());
            TrainedMultinomial model = new TrainedMultinomial(
                    MultiLinearModel.of(loss, solution, encoding.featureNames(), classes.labels()),
                    encoding,
                    classes,
                    Fitted.on(table, new Roles(target), new EncodingOptions(), new Squared())
                            .training());
            ClassPredictions ours = model.predict(table);
            try (Scorer scorer = new Scorer(OnnxModel.bytes(model))) {
                Map<String, Object> theirs = scorer.score(table);
                assertThat(theirs).containsOnlyKeys("label", "probabilities", "margins");
                double[][] probabilities = (double[][]) theirs.get("probabilities");
                String[] labels = (String[]) theirs.get("label");
                assertThat(labels).hasSize(1797);
                for (int i = 0; i < labels.length; i++) {
                    assertThat(labels[i]).isEqualTo(ours.label(i));
                    assertThat(probabilities[i]).containsExactly(ours.probabilities(i), Offset.offset(1e-9));
                }
            }
        }
    }
}
