package org.fenchel.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.Dataset;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.model.Provenance;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.model.Training;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Loss;
import org.fenchel.model.LinearModel;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.dual.Sdca;

/** Models fitted to real data. */
final class Fitted {
    private static final double L2 = 1e-2;

    private Fitted() {}

    static Table example(String name) {
        return CsvReader.read(Path.of("..", "examples", name), new CsvFormat());
    }

    /** A file of the folder FENCHEL_DATA, which must be there once the folder is given. */
    static Path real(String name) {
        String folder = System.getenv("FENCHEL_DATA");
        assumeTrue(folder != null, "skipped: set FENCHEL_DATA to the folder of the data sets to read " + name);
        Path file = Path.of(folder, name);
        assertThat(Files.exists(file)).as("%s exists", file).isTrue();
        return file;
    }

    static TrainedLinear on(Table table, Roles roles, EncodingOptions options, Loss loss) {
        return of(TrainingData.of(table, roles, options, loss, null), loss, Path.of(table.source()));
    }

    static TrainedLinear on(Dataset raw, Scale scale, Loss loss) {
        return of(TrainingData.of(raw, scale, loss, null), loss, Path.of("rows"));
    }

    private static TrainedLinear of(TrainingData data, Loss loss, Path source) {
        FiniteSum problem = FiniteSum.of(data.dataset(), loss, new L2(L2), true);
        Fit<Solution.Linear> fit = Driver.fit(
                problem, new Sdca(), new StopRule().withRelativeGap(1e-4).withPasses(200));
        Training training = new Training(
                Catalogue.of(Loss.class).print(loss),
                "l2(l2=0.01)",
                "sdca",
                problem.describe(),
                fit.certificate(),
                fit.trace().reason(),
                fit.trace().last().passes(),
                0,
                Provenance.now(source, null, problem.n(), problem.d(), Map.of(), 42));
        LinearModel linear =
                LinearModel.of(loss, fit.solution(), data.encoding().featureNames());
        return new TrainedLinear(linear, data.encoding(), data.target(), training);
    }
}
