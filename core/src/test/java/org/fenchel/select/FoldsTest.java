package org.fenchel.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.fenchel.data.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldsTest {
    @ParameterizedTest
    @CsvSource({"10,2", "10,3", "101,5", "7,7", "1000,10"})
    void everyRowIsTestedOnceAndFoldsAreEqual(int n, int count) {
        Folds folds = Folds.of(n, count, 1);
        int[] tested = new int[n];
        for (int f = 0; f < count; f++) {
            for (int i : folds.test(f)) {
                tested[i]++;
            }
            assertThat(folds.test(f)).isSorted().hasSizeBetween(n / count, n / count + 1);
            assertThat(folds.train(f)).isSorted().hasSize(n - folds.test(f).length);
            assertThat(folds.train(f)).doesNotContain(boxed(folds.test(f)));
        }
        assertThat(tested).containsOnly(1);
    }

    @Test
    void everyFoldHasItsShareOfEachStratum() {
        int[] strata =
                IntStream.range(0, 103).map(i -> i < 11 ? 1 : i < 30 ? 2 : 0).toArray();
        Folds folds = Folds.stratified(strata, 4, 3);
        for (int f = 0; f < 4; f++) {
            int[] test = folds.test(f);
            assertThat(test).hasSizeBetween(25, 26);
            assertThat(Arrays.stream(test).filter(i -> strata[i] == 1).count()).isBetween(2L, 3L);
            assertThat(Arrays.stream(test).filter(i -> strata[i] == 2).count()).isBetween(4L, 5L);
        }
    }

    @Test
    void seedsDecide() {
        assertThat(Folds.of(50, 5, 1).test(0))
                .isEqualTo(Folds.of(50, 5, 1).test(0))
                .isNotEqualTo(Folds.of(50, 5, 2).test(0));
    }

    @ParameterizedTest
    @CsvSource({"10,1", "10,0", "10,-3", "3,4", "0,2"})
    void impossibleNumbersAreRefused(int n, int count) {
        assertThatThrownBy(() -> Folds.of(n, count, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("fold");
    }

    private static Integer[] boxed(int[] rows) {
        return Arrays.stream(rows).boxed().toArray(Integer[]::new);
    }
}
