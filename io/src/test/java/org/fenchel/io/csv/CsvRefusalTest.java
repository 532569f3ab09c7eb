package org.fenchel.io.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fenchel.io.csv.CsvText.KEEP;
import static org.fenchel.io.csv.CsvText.refusal;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake gets one line that says where it is and what to do. */
class CsvRefusalTest {
    @Test
    void ofMissingCells() {
        assertThat(refusal("x,y\n1,2\n3,\n"))
                .isEqualTo("t.csv:3:2: column 'y' has no value; fill it in, or use --missing mean or --missing drop");
        assertThat(refusal("x,y\n1,2\n?,4\n"))
                .isEqualTo(
                        "t.csv:3:1: column 'x' has no value but '?'; fill it in, or use --missing mean or --missing drop");
        assertThat(refusal("x,y\na,2\nb,4\n,3\n")).startsWith("t.csv:4:1: column 'x' has no value;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "-Inf", "+INFINITY", "1e999", "-1e309"})
    void ofInfinities(String text) {
        assertThat(refusal("x,y\n1,2\n3," + text + "\n", KEEP))
                .isEqualTo("t.csv:3:2: '" + text
                        + "' in column 'y' is infinite or too large for a number; correct the cell or remove the row");
    }

    @Test
    void ofRaggedLines() {
        assertThat(refusal("x,y\n1,2\n3\n5,6\n"))
                .isEqualTo("t.csv:3: the line has 1 cell where 2 are expected; "
                        + "add the missing ones, or check the delimiter");
        assertThat(refusal("x,y\n1,2\n5,6\n3,4,5\n"))
                .isEqualTo("t.csv:4: the line has 3 cells where 2 are expected; "
                        + "put cells that contain the delimiter in quotes, or check the delimiter");
        assertThat(refusal("3,names\n1,2,3\n4,5,6\n7,8,9\n"))
                .startsWith("t.csv:1: the line has 2 cells where the lines after it have 3; if it is a header");
        assertThat(refusal("1 2 3\n1 2 3\n1 2\n")).startsWith("t.csv:3: the line has 2 cells where 3 are expected");
    }

    @Test
    void ofDuplicateNames() {
        assertThat(refusal("x,y,x\n1,2,3\n"))
                .isEqualTo("t.csv:1:3: columns 1 and 3 are both named 'x'; "
                        + "rename one of them, or say that the file has no header");
        assertThat(refusal("c2,\n1,2\n", KEEP)).contains("both named 'c2'");
    }

    @Test
    void ofEmptyFiles() {
        assertThat(refusal("")).isEqualTo("t.csv: the file is empty; give a file with data");
        assertThat(refusal("\n\n  \n")).contains("nothing but blank lines");
        assertThat(refusal("\uFEFF")).contains("nothing but blank lines");
        assertThat(refusal("x,y\n"))
                .isEqualTo(
                        "t.csv: the file has a header but no rows; give a file with data, or say that it has no header");
        assertThat(refusal("x,y")).contains("a header but no rows");
    }

    @Test
    void ofBrokenQuotes() {
        assertThat(refusal("x,y\n1,\"a\n2,b\n"))
                .isEqualTo(
                        "t.csv:2:2: the quote opened here is never closed; close it, or write the cell without the quote");
        assertThat(refusal("x,y\n1,\"a\"b\n"))
                .isEqualTo("t.csv:2:2: there is text after the closing quote of a cell; "
                        + "write quotes inside a quoted cell twice");
        assertThat(refusal("x,y\n1,a\n1,2,\"a\"b\n")).startsWith("t.csv:3:3: there is text after the closing quote");
        assertThat(refusal("\"x,y\n1,a\n")).startsWith("t.csv:1:1: the quote opened here is never closed");
        assertThat(refusal("\"x\"z,y\n1,a\n")).startsWith("t.csv:1:1: there is text after");
    }

    @Test
    void ofOtherEncodings() {
        byte[] latin = "ville,x\nParis,1\nN\u00eemes,2\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(latin, KEEP))
                .startsWith("t.csv:3:1: the cell 'N\uFFFDmes' is not UTF-8 text; convert the file: iconv");
        byte[] header = "\u00e9t\u00e9,x\n1,1\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(header, KEEP)).startsWith("t.csv:1:1: the cell ").contains("not UTF-8");
        byte[] wide = "x,y\n1,2\n".getBytes(StandardCharsets.UTF_16);
        assertThat(refusal(wide, KEEP)).isEqualTo("t.csv: this is UTF-16 text; convert it: iconv -f UTF-16 -t UTF-8");
        byte[] unmarked = "x,y\n1,2\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(refusal(unmarked, KEEP)).startsWith("t.csv: byte 2 is zero, so this is not UTF-8 text;");
        String late = "x,y\n" + "a,1\n".repeat(2000) + "a\0,1\n";
        assertThat(refusal(late, KEEP)).startsWith("t.csv:2002:1: the cell contains a zero byte;");
    }

    @Test
    void ofOtherFormats() {
        assertThat(refusal("PK\3\4..."))
                .isEqualTo(
                        "t.csv: this is a zip archive (or a spreadsheet); unpack it and name one of its files, or export it as CSV");
        assertThat(refusal("PAR1...")).isEqualTo("t.csv: this is a Parquet file; export it as CSV");
    }

    @Test
    void ofAWordInADeclaredNumber() {
        assertThat(refusal("x,y\n1,2\nabc,4\n", new CsvFormat().withNumericColumns(Set.of("x"))))
                .isEqualTo("t.csv:3:1: 'abc' in column 'x' is not a number, as the column is declared to hold; "
                        + "correct the cell, or do not declare the column numeric");
        assertThat(refusal("x,y\n1,2\n", new CsvFormat().withNumericColumns(Set.of("z"))))
                .isEqualTo("t.csv: no column is named 'z'; did you mean 'x'? the columns are x, y");
    }

    @Test
    void ofASlipInAColumnOfNumbers() {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 500; i++) {
            text.append(i == 300 ? "3 152oo" : String.valueOf(i)).append(",1\n");
        }
        assertThat(refusal(text.toString()))
                .isEqualTo("t.csv:302:1: '3 152oo' is not a number, while 499 of the 500 cells of column 'x' are; "
                        + "correct the cell, declare the column categorical, or say whether the file has a header");
    }

    @Test
    void ofTheFirstMistakeOnly() {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 200; i++) {
            text.append(i == 150 ? "1\n" : i == 120 ? "1,\n" : i == 180 ? "1,\"\n" : "1,2\n");
        }
        assertThat(refusal(text.toString())).startsWith("t.csv:122:2: column 'y' has no value");
    }

    @Test
    void showsNoControlCharacters() {
        assertThat(refusal(
                        "x,y\n1,2\n\u001b[31m" + "z".repeat(100) + ",3\n",
                        new CsvFormat().withNumericColumns(Set.of("x"))))
                .startsWith("t.csv:3:1: '\uFFFD[31m" + "z".repeat(35) + "...' in column");
    }
}
