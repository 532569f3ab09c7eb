package org.fenchel.io.libsvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.SparseRows;
import org.fenchel.io.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibffmReaderTest {
    @TempDir
    Path folder;

    private LibffmReader.Fields read(String text) throws IOException {
        return LibffmReader.read(Files.writeString(folder.resolve("t.ffm"), text));
    }

    @Test
    void triplesBecomeFeaturesWithFields() throws IOException {
        LibffmReader.Fields read = read("1 2:5:0.5 0:1:2 # words\n\n-1 1:3:1.5 0:1:1 0:1:2\n0\n");
        assertThat(read.dataset().targets()).containsExactly(1, -1, 0);
        assertThat(read.fields()).containsExactly(0, 0, 0, 1, 0, 2);
        SparseRows rows = (SparseRows) read.dataset().rows();
        assertThat(rows.d()).isEqualTo(6);
        assertThat(rows.starts()).containsExactly(0, 2, 4, 4);
        assertThat(rows.columns()).containsExactly(1, 5, 1, 3);
        assertThat(rows.values()).containsExactly(2, 0.5, 3, 1.5);
    }

    @Test
    void onesNeedNoValues() throws IOException {
        assertThat(read("1 0:0:1 1:7:1\r\n0 0:2:1").dataset().rows()).isInstanceOf(IndicatorRows.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '%', textBlock = """
                    1 0:0      % 1:3
                    x 0:0:1    % 1:1
                    1 0:-3:1   % 1:5
                    1 0:0:nan  % 1:7
                    1 0:0:1 9:99999999999:1 % 1:11
                    """)
    void mistakesAreToldWithTheirPlace(String text, String place) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("t.ffm:" + place + ":");
    }

    @Test
    void realFile() {
        LibffmReader.Fields read = LibffmReader.read(RealData.file("criteo-ffm-sample/small_train.txt"));
        assertThat(read.dataset().n()).isEqualTo(200);
        assertThat(Arrays.stream(read.dataset().targets()).sum()).isEqualTo(48);
        assertThat(read.fields()).contains(0, 17).doesNotContain(18);
    }
}
