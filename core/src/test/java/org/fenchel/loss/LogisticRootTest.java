package org.fenchel.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticRootTest {
    private static final double EPS = Math.ulp(1.0);
    private static final MathContext DIGITS = new MathContext(50);

    /** Against 50 decimal digits, over the steps and margins that training meets. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 0.1, 1, 14, 140, 1e4, 1e8, 1e12})
    void agreesWithFiftyDigits(double a) {
        Random random = new Random(1);
        for (int k = 0; k < 60; k++) {
            double q = (k % 3 == 0 ? 30 : 5) * random.nextGaussian() - (k % 5 == 0 ? random.nextDouble() * a : 0);
            BigDecimal t = oracle(q, a);
            double slope = 1 / (1 + a * sigma(-t.doubleValue()) * sigma(t.doubleValue()));
            // What half an ulp of q, and of q + a, which a reflection computes, does to the root; and a few ulps of the
            // root.
            double shift = EPS * (Math.abs(q) + a * sigma(-t.doubleValue())) * slope;
            double tolerance = shift + 2 * Math.ulp(t.doubleValue());
            assertThat(LogisticRoot.root(q, a))
                    .as("root at %s, %s", q, a)
                    .isBetween(t.doubleValue() - tolerance, t.doubleValue() + tolerance);

            double s = BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(t)), DIGITS).doubleValue();
            double relative = 3 * EPS + sigma(t.doubleValue()) * tolerance;
            assertThat(LogisticRoot.dual(q, a))
                    .as("dual at %s, %s", q, a)
                    .isBetween(s * (1 - relative), s * (1 + relative));
        }
    }

    /** On a dense grid, across all seams of the method: the table's nodes, the reflection, the end of the table. */
    @Test
    void residualIsRoundingEverywhere() {
        for (double log = -28; log <= 28; log += 0.37) {
            double a = Math.exp(log);
            for (double q = -1.2 * a - 45; q <= 45; q += (1.2 * a + 90) / 3000) {
                double t = LogisticRoot.root(q, a);
                double s = LogisticRoot.dual(q, a);
                assertThat(s).isBetween(0.0, 1.0);
                double terms = Math.abs(t) + Math.abs(q) + a * s;
                assertThat(t - q - a * sigma(-t))
                        .as("root at %s, %s", q, a)
                        .isBetween(-4 * EPS * (terms + a * s * Math.abs(t)), 4 * EPS * (terms + a * s * Math.abs(t)));
                assertThat(t - q - a * s).as("dual at %s, %s", q, a).isBetween(-4 * EPS * terms, 4 * EPS * terms);
            }
        }
    }

    @Test
    void rowsOfNormZeroAreAllowed() {
        assertThat(LogisticRoot.root(0.7, 0)).isEqualTo(0.7);
        assertThat(LogisticRoot.root(-300, 0)).isEqualTo(-300);
        assertThat(LogisticRoot.dual(0.7, 0)).isBetween(sigma(-0.7) * (1 - 2 * EPS), sigma(-0.7) * (1 + 2 * EPS));
        assertThat(LogisticRoot.dual(30, 0)).isBetween(sigma(-30) * (1 - 40 * EPS), sigma(-30) * (1 + 40 * EPS));
    }

    private static double sigma(double t) {
        return t > 0 ? 1 / (1 + Math.exp(-t)) : Math.exp(t) / (1 + Math.exp(t));
    }

    /** Bisection to 1e-17, then Newton's method in 50 digits. */
    private static BigDecimal oracle(double q, double a) {
        double low = q;
        double high = q + a;
        for (int k = 0; k < 200; k++) {
            double t = 0.5 * (low + high);
            if (t - q < a * sigma(-t)) {
                low = t;
            } else {
                high = t;
            }
        }
        BigDecimal t = new BigDecimal(low);
        for (int k = 0; k < 8; k++) {
            BigDecimal s = BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(t)), DIGITS);
            BigDecimal f = t.subtract(new BigDecimal(q)).subtract(s.multiply(new BigDecimal(a)), DIGITS);
            BigDecimal slope =
                    BigDecimal.ONE.add(new BigDecimal(a).multiply(s).multiply(BigDecimal.ONE.subtract(s)), DIGITS);
            t = t.subtract(f.divide(slope, DIGITS), DIGITS);
        }
        return t;
    }

    /** exp(t) = exp(t / 2^k)^(2^k), by its series. */
    private static BigDecimal exp(BigDecimal t) {
        int halvings = 12;
        BigDecimal small = t.divide(BigDecimal.valueOf(1L << halvings), new MathContext(70));
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 60; k++) {
            term = term.multiply(small).divide(BigDecimal.valueOf(k), new MathContext(70));
            sum = sum.add(term);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.multiply(sum, new MathContext(70));
        }
        return sum;
    }
}
