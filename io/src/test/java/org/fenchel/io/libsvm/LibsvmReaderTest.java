package org.fenchel.io.libsvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.fenchel.data.Dataset;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.SparseRows;
import org.fenchel.io.source.Blocks;
import org.fenchel.io.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibsvmReaderTest {
    private static final Blocks.Plan WHOLE = new Blocks.Plan(1, 1 << 20);
    private static final Blocks.Plan PIECES = new Blocks.Plan(3, 5);

    /** Reads as one block and as many; both must agree. */
    private static Dataset read(String text) {
        Source source = Source.of("t", text.getBytes(StandardCharsets.UTF_8));
        Dataset whole = LibsvmReader.read(source, 0, WHOLE);
        LibsvmData.assertEqual(LibsvmReader.read(source, 0, PIECES), whole);
        return whole;
    }

    private static String refusal(String text) {
        Source source = Source.of("t", text.getBytes(StandardCharsets.UTF_8));
        String message = message(source, WHOLE);
        assertThat(message(source, PIECES)).isEqualTo(message);
        return message;
    }

    private static String message(Source source, Blocks.Plan plan) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> LibsvmReader.read(source, 0, plan));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.getMessage()).doesNotContain("\n");
        return refused.getMessage();
    }

    @Test
    void readsLabelsAndPairs() {
        Dataset data = read("+1 1:0.5 3:-2e1\n-1 2:1 4:.25\n");
        assertThat(data.targets()).containsExactly(1, -1);
        assertThat(data.featureNames()).containsExactly("1", "2", "3", "4");
        SparseRows rows = (SparseRows) data.rows();
        assertThat(rows.starts()).containsExactly(0, 2, 4);
        assertThat(rows.columns()).containsExactly(0, 2, 1, 3);
        assertThat(rows.values()).containsExactly(0.5, -20, 1, 0.25);
    }

    @Test
    void storesNoOnes() {
        IndicatorRows rows =
                (IndicatorRows) read("1 2:1 3:1.0 5:1e0\n2.5\n0 1:1 4:0\n").rows();
        assertThat(rows.columns()).containsExactly(1, 2, 4, 0);
        assertThat(rows.starts()).containsExactly(0, 3, 3, 4);
        assertThat(rows.d()).isEqualTo(5);
    }

    @Test
    void countsZerosForTheFeaturesOnly() {
        Dataset data = read("1 1:2 7:0\n0 2:-0.0\n");
        assertThat(data.d()).isEqualTo(7);
        assertThat(data.rows().nonZeros()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 1:1 2:2\n-1 2:3",
                "1 1:1 2:2\r\n-1 2:3\r\n",
                "1 1:1 2:2\r-1 2:3\r",
                "\uFEFF1 1:1 2:2\n-1 2:3\n",
                "# made by hand\n\n1 1:1 2:2 # the first\n  \n-1\t2:3#\n\n",
                "  1  1:1   2:2  \n-1 \t 2:3\t \n"
            })
    void takesAnyLayout(String text) {
        Dataset data = read(text);
        assertThat(data.targets()).containsExactly(1, -1);
        assertThat(((SparseRows) data.rows()).values()).containsExactly(1, 2, 3);
    }

    @Test
    void hasAtLeastTheFeaturesAskedFor() {
        Source source = Source.of("t", "1 3:1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(LibsvmReader.read(source, 10, WHOLE).d()).isEqualTo(10);
        assertThat(LibsvmReader.read(source, 2, WHOLE).d()).isEqualTo(3);
        assertThatThrownBy(() -> LibsvmReader.read(source, -1, WHOLE)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void allowsLargerIndicesIfAskedFor() {
        Source source = Source.of("t", "1 1000000000:1\n".getBytes(StandardCharsets.UTF_8));
        Dataset data = LibsvmReader.read(source, 1_000_000_000, WHOLE);
        assertThat(data.d()).isEqualTo(1_000_000_000);
        assertThat(data.featureNames().get(999_999_999)).isEqualTo("1000000000");
    }

    @Test
    void agreesWithItselfForAnyBlocksAndThreads() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            text.append(random.nextInt(3) - 1);
            int index = 0;
            for (int k = random.nextInt(8); k > 0; k--) {
                index += 1 + random.nextInt(50);
                text.append(' ').append(index).append(':');
                text.append(i < 250 ? "1" : String.valueOf(random.nextGaussian()));
            }
            text.append(i % 97 == 0 ? "\n\n" : i % 3 == 0 ? " \r\n" : "\n");
        }
        Source source = Source.of("t", text.toString().getBytes(StandardCharsets.UTF_8));
        Dataset whole = LibsvmReader.read(source, 0, WHOLE);
        for (int blockBytes : new int[] {1, 10, 100, 1000, 5000}) {
            for (int threads = 1; threads <= 4; threads++) {
                LibsvmData.assertEqual(LibsvmReader.read(source, 0, new Blocks.Plan(threads, blockBytes)), whole);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '%', textBlock = """
                    1 1:1;2 2:1 2:1     % t:2:7: index 2 stands twice in the row; keep one of the two
                    1 3:1 2:1           % t:1:7: index 2 comes after 3; sort the pairs of every row by index
                    1 0:1               % t:1:3: index 0: LIBSVM counts features from 1; add 1 to every index of the file
                    1 -4:1              % t:1:3: the index of '-4:1' is negative; count features from 1
                    1 a:1               % t:1:3: the index of 'a:1' is not a whole number; write rows as
                    1 1.5:1             % t:1:3: the index of '1.5:1' is not a whole number; write rows as
                    1 :1                % t:1:3: the index of ':1' is not a whole number
                    1 3                 % t:1:3: '3' is not an index:value pair
                    1 1:1 x             % t:1:7: 'x' is not an index:value pair
                    1 2:                % t:1:5: the pair '2:' has no value; write the value directly after the colon
                    1 2: 1              % t:1:5: the pair '2:' has no value
                    1 2:abc             % t:1:5: the value of '2:abc' is not a number
                    1 2:1,5             % t:1:5: the value of '2:1,5' is not a number; write the decimal mark as a point
                    1 2:nan             % t:1:5: the value of '2:nan' is not finite; remove the pair
                    1 2:inf             % t:1:5: the value of '2:inf' is not finite
                    1 2:1e999           % t:1:5: the value of '2:1e999' is not finite
                    1 2:0x10            % t:1:5: the value of '2:0x10' is not a number
                    1 1:2:3             % t:1:5: '1:2:3' is a field:index:value triple of the FFM format, not LIBSVM
                    1 qid:3 1:1         % t:1:3: 'qid:3' groups rows for ranking, which is not supported
                    1 |f 1:1            % t:1:3: '|f' is Vowpal Wabbit's format, not LIBSVM
                    1 100000001:1       % t:1:3: index '100000001' is above 100000000, more features than a model is given
                    1 99999999999999999999:1 % t:1:3: index '99999999999999999999' is above 100000000
                    spam 1:1            % t:1:1: the label 'spam' is not a number
                    1,2 1:1             % t:1:1: there are several labels, '1,2'; give one label a row
                    nan 1:1             % t:1:1: the label is 'nan'; remove the row or give it a finite label
                    1e999 1:1           % t:1:1: the label is '1e999'
                    1:1 2:1             % t:1:1: the line starts with the pair '1:1' instead of a label
                    1 1:1;# x;;2 1:1 1:1% t:4:7: index 1 stands twice
                    # nothing           % t: the file has no rows
                    1;2;3               % t: no row has a feature; write rows as 'label index:value ...', with indices from 1
                    """)
    void refuses(String lines, String message) {
        assertThat(refusal(lines.strip().replace(';', '\n'))).startsWith(message.strip());
    }

    @Test
    void refusesEmptyAndForeignFiles() {
        assertThat(refusal("")).isEqualTo("t: the file is empty; give a file with data");
        assertThat(refusal("PAR1")).startsWith("t: this is a Parquet file");
        assertThat(refusal("\n \n")).startsWith("t: the file has no rows");
    }
}
