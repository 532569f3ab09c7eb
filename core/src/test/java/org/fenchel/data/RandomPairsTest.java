package org.fenchel.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomPairsTest {
    @Test
    void drawnPairsAreNewAndOffTheDiagonal() {
        long[] known = {1, 2, 12, 13};
        long[] drawn = RandomPairs.draw(10, 10, false, known, 40, 3);
        assertThat(drawn).hasSize(40).doesNotHaveDuplicates().doesNotContain(known);
        assertThat(Arrays.stream(drawn).allMatch(key -> key >= 0 && key < 100 && key / 10 != key % 10))
                .isTrue();
        assertThat(RandomPairs.draw(10, 10, false, known, 40, 3)).isEqualTo(drawn);
        assertThat(RandomPairs.draw(10, 10, false, known, 40, 4)).isNotEqualTo(drawn);
    }

    /** Of 3 x 4 cells three are on the diagonal, one of those is known, and two others are. */
    @Test
    void allThatAreLeftWhereThereAreFewer() {
        assertThat(RandomPairs.draw(3, 4, false, new long[] {0, 1, 2}, 100, 1)).hasSize(7);
        assertThat(RandomPairs.draw(3, 4, true, new long[] {0, 1, 2}, 100, 1)).hasSize(9);
    }
}
