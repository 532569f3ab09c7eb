package org.fenchel.io.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    private static double parse(String text, char mark) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return DecimalText.parse(bytes, 1, bytes.length - 1, (byte) mark);
    }

    @Test
    void agreesWithTheJdkOnRandomDecimals() {
        Random random = new Random(11);
        for (int k = 0; k < 200_000; k++) {
            StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
            int whole = random.nextInt(12);
            int fraction = random.nextInt(12);
            digits(text, random, whole);
            if (fraction > 0 || whole == 0) {
                digits(text.append('.'), random, Math.max(1, fraction));
            }
            if (random.nextInt(3) == 0) {
                text.append(random.nextBoolean() ? "e" : "E").append(random.nextInt(80) - 40);
            }
            String decimal = text.toString();
            assertThat(parse(decimal, '.')).as(decimal).isEqualTo(Double.parseDouble(decimal));
            assertThat(parse(decimal.replace('.', ','), ',')).as(decimal).isEqualTo(Double.parseDouble(decimal));
        }
    }

    @Test
    void agreesWithTheJdkOnRandomDoubles() {
        Random random = new Random(12);
        for (int k = 0; k < 100_000; k++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(parse(Double.toString(value), '.')).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-", "+", ".", "e", "1e", "1e-", "1.1.1", "1f", "1d", "0x1p3", "nan", "NaN", " 1", "1 ", "1,5",
                "in", "infinit", "\u0661"
            })
    void takesNothingElse(String text) {
        assertThat(parse(text, '.')).isNaN();
    }

    @Test
    void tellsInfinities() {
        assertThat(parse("inf", '.')).isInfinite();
        assertThat(parse("-Infinity", '.')).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(parse("1e99999999999999999999", '.')).isInfinite();
        assertThat(parse("1e-99999999999999999999", '.')).isZero();
        assertThat(parse("0e999999", '.')).isZero();
    }

    @Test
    void takesNoEndlessNumbers() {
        assertThat(parse("1".repeat(1000), '.')).isInfinite();
        assertThat(parse("0." + "3".repeat(998), '.')).isEqualTo(1 / 3.0);
        assertThat(parse("1".repeat(1001), '.')).isNaN();
    }

    private static void digits(StringBuilder text, Random random, int count) {
        for (int k = 0; k < count; k++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
    }
}
