package org.fenchel.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTableTest {
    private final ResultTable table =
            ResultTable.of("name", "value").add("a", 1.25).add("b", 3);

    @Test
    void cellsAreFoundByRowAndColumn() {
        assertThat(table.number(0, "value")).isEqualTo(1.25);
        assertThat(table.number(1, "value")).isEqualTo(3);
        assertThat(table.column("value")).isOne();
    }

    @Test
    void mistakesOfTheProgramAreRefused() {
        assertThatThrownBy(() -> table.add("a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.add("a", 1L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.column("c")).hasMessageContaining("no column c");
        assertThatThrownBy(() -> ResultTable.of("a", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3, 3",
        "-12, -12",
        "0.0123456, 0.01235",
        "1234.567, 1235",
        "0.000123456, 1.235e-4",
        "2.5e-13, 2.5e-13",
        "1.5e12, 1.5e12",
        "NaN, -",
        "Infinity, infinite"
    })
    void numbersHaveFourDigits(double value, String shown) {
        assertThat(Digits.of(value)).isEqualTo(shown);
    }
}
