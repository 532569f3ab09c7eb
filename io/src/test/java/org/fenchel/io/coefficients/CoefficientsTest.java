package org.fenchel.io.coefficients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.csv.MissingCells;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Missing;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.Tables;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.model.Models;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported comes back as the model it was. */
class CoefficientsTest {
    private static final TargetEncoding CLASSES = new TargetEncoding.TwoClasses("no, never", "a \"yes\"");

    @TempDir
    private Path folder;

    static Stream<Arguments> models() {
        return Stream.of(
                arguments("table", Models.table(), Models.TABLE),
                arguments("reference", Models.reference(), Models.TABLE),
                arguments("counts", Models.counts(), Tables.of("a,o,e", "3,0.5,2", "-1,0,1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void jsonPredictsTheSameToTheLastBit(String name, TrainedLinear model, Table table) {
        String text = CoefficientsJson.of(model);
        TrainedLinear back = CoefficientsJson.parse(text);
        assertThat(back.predict(table).margins()).isEqualTo(model.predict(table).margins());
        assertThat(back.predict(table).responses())
                .isEqualTo(model.predict(table).responses());
        assertThat(back.predict(table).label(0)).isEqualTo(model.predict(table).label(0));
        assertThat(back.training()).isEqualTo(model.training());
        assertThat(CoefficientsJson.of(back)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void csvPredictsTheSameToRounding(String name, TrainedLinear model, Table table) {
        TrainedLinear back = CoefficientsCsv.parse(CoefficientsCsv.of(model));
        assertThat(back.predict(table).margins())
                .containsExactly(model.predict(table).margins(), Offset.offset(1e-12));
        assertThat(back.predict(table).label(0)).isEqualTo(model.predict(table).label(0));
        assertThat(back.training()).isEqualTo(model.training());
        assertThat(back.encoding().featureNames()).isEqualTo(model.featureNames());
        String again = CoefficientsCsv.of(back);
        assertThat(CoefficientsCsv.of(CoefficientsCsv.parse(again))).isEqualTo(again);
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void rowsOfNumbersComeBack(Scale scale) {
        TrainedLinear model = Models.rows(scale);
        DenseRows rows = DenseRows.wrap(2, 3, new double[] {1e3, -2, 0.1, 7, 8, 9});
        double[] margins = model.predict(rows).margins();
        TrainedLinear json = CoefficientsJson.parse(CoefficientsJson.of(model));
        assertThat(json.predict(rows).margins()).isEqualTo(margins);
        assertThat(json.encoding().scale()).isEqualTo(scale);
        TrainedLinear csv = CoefficientsCsv.parse(CoefficientsCsv.of(model));
        assertThat(csv.predict(rows).margins()).containsExactly(margins, Offset.offset(1e-12 * Math.abs(margins[0])));
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void realTablesComeBack(Scale scale) {
        Table table = CsvReader.read(Path.of("..", "examples", "spambase.csv"), new CsvFormat());
        Encoding encoding = Encoding.fit(table, new Roles("type"), new EncodingOptions().withScale(scale));
        TrainedLinear model = Models.model(encoding, CLASSES, "logistic");
        double[] margins = model.predict(table).margins();
        assertThat(CoefficientsJson.parse(CoefficientsJson.of(model))
                        .predict(table)
                        .margins())
                .isEqualTo(margins);
        double[] csv =
                CoefficientsCsv.parse(CoefficientsCsv.of(model)).predict(table).margins();
        for (int i = 0; i < csv.length; i++) {
            assertThat(csv[i]).isCloseTo(margins[i], Offset.offset(1e-12 * Math.max(1, Math.abs(margins[i]))));
        }
    }

    @Test
    void columnsWithoutNamesAreFoundByTheirPlaces() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "yes,1,u\nno,2,v\nyes,4,u\n");
        Table table = CsvReader.read(file, new CsvFormat().withHeader(false).withMissing(MissingCells.KEEP));
        Encoding encoding =
                Encoding.fit(table, new Roles("c1"), new EncodingOptions(Scale.MINMAX, Missing.DROP, Set.of()));
        TrainedLinear model = Models.model(encoding, CLASSES, "hinge");
        Path without = Files.writeString(folder.resolve("u.csv"), "3,v\n9,u\n,v\n");
        Table features =
                CsvReader.read(without, new CsvFormat().withHeader(false).withMissing(MissingCells.KEEP));
        double[] margins = model.predict(features).margins();
        assertThat(CoefficientsJson.parse(CoefficientsJson.of(model))
                        .predict(features)
                        .margins())
                .isEqualTo(margins);
        assertThat(CoefficientsCsv.parse(CoefficientsCsv.of(model))
                        .predict(features)
                        .margins())
                .containsExactly(margins, Offset.offset(1e-12));
    }

    @Test
    void jsonShowsWhatReadersLookFor() {
        assertThat(CoefficientsJson.of(Models.table()))
                .startsWith("{\n  \"format\": \"fenchel-coefficients\",\n  \"version\": 1,\n")
                .contains("\"loss\": \"logistic\"", "\"penalty\": \"l2(0.1)\"", "\"gap\": ", "\"positive\": \"spam\"")
                .containsPattern("\"feature\": \"c=u\",\\s+\"fitted\": [-0-9.]+,\\s+\"original\": ");
    }

    @Test
    void csvIsOneTable() {
        String[] lines = CoefficientsCsv.of(Models.table()).split("\n");
        assertThat(lines[0]).isEqualTo("part,name,value,weight,fitted,fill,place");
        assertThat(lines)
                .contains("setting,format,fenchel-coefficients,,,,", "setting,loss,logistic,,,,")
                .contains("setting,positive,spam,,,,", "setting,missing,mean,,,,");
        assertThat(lines).anyMatch(line -> line.matches("intercept,,,[-0-9.]+,0.1,,"));
        assertThat(lines).anyMatch(line -> line.matches("number,a,,[-0-9.]+,[-0-9.]+,3.0,1"));
        assertThat(lines).anyMatch(line -> line.matches("category,c,u,[-0-9.]+,[-0-9.]+,1,2"));
        assertThat(lines).anyMatch(line -> line.matches("category,c,w,[-0-9.]+,[-0-9.]+,,2"));
    }

    @Test
    void spreadsheetsMayHaveSavedIt() throws IOException {
        String text = CoefficientsCsv.of(Models.table());
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "\uFEFF" + text.replace(",", ";").replace("\n", "\r\n"));
        TrainedLinear back = CoefficientsFile.read(file);
        assertThat(back.predict(Models.TABLE).margins())
                .isEqualTo(CoefficientsCsv.parse(text).predict(Models.TABLE).margins());
    }

    @Test
    void filesOfBothKindsAreReadByTheirContent() throws IOException {
        TrainedLinear model = Models.table();
        Path json = folder.resolve("new/a.txt");
        CoefficientsFile.writeJson(json, model);
        assertThat(CoefficientsJson.of(CoefficientsFile.read(json))).isEqualTo(CoefficientsJson.of(model));
        Path csv = folder.resolve("b.txt");
        CoefficientsFile.writeCsv(csv, model);
        assertThat(CoefficientsFile.read(csv).training()).isEqualTo(model.training());
        assertThatThrownBy(() -> CoefficientsFile.read(folder.resolve("none")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("none: there is no such file");
        Path binary = Files.write(folder.resolve("c.onnx"), new byte[] {8, 7, (byte) 0xff, 0});
        assertThatThrownBy(() -> CoefficientsFile.read(binary)).hasMessageContaining("ONNX can't be read back");
        Path other = Files.write(folder.resolve("d.csv"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> CoefficientsFile.read(other))
                .hasMessageContaining("d.csv:1:1: this is no file of coefficients");
    }
}
