package org.fenchel.io.coefficients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.References;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.Tables;
import org.fenchel.io.model.Models;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.io.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of several classes as CSV, a line for each class and weight. */
class ClassCoefficientsCsvTest {
    private static final Table FLOWERS = Tables.of("a,c,y", "1,u,rose", "3,v,lily", ",u,aster", "5,w,rose");
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    private static TrainedMultinomial back(String text) {
        return (TrainedMultinomial) CoefficientsCsv.parseAny(text);
    }

    private static TrainedMultinomial flowers(boolean reference) {
        return Models.classes(FLOWERS, reference ? References.FIRST : References.NONE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tablesComeBack(boolean reference, @TempDir Path folder) throws IOException {
        TrainedMultinomial model = flowers(reference);
        Path file = folder.resolve("m.csv");
        CoefficientsFile.writeCsv(file, model);
        TrainedMultinomial back = (TrainedMultinomial) CoefficientsFile.readAny(file);
        for (int i = 0; i < 4; i++) {
            assertThat(back.predict(FLOWERS).probabilities(i))
                    .containsExactly(model.predict(FLOWERS).probabilities(i), ROUNDING);
        }
        assertThat(back.training()).isEqualTo(model.training());
        assertThat(back.target()).isEqualTo(model.target());
        assertThat(back.featureNames()).isEqualTo(model.featureNames());
        assertThat(back.encoding().references()).isEqualTo(reference ? List.of("c=u") : List.of());
        String again = CoefficientsCsv.of(back);
        assertThat(CoefficientsCsv.of(back(again))).isEqualTo(again);
        assertThatThrownBy(() -> CoefficientsFile.read(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("several classes");
    }

    @Test
    void rowsOfNumbersComeBack() {
        TrainedMultinomial model = Models.classRows(Scale.STANDARD);
        DenseRows rows = DenseRows.wrap(1, 3, new double[] {7, -2, 9});
        assertThat(back(CoefficientsCsv.of(model)).predict(rows).probabilities(0))
                .containsExactly(model.predict(rows).probabilities(0), ROUNDING);
    }

    @Test
    void aLineIsAClassAndAColumn() {
        List<String> lines = CoefficientsCsv.of(flowers(true)).lines().toList();
        assertThat(lines.get(0)).isEqualTo("part,name,value,class,weight,fitted,fill,place");
        assertThat(lines).anyMatch(line -> line.matches("intercept,,,lily,[-0-9.]+,-0.25,,"));
        assertThat(lines).anyMatch(line -> line.matches("number,a,,rose,[-0-9.]+,[-0-9.]+,3.0,1"));
        assertThat(lines).anyMatch(line -> line.matches("category,c,v,aster,[-0-9.]+,[-0-9.]+,,2"));
        assertThat(lines).contains("reference,c,u,,0.0,0.0,1,2");
    }

    /** Within a feature the order is free: the class is named. */
    @Test
    void classesMayBeInAnyOrder() {
        String text = CoefficientsCsv.of(flowers(false));
        List<String> lines = new ArrayList<>(text.lines().toList());
        int first = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("number,a,"))
                .findFirst()
                .orElseThrow());
        Collections.reverse(lines.subList(first, first + 3));
        TrainedModel turned = CoefficientsCsv.parseAny(String.join("\n", lines));
        assertThat(CoefficientsCsv.of((TrainedMultinomial) turned)).isEqualTo(CoefficientsCsv.of(back(text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number,a,,lily            | number,a,,tulip         | class 'tulip' has no intercept",
                "number,a,,lily            | number,a,,aster         | class 'aster' is there twice",
                "category,c,v,rose         | category,c,z,rose       | has no weight there",
                "intercept,,,lily          | intercept,,,aster       | twice",
                "intercept,,,lily          | intercept,,,            | no name",
                "reference,c,u,,0.0        | reference,c,u,,1.0      | the reference has a weight",
                "setting,loss,softmax      | setting,loss,softmx     | did you mean"
            })
    void mistakesHaveTheirPlace(String before, String after, String words) {
        String text = CoefficientsCsv.of(flowers(true));
        assertThat(text).contains(before);
        assertThatThrownBy(() -> CoefficientsCsv.parseAny(text.replace(before, after)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageMatching("line \\d+(, column \\d+)?: .*")
                .hasMessageContaining(words);
    }
}
