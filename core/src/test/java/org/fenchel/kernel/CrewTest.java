package org.fenchel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Threads that wait for one another. */
class CrewTest {
    @Test
    void whatAMemberWroteAllCanReadAfterWaiting() {
        int members = 3;
        long[] values = {1, 2, 3};
        long[] next = new long[members];
        Crew.run(members, (m, crew) -> {
            for (int round = 0; round < 1000; round++) {
                next[m] = (values[0] + 2 * values[1] + 3 * values[2] + m) % 1_000_003;
                crew.await();
                values[m] = next[m];
                crew.await();
            }
        });
        long[] alone = {1, 2, 3};
        for (int round = 0; round < 1000; round++) {
            long sum = alone[0] + 2 * alone[1] + 3 * alone[2];
            for (int m = 0; m < members; m++) {
                alone[m] = (sum + m) % 1_000_003;
            }
        }
        assertThat(values).containsExactly(alone);
    }

    @Test
    void oneThatFailsHoldsNobodyUp() {
        for (int failing = 0; failing < 2; failing++) {
            int bad = failing;
            assertThatThrownBy(() -> Crew.run(2, (m, crew) -> {
                        crew.await();
                        if (m == bad) {
                            throw new ArithmeticException("bad");
                        }
                        crew.await();
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseInstanceOf(ArithmeticException.class);
        }
    }
}
