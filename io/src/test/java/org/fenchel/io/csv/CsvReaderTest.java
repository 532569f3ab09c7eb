package org.fenchel.io.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fenchel.io.csv.CsvText.KEEP;
import static org.fenchel.io.csv.CsvText.names;
import static org.fenchel.io.csv.CsvText.numbers;
import static org.fenchel.io.csv.CsvText.read;
import static org.fenchel.io.csv.CsvText.words;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    @Test
    void namesColumnsFromTheHeader() {
        Table table = read("age,city\n31,Paris\n42,Rome\n27,Paris\n");
        assertThat(names(table)).containsExactly("age", "city");
        assertThat(numbers(table, "age")).containsExactly(31, 42, 27);
        assertThat(words(table, "city")).containsExactly("Paris", "Rome", "Paris");
        assertThat(((Column.Categorical) table.column("city")).levels()).containsExactly("Paris", "Rome");
        assertThat(table.column("city").position()).isEqualTo(1);
        assertThat(table.line(2)).isEqualTo(4);
    }

    @Test
    void numbersColumnsWithoutHeader() {
        assertThat(names(read("1,2\n3,4\n"))).containsExactly("c1", "c2");
        assertThat(names(read("M,0.4\nF,0.5\nM,0.6\n"))).containsExactly("c1", "c2");
        assertThat(names(read("1,2\n"))).containsExactly("c1", "c2");
        assertThat(names(read(",a\n1,2\n2,3"))).containsExactly("c1", "a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    true  | id,x;1,2;3,4
                    false | 1,2;3,4
                    true  | name,town;Bob,Paris;Ann,Paris
                    false | Bob,Paris;Ann,Rome;Bob,Oslo
                    true  | x;1;2
                    false | 5;1;2
                    false | 1,2,3x;4,5,6;7,8,9
                    false | apple;pear;plum
                    true  | fruit;pear;pear
                    """)
    void findsTheHeader(boolean header, String lines) {
        Table table = read(lines.strip().replace(';', '\n'));
        assertThat(table.n()).isEqualTo(lines.split(";").length - (header ? 1 : 0));
    }

    @Test
    void takesTheUsersWordForTheHeader() {
        assertThat(read("1,2\n3,4\n", new CsvFormat().withHeader(true)).n()).isEqualTo(1);
        assertThat(names(read("id,2019,2020\n7,8,9\n8,7,6", new CsvFormat().withHeader(true))))
                .containsExactly("id", "2019", "2020");
        assertThat(read("x\n1\n", new CsvFormat().withHeader(false)).n()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "a|b\n1|2\n", "a b\n1 2\n", "  a   b\n 1 \t 2 \n"})
    void findsTheDelimiter(String text) {
        Table table = read(text);
        assertThat(names(table)).containsExactly("a", "b");
        assertThat(numbers(table, "b")).containsExactly(2);
    }

    @Test
    void takesAnyGivenDelimiter() {
        assertThat(numbers(read("a:b\n1:2\n", new CsvFormat().withDelimiter(':')), "b"))
                .containsExactly(2);
        assertThat(words(read("a\nx,y\nx,y\n", new CsvFormat().withDelimiter(';')), "a"))
                .containsExactly("x,y", "x,y");
    }

    @Test
    void readsBlankSeparatedWordsAsOneColumnIfThereIsAnotherDelimiter() {
        assertThat(words(read("name,x\nBig Bob,1\nOld Ann,2\n"), "name")).containsExactly("Big Bob", "Old Ann");
    }

    @Test
    void findsTheDecimalComma() {
        Table table = read("x;y\n4,5;a\n3;b\n-0,25;a\n1,5e2;b");
        assertThat(numbers(table, "x")).containsExactly(4.5, 3, -0.25, 150);
    }

    @Test
    void findsTheDecimalCommaAfterTheHead() {
        String text = "x;y\n" + "1;2\n".repeat(500) + "4,5;3\n";
        assertThat(numbers(read(text), "x")[500]).isEqualTo(4.5);
    }

    @Test
    void keepsWordsWithCommasWhereThePointIsTheMark() {
        assertThat(words(read("x;y\n1,5;0.5\n2,5;0.25\n"), "x")).containsExactly("1,5", "2,5");
        assertThat(numbers(read("x;y\n1,5;2\n", new CsvFormat().withDecimal(',')), "x"))
                .containsExactly(1.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void takesAnyLineEnd(String end) {
        Table table = read(String.join(end, "x,y", "1,a", "", "2,\"b" + end + "c\"", "3,a"));
        assertThat(numbers(table, "x")).containsExactly(1, 2, 3);
        assertThat(words(table, "y")).containsExactly("a", "b" + end + "c", "a");
        assertThat(new long[] {table.line(0), table.line(1), table.line(2)}).containsExactly(2, 4, 6);
        assertThat(read(String.join(end, "x,y", "1,2", "3,4", "", "  ", "")).n())
                .isEqualTo(2);
    }

    @Test
    void readsQuotedCells() {
        Table table =
                read("\"a\",\"b, c\"\n\"1.5\", \"say \"\"hi\"\", Bob\" \n\" 2 \",\"\"\"\"\n3,5\" pipe\n4,5\" pipe\n");
        assertThat(names(table)).containsExactly("a", "b, c");
        assertThat(numbers(table, "a")).containsExactly(1.5, 2, 3, 4);
        assertThat(words(table, "b, c")).containsExactly("say \"hi\", Bob", "\"", "5\" pipe", "5\" pipe");
    }

    @Test
    void looksForTheHeaderAfterBlankLines() {
        Table table = read("\n".repeat(50) + "x,y\n1,2\n");
        assertThat(names(table)).containsExactly("x", "y");
        assertThat(table.line(0)).isEqualTo(52);
    }

    @Test
    void readsAFirstCellLongerThanTheHead() {
        String name = "long, " + "n".repeat(300_000);
        assertThat(names(read("\"" + name + "\",x\n1,2\n"))).containsExactly(name, "x");
    }

    @Test
    void trimsBlanksAroundCells() {
        Table table = read("a , b\n 1 ,\tx y \n2, x y\n");
        assertThat(names(table)).containsExactly("a", "b");
        assertThat(words(table, "b")).containsExactly("x y", "x y");
        assertThat(numbers(table, "a")).containsExactly(1, 2);
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(names(read("\uFEFFa,b\n1,2\n"))).containsExactly("a", "b");
        assertThat(names(read("\uFEFF\"a\",b\n1,2\n"))).containsExactly("a", "b");
        assertThat(numbers(read("\uFEFF1,2\n3,4\n"), "c1")).containsExactly(1, 3);
    }

    @Test
    void keepsMissingCellsIfAsked() {
        Table table = read("x,y\n1,a\n,NA\nNaN,\n?,null\n\"\",b\n", KEEP);
        assertThat(numbers(table, "x")).containsExactly(1, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertThat(words(table, "y")).containsExactly("a", null, null, null, "b");
    }

    @Test
    void takesOtherWordsForMissing() {
        CsvFormat format = KEEP.withMissingWords(Set.of("none"));
        assertThat(words(read("x,y\n1,NA\n2,none\n3,NA\n", format), "y")).containsExactly("NA", null, "NA");
        assertThatThrownBy(() -> KEEP.withMissingWords(Set.of("-999")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("-999");
    }

    @Test
    void readsAWhollyMissingColumnAsNumbers() {
        assertThat(numbers(read("x,y\n1,\n2,\n", KEEP), "y")).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void obeysDeclaredTypes() {
        Table table = read("zip,x\n01234,1\n00501,2\n", new CsvFormat().withCategoricalColumns(Set.of("zip")));
        assertThat(words(table, "zip")).containsExactly("01234", "00501");
        assertThatThrownBy(() ->
                        new CsvFormat().withCategoricalColumns(Set.of("a")).withNumericColumns(Set.of("a")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void findsOutLateThatAColumnHoldsWords() {
        String text = "x,y\n" + "1,2\n2,2\n".repeat(300) + "b,2\n";
        Table table = read(text);
        assertThat(((Column.Categorical) table.column("x")).levels()).containsExactly("1", "2", "b");
        assertThat(table.column("y")).isInstanceOf(Column.Numeric.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,-0.0",
        "+3,3",
        "1.,1",
        ".5,0.5",
        "-.5,-0.5",
        "1e3,1000",
        "1E+03,1000",
        "1e-400,0",
        "007,7",
        "9007199254740993,9007199254740992",
        "0.1,0.1",
        "123456789012345678901234567890,123456789012345678901234567890",
        "1.7976931348623157e308,1.7976931348623157e308",
        "4.9e-324,4.9e-324",
        "2.2250738585072012e-308,2.2250738585072012e-308",
        "0.418254763873,0.418254763873",
        "9.86899159742946E-02,0.0986899159742946"
    })
    void roundsNumbersRight(String text, double expected) {
        assertThat(numbers(read("x,y\n" + text + ",1\n"), "x")).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1d", "2f", "0x10", "1_000", "1 000", "--1", "+-1", "1e", "e1", "1e+", ".", "-", "1.2.3", "\u0661"
            })
    void takesNothingElseForANumber(String text) {
        assertThat(words(read("x,y\n" + text + ",1\n" + text + ",2\n"), "x")).containsExactly(text, text);
    }

    @Test
    void readsUtf8() {
        Table table = read("ville,x\nNîmes,1\n東京,2\n".getBytes(StandardCharsets.UTF_8), new CsvFormat());
        assertThat(words(table, "ville")).containsExactly("Nîmes", "東京");
    }

    @Test
    void takesACategoryOfFewNumbersAndALetterForWords() {
        String text = "holiday,x\n" + "0,1\n1,1\n2,1\n".repeat(100) + "a,1\n";
        assertThat(read(text).column("holiday")).isInstanceOf(Column.Categorical.class);
    }

    @Test
    void suggestsTheClosestColumn() {
        Table table = read("height,weight\n1,2\n");
        assertThatThrownBy(() -> table.column("hieght"))
                .hasMessage(
                        "t.csv: no column is named 'hieght'; did you mean 'height'? the columns are height, weight");
    }
}
