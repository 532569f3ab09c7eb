package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.fenchel.cli.DocumentedCommands;
import org.fenchel.io.coefficients.CoefficientsFile;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.model.ModelFile;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.table.Table;
import org.fenchel.onnx.OnnxModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/export.md. */
class ExportTest {
    @TempDir
    Path folder;

    @Test
    void outAndIn() throws IOException {
        String data = Pages.ROOT.resolve("examples/spambase.csv").toString();
        Path file = folder.resolve("spam.fenchel");
        String[] train = {"train", "logistic", data, "--target", "type", "--l2", "1e-2", "--out", file.toString()};
        assertThat(DocumentedCommands.run(new PrintWriter(new StringWriter()), train))
                .isZero();

        TrainedLinear model = ModelFile.read(file, TrainedLinear.class);
        OnnxModel.write(folder.resolve("spam.onnx"), model);
        CoefficientsFile.writeJson(folder.resolve("spam.json"), model);
        CoefficientsFile.writeCsv(folder.resolve("spam.csv"), model);

        TrainedLinear back = CoefficientsFile.read(folder.resolve("spam.json"));

        Table table = CsvReader.read(Path.of(data), new CsvFormat());
        assertThat(back.predict(table).responses())
                .isEqualTo(model.predict(table).responses());
        assertThat(folder.resolve("spam.onnx")).isNotEmptyFile();
        assertThat(CoefficientsFile.read(folder.resolve("spam.csv")).featureNames())
                .isEqualTo(model.featureNames());
    }
}
