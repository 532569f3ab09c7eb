package org.fenchel.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.csv.MissingCells;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Missing;
import org.fenchel.io.encode.References;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.libsvm.LibsvmReader;
import org.fenchel.io.model.Predictions;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Huber;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.loss.PoissonLog;
import org.fenchel.loss.Quantile;
import org.fenchel.loss.SmoothedHinge;
import org.fenchel.loss.Squared;
import org.fenchel.model.LinearModel;
import org.fenchel.problem.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs scored by onnxruntime give what our own models give. */
class OnnxModelTest {
    private static final double TOLERANCE = 1e-6;

    static Stream<Arguments> examples() {
        return Stream.of(
                arguments("spambase.csv", "type", Scale.STANDARD, new Logistic()),
                arguments("spambase.csv", "type", Scale.NONE, new Logistic()),
                arguments("breast-cancer.csv", "diagnosis", Scale.STANDARD, new Hinge()),
                arguments("breast-cancer.csv", "diagnosis", Scale.MINMAX, new SmoothedHinge()),
                arguments("diabetes.csv", "progression", Scale.STANDARD, new Squared()),
                arguments("diabetes.csv", "progression", Scale.MINMAX, new Huber(2)),
                arguments("diabetes.csv", "progression", Scale.NONE, new Quantile(0.9)),
                arguments("diabetes.csv", "progression", Scale.STANDARD, new PoissonLog()),
                arguments("diabetes.csv", "progression", Scale.MINMAX, new PoissonIdentity()));
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("examples")
    void examplesAreScoredAlike(String file, String target, Scale scale, Loss loss) throws OrtException {
        Table table = Fitted.example(file);
        check(Fitted.on(table, new Roles(target), new EncodingOptions().withScale(scale), loss), table);
    }

    private static void check(TrainedLinear model, Table table) throws OrtException {
        try (Scorer scorer = new Scorer(OnnxModel.bytes(model))) {
            check(model, model.predict(table), scorer.score(table));
        }
    }

    private static void check(TrainedLinear model, Predictions ours, Map<String, Object> theirs) {
        close((double[]) theirs.get("margin"), ours.margins());
        Loss loss = model.linear().loss();
        if (model.target() instanceof TargetEncoding.TwoClasses) {
            String[] labels = IntStream.range(0, ours.n()).mapToObj(ours::label).toArray(String[]::new);
            assertThat((String[]) theirs.get("label")).isEqualTo(labels).hasSameSizeAs(ours.margins());
            if (loss instanceof Logistic) {
                close((double[]) theirs.get("probability"), ours.responses());
            }
            assertThat(theirs).hasSize(loss instanceof Logistic ? 3 : 2);
        } else {
            assertThat(theirs).hasSize(2);
            close((double[]) theirs.get(loss.accepts(-0.5) ? "prediction" : "rate"), ours.responses());
        }
    }

    /** Within the tolerance, relative for numbers above 1; NaN where it should be. */
    private static void close(double[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            if (Double.isNaN(expected[i])) {
                assertThat(found[i]).isNaN();
            } else {
                assertThat(found[i])
                        .as("row %d", i)
                        .isCloseTo(expected[i], Offset.offset(TOLERANCE * Math.max(1, Math.abs(expected[i]))));
            }
        }
    }

    @Test
    void sparseRowsOfRealDataAreScoredAlike() throws OrtException {
        Dataset raw = LibsvmReader.read(Fitted.real("libsvm-a9a/a9a.gz"), 0);
        for (Scale scale : new Scale[] {Scale.NONE, Scale.STANDARD}) {
            TrainedLinear model = Fitted.on(raw, scale, new Logistic());
            try (Scorer scorer = new Scorer(OnnxModel.bytes(model))) {
                check(model, model.predict(raw), scorer.score(raw.rows()));
            }
        }
    }

    @Test
    void categoriesOfRealDataAreScoredAlike() throws OrtException {
        Table table = CsvReader.read(Fitted.real("casdatasets-claims/ausprivauto0405.derived.csv.gz"), new CsvFormat());
        EncodingOptions options =
                new EncodingOptions(Scale.STANDARD, Missing.REFUSE, Set.of("ClaimOcc", "ClaimAmount"));
        TrainedLinear model = Fitted.on(table, new Roles("ClaimNb").withWeight("Exposure"), options, new PoissonLog());
        assertThat(model.featureNames()).hasSizeGreaterThan(20).contains("VehBody=Hatchback");
        check(model, table);
    }

    @Test
    void missingCellsAreFilledInAsInTraining(@TempDir Path folder) throws OrtException, IOException {
        Table table = table(folder, "a,c,b,y\n1,u,2,spam\n3,v,,ham\n,u,5,spam\n5,w,1,ham\n2,,7,spam\n");
        EncodingOptions options = new EncodingOptions(Scale.STANDARD, Missing.MEAN, Set.of());
        TrainedLinear model = Fitted.on(table, new Roles("y"), options, new Logistic());
        check(model, table);
        check(model, table(folder, "b,a,c,y\n2,1,green,spam\n,,,ham\n"));
    }

    @Test
    void missingCellsThatNothingFillsInGiveNoAnswer(@TempDir Path folder) throws OrtException, IOException {
        Table table = table(folder, "a,c,y\n1,u,spam\n3,v,ham\n4,u,spam\n5,w,ham\n");
        EncodingOptions options = new EncodingOptions(Scale.MINMAX, Missing.DROP, Set.of());
        TrainedLinear model = Fitted.on(table, new Roles("y"), options, new Logistic());
        check(model, table(folder, "a,c,y\n,u,spam\n3,,ham\n1,u,spam\n7,new,ham\n"));
    }

    @Test
    void aReferenceHasNoWeight(@TempDir Path folder) throws OrtException, IOException {
        Table table = table(folder, "a,c,b,y\n1,u,2,spam\n3,v,,ham\n,u,5,spam\n5,w,1,ham\n2,,7,spam\n");
        EncodingOptions options =
                new EncodingOptions(Scale.STANDARD, Missing.MEAN, Set.of()).withReferences(References.FIRST);
        TrainedLinear model = Fitted.on(table, new Roles("y"), options, new Logistic());
        assertThat(model.featureNames()).doesNotContain("c=u").contains("c=v");
        check(model, table);
        check(model, table(folder, "b,a,c,y\n2,1,green,spam\n,,,ham\n"));
    }

    @Test
    void offsetsAreAnInput(@TempDir Path folder) throws OrtException, IOException {
        Table table = table(folder, "a,offset,y\n1,0.5,2\n3,-1,3\n4,0,1\n5,2,9\n");
        EncodingOptions options = new EncodingOptions().withScale(Scale.STANDARD);
        check(Fitted.on(table, new Roles("y").withOffset("offset"), options, new PoissonLog()), table);
        check(Fitted.on(table, new Roles("y").withOffset("offset"), options, new Squared()), table);
    }

    @Test
    void exposuresAreLeftToTheCallerAndRatesAreNotBelowZero(@TempDir Path folder) throws OrtException, IOException {
        Table table = table(folder, "a,e,y\n1,1,2\n3,2,3\n4,1,1\n5,4,9\n");
        TrainedLinear log = Fitted.on(table, new Roles("y").withExposure("e"), new EncodingOptions(), new PoissonLog());
        try (Scorer scorer = new Scorer(OnnxModel.bytes(log))) {
            double[] rates = (double[]) scorer.score(table).get("rate");
            double[] expected = log.predict(table).responses();
            assertThat(rates[3] * 4).isCloseTo(expected[3], Offset.offset(1e-9));
        }
        TrainedLinear identity = Fitted.on(table, new Roles("y"), new EncodingOptions(), new PoissonIdentity());
        try (Scorer scorer = new Scorer(OnnxModel.bytes(identity))) {
            Map<String, Object> found = scorer.score(table(folder, "a,e\n-1e6,1\n1e6,1\n,1\n"));
            double[] margins = (double[]) found.get("margin");
            double[] rates = (double[]) found.get("rate");
            assertThat(margins[0] * margins[1]).isNegative();
            assertThat(rates[0]).isEqualTo(Math.max(0, margins[0]));
            assertThat(rates[1]).isEqualTo(Math.max(0, margins[1]));
            assertThat(rates[2]).isNaN();
        }
    }

    @Test
    void theFileSaysWhatItIs() throws OrtException {
        Table table = Fitted.example("breast-cancer.csv");
        TrainedLinear model = Fitted.on(table, new Roles("diagnosis"), new EncodingOptions(), new Hinge());
        try (Scorer scorer = new Scorer(OnnxModel.bytes(model))) {
            assertThat(scorer.metadata())
                    .containsEntry("loss", "hinge")
                    .containsEntry("penalty", "l2(l2=0.01)")
                    .containsEntry("data", "breast-cancer.csv")
                    .containsKeys("objective", "relativeGap", "created");
            assertThat(scorer.session().getMetadata().getProducerName()).isEqualTo("fenchel");
            assertThat(scorer.session().getInputNames()).containsExactly("numbers");
        }
    }

    @Test
    void aLossWithAnAnswerOfItsOwnIsRefused(@TempDir Path folder) throws IOException {
        Table table = table(folder, "a,y\n1,2\n3,3\n4,1\n5,9\n");
        TrainedLinear model = Fitted.on(table, new Roles("y"), new EncodingOptions(), new Squared());
        LinearModel odd =
                LinearModel.of(new OddLoss(), new Solution.Linear(model.linear().weights(), 0), model.featureNames());
        assertThatThrownBy(() ->
                        OnnxModel.bytes(new TrainedLinear(odd, model.encoding(), model.target(), model.training())))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("turns margins into answers");
    }

    @Test
    void filesAreWrittenWhole(@TempDir Path folder) throws IOException {
        Table table = table(folder, "a,y\n1,2\n3,3\n4,1\n5,9\n");
        TrainedLinear model = Fitted.on(table, new Roles("y"), new EncodingOptions(), new Squared());
        Path file = folder.resolve("new/a.onnx");
        OnnxModel.write(file, model);
        assertThat(file).hasBinaryContent(OnnxModel.bytes(model));
    }

    private static Table table(Path folder, String text) throws IOException {
        return CsvReader.read(
                Files.writeString(folder.resolve("t.csv"), text),
                new CsvFormat().withHeader(true).withMissing(MissingCells.KEEP));
    }
}
