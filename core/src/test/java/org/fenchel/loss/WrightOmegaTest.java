package org.fenchel.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrightOmegaTest {
    private static final double EPS = Math.ulp(1.0);

    @Test
    void solvesItsEquation() {
        for (double x = -700; x < 1e15; x += 0.01 + 0.003 * Math.abs(x)) {
            double w = WrightOmega.at(x);
            // An error e of w, relative, is w e + e in the equation; the logarithm adds an ulp of its own size.
            assertThat(w + Math.log(w))
                    .as("x %s", x)
                    .isBetween(x - 3 * EPS * (1 + Math.abs(x)), x + 3 * EPS * (1 + Math.abs(x)));
        }
    }

    @Test
    void knownValues() {
        assertThat(WrightOmega.at(0))
                .isBetween(0.5671432904097838 - EPS, 0.5671432904097838 + EPS); // the omega constant
        assertThat(WrightOmega.at(1)).isBetween(1 - EPS, 1 + EPS);
        assertThat(WrightOmega.at(-800)).isZero();
        assertThat(WrightOmega.at(Double.NEGATIVE_INFINITY)).isZero();
    }

    @Test
    void nearIsWithinItsPromise() {
        for (double x = -4; x < 1000; x += 0.0137) {
            double w = WrightOmega.at(x);
            assertThat(WrightOmega.near(x))
                    .as("x %s", x)
                    .isBetween(w * 0.94, w * 1.065)
                    .isBetween(w - 0.0725, w + 0.0725);
        }
    }

    @Test
    void logNearIsWithinItsPromise() {
        for (double x = 1e-300; x < 1e300; x *= 1.037) {
            assertThat(WrightOmega.logNear(x)).as("x %s", x).isBetween(Math.log(x) - 0.02, Math.log(x) + 0.02);
        }
        assertThat(WrightOmega.logNear(0)).isLessThan(-700);
    }
}
