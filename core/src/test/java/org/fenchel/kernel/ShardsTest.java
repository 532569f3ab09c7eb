package org.fenchel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardsTest {
    @Test
    void smallWorkStaysInOnePiece() {
        assertThat(Shards.count(0)).isEqualTo(1);
        assertThat(Shards.count(1e5)).isEqualTo(1);
        assertThat(Shards.count(1e15)).isEqualTo(16);
    }

    @Test
    void everyEntryIsInOneShard() {
        int n = 1003;
        AtomicIntegerArray visits = new AtomicIntegerArray(n);
        Shards.run(16, s -> {
            for (int i = Shards.start(s, 16, n); i < Shards.start(s + 1, 16, n); i++) {
                visits.incrementAndGet(i);
            }
        });
        assertThat(IntStream.range(0, n).map(visits::get)).containsOnly(1);
    }

    @Test
    void startsDoNotOverflow() {
        assertThat(Shards.start(16, 16, Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void sumsAreAddedInOrderWhateverTheThreads() {
        double expected = 0;
        for (int s = 0; s < 16; s++) {
            expected += 1 / (s + 0.1);
        }
        for (int repeat = 0; repeat < 100; repeat++) {
            assertThat(Shards.sum(16, s -> 1 / (s + 0.1))).isEqualTo(expected);
        }
    }
}
