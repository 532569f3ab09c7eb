package org.fenchel.io.coefficients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.model.Models;
import org.fenchel.io.model.TrainedLinear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were changed by hand, and wrongly, are refused with the place of the mistake. */
class BadCoefficientsTest {
    private static final String JSON = CoefficientsJson.of(Models.table());
    private static final String CSV = CoefficientsCsv.of(Models.table());

    private static void refused(Function<String, TrainedLinear> reader, String text, String place, String words) {
        assertThatThrownBy(() -> reader.apply(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageMatching(place + ": .*")
                .hasMessageContaining(words);
    }

    /** The line and column of the first place where two texts differ, as in a message without a file. */
    private static String line(String before, String text) {
        int k = 0;
        while (before.charAt(k) == text.charAt(k)) {
            k++;
        }
        return "line " + (text.substring(0, k).lines().count() + (text.charAt(k - 1) == '\n' ? 1 : 0))
                + "(, column \\d+)?";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"logistic\"             | \"logistics\"        | did you mean",
                "\"version\": 1           | \"version\": 2       | update Fenchel",
                "\"version\": 1           | \"version\": \"one\" | not a whole number",
                "\"stop\": \"CERTIFIED\"  | \"stop\": \"bored\"  | no run ends",
                "\"fitted\": 0.1          | \"fitted\": \"NaN\"  | give a finite number",
                "\"fitted\": 0.1          | \"fitted\": true     | not a number",
                "\"feature\": \"c=u\"     | \"feature\": \"c=x\" | where that of 'c=u' belongs",
                "\"created\": \"1970-01-01T00:00:00Z\" | \"created\": \"today\" | no point in time",
                "\"position\": 1          | \"position\": 9      | a table of 3 columns",
                "\"position\": 1          | \"position\": 0      | another column is there already",
                "\"column\": \"c\"        | \"column\": \"y\"    | another role",
                "\"levels\": [\"u\"       | \"levels\": [\"v\"   | a level is there twice",
                "\"missing\": \"mean\"    | \"missing\": \"ask\" | no policy for missing values",
                "\"kind\": \"two classes\"| \"kind\": \"colours\"| no target is of kind",
                "\"scale\": \"standard\"  | \"scale\": \"loud\"  | no scaling is named",
                "\"fill\": 3.0            | \"fil\": 3.0         | nothing says with what"
            })
    void wrongFieldsOfJson(String before, String after, String words) {
        String text = JSON.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after));
        assertThat(text).isNotEqualTo(JSON);
        refused(CoefficientsJson::parse, text, "line \\d+, column \\d+", words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"format\": 3}", "{\"format\": \"else\", \"version\": 1}", "{\"a\": [1, 2}"})
    void otherJson(String text) {
        refused(CoefficientsJson::parse, text, "line 1, column \\d+", "");
    }

    @Test
    void aWeightChangedInOneUnitOnlyIsRefused() {
        String text = JSON.replaceFirst("\"original\": (-?)([0-9.]+)(\\s+}\\s+])", "\"original\": $17$2$3");
        assertThat(text).isNotEqualTo(JSON);
        refused(CoefficientsJson::parse, text, line(JSON, text), "does not follow from the fitted one");
        String without = JSON.replaceAll(",\\s+\"original\": [-0-9.]+", "");
        assertThat(CoefficientsJson.of(CoefficientsJson.parse(without))).isEqualTo(JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "setting,loss,logistic     | setting,loss,logistics     | did you mean",
                "setting,loss,logistic     | setting,loss,squared       | is for numbers",
                "setting,version,1         | setting,version,2          | update Fenchel",
                "setting,version,1         | setting,version,1.5        | not a whole number",
                "setting,rows,4            | setting,rows,many          | not a finite number",
                "setting,encoding,table    | setting,encoding,sound     | it is table or rows",
                "setting,encoding,table    | setting,encoding,rows      | rows have no categories",
                "setting,missing,mean      | setting,missing,ask        | no policy for missing values",
                "number,a,,                | numbers,a,,                | no part is named 'numbers'",
                "number,a,,                | number,c,,                 | column 'c' was there before",
                "number,a,,                | number,a,,x                | not a finite number",
                "category,c,u              | category,c,v               | twice, or empty",
                "category,c,u              | category,c,                | twice, or empty",
                "part,name,value,weight    | part,name,value,height     | no column 'weight'",
                "setting,seed,-7           | setting,rows,-7            | there twice"
            })
    void wrongFieldsOfCsv(String before, String after, String words) {
        String text = CSV.replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(after));
        assertThat(text).isNotEqualTo(CSV);
        refused(CoefficientsCsv::parse, text, "line \\d+(, column \\d+)?", words);
    }

    @Test
    void whatIsNotThereHasNoPlace() {
        assertThatThrownBy(() -> CoefficientsCsv.parse(CSV.replaceFirst("intercept.*\n", "")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no line of the intercept");
        assertThatThrownBy(() -> CoefficientsCsv.parse(CSV.replaceFirst("setting,stop.*\n", "")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no setting 'stop'");
    }

    /** Whatever is cut or changed, the outcome is a model or a refusal. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void nothingElseIsThrown(int kind) {
        String text = kind == 0
                ? JSON
                : kind == 1
                        ? CSV
                        : kind == 2
                                ? CoefficientsJson.of(Models.rows(Scale.MINMAX))
                                : CoefficientsCsv.of(Models.counts());
        Function<String, TrainedLinear> reader = kind % 2 == 0 ? CoefficientsJson::parse : CoefficientsCsv::parse;
        for (int length = 0; length < text.length(); length++) {
            survives(reader, text.substring(0, length));
        }
        Random random = new Random(kind);
        String alphabet = "{}[]\",:;\n\t -+.eE0123456789naulx\u0000é";
        for (int k = 0; k < 5000; k++) {
            StringBuilder changed = new StringBuilder(text);
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> changed.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                case 1 -> changed.deleteCharAt(at);
                default -> {
                    int end = Math.min(text.length(), at + random.nextInt(40));
                    changed.delete(at, end);
                }
            }
            survives(reader, changed.toString());
        }
        String[] lines = text.split("\n");
        for (int skip = 0; skip < lines.length; skip++) {
            StringBuilder rest = new StringBuilder();
            for (int k = 0; k < lines.length; k++) {
                if (k != skip) {
                    rest.append(lines[k]).append('\n');
                }
            }
            survives(reader, rest.toString());
        }
    }

    private static void survives(Function<String, TrainedLinear> reader, String text) {
        Throwable thrown = catchThrowable(() -> reader.apply(text));
        if (thrown != null) {
            assertThat(thrown).as(text).isInstanceOf(InvalidInput.class);
            assertThat(thrown.getMessage()).isNotBlank();
        }
    }
}
