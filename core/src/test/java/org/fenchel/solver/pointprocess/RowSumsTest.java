package org.fenchel.solver.pointprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Slope and curvature of a likelihood at random points, of the domain's inside and near its border, against differences. */
class RowSumsTest {
    private static final int D = 7;
    private static final int N = 331;

    private final Random random = new Random(8);
    private final double[] values = random.doubles(N * D, 0, 2).toArray();

    private double[] point() {
        double[] theta = random.doubles(D, -0.1, 1).toArray();
        theta[0] += 0.5;
        return theta;
    }

    private RowSums at(double[] theta, boolean curvature) {
        RowSums sums = new RowSums(D);
        sums.clear();
        sums.add(values, 0, N, 1, theta, new double[N], 0, curvature);
        return sums;
    }

    @Test
    void slopesAreThoseOfDifferences() {
        for (int trial = 0; trial < 50; trial++) {
            double[] theta = point();
            RowSums plain = at(theta, false);
            RowSums curved = at(theta, true);
            if (!plain.inside()) {
                continue;
            }
            assertThat(curved.logs()).isCloseTo(plain.logs(), within(1e-10));
            double[] gram = new double[D * D];
            curved.addGramTo(gram);
            for (int c = 0; c < D; c++) {
                double kept = theta[c];
                theta[c] = kept + 1e-6;
                RowSums above = at(theta, false);
                theta[c] = kept - 1e-6;
                RowSums below = at(theta, false);
                theta[c] = kept;
                double slope = plain.slope()[c];
                assertThat(curved.slope()[c]).isCloseTo(slope, within(1e-9 * (1 + Math.abs(slope))));
                assertThat((above.logs() - below.logs()) / 2e-6).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
                for (int e = 0; e <= c; e++) {
                    double bend = (below.slope()[e] - above.slope()[e]) / 2e-6;
                    assertThat(bend).isCloseTo(gram[c * D + e], within(1e-5 * (1 + gram[c * D + e])));
                }
            }
        }
    }

    /** Blocks of rows, as passes that keep no features give them, and every third row, as samples do. */
    @Test
    void partsAddUp() {
        double[] theta = point();
        RowSums blocks = new RowSums(D);
        blocks.clear();
        double[] margins = new double[N];
        for (int from = 0; from < N; from += 64) {
            int rows = Math.min(64, N - from);
            double[] block = new double[64 * D];
            System.arraycopy(values, from * D, block, 0, rows * D);
            blocks.add(block, 0, rows, 1, theta, margins, from, true);
        }
        RowSums whole = at(theta, true);
        assertThat(blocks.logs()).isCloseTo(whole.logs(), within(1e-10));
        for (int c = 0; c < D; c++) {
            assertThat(blocks.slope()[c]).isCloseTo(whole.slope()[c], within(1e-9));
        }
        assertThat(margins[N - 1]).isNotZero();
        RowSums sampled = new RowSums(D);
        sampled.clear();
        double[] third = new double[(N + 2) / 3];
        sampled.add(values, 0, N, 3, theta, third, 0, false);
        assertThat(third[5]).isEqualTo(margins[15]);
    }
}
