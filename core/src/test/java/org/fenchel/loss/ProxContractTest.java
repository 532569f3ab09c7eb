package org.fenchel.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fenchel.loss.LossSamples.margins;
import static org.fenchel.loss.LossSamples.targets;

import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every loss promises about its proximal operator, for steps of 1e-12 to 1e12 and margins up to 1e10. */
class ProxContractTest {
    private static final double EPS = Math.ulp(1.0);

    /**
     * step l'(v) + v - z grows at least as fast as v and changes sign at the result: checked a few ulps to either side. Sums are
     * allowed the rounding of their terms.
     */
    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void resultIsStationary(Loss loss) {
        forAll(loss, (z, step, y) -> {
            double p = loss.prox(z, step, y);
            assertThat(p).isGreaterThan(loss.domainLow(y));
            double below = p - 4 * Math.ulp(p);
            double above = p + 4 * Math.ulp(p);
            double slopeBelow = step * loss.derivative(below, y);
            double slopeAbove = step * loss.derivative(above, y);
            double rounding = 4 * EPS * (Math.abs(z) + Math.abs(p) + step * terms(loss, p, y));
            assertThat(slopeBelow + below - z)
                    .as("below, at %s, %s, %s", z, step, y)
                    .isLessThanOrEqualTo(rounding);
            assertThat(slopeAbove + above - z)
                    .as("above, at %s, %s, %s", z, step, y)
                    .isGreaterThanOrEqualTo(-rounding);
        });
    }

    /** The same by values only: no point near or far is better. */
    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void resultIsTheMinimum(Loss loss) {
        forAll(loss, (z, step, y) -> {
            double p = loss.prox(z, step, y);
            double least = objective(loss, p, z, step, y);
            for (double away : new double[] {1e-6, 1e-3, 0.3, 1, 10}) {
                double h = away * (1 + Math.abs(p));
                double rounding =
                        16 * EPS * (step * (terms(loss, p, y) + Math.abs(loss.value(p, y))) + (z - p) * (z - p));
                assertThat(objective(loss, p + h, z, step, y)).isGreaterThanOrEqualTo(least - rounding);
                assertThat(objective(loss, p - h, z, step, y)).isGreaterThanOrEqualTo(least - rounding);
            }
        });
    }

    /** z = p + step u, u in the dual interval and a subgradient at p. */
    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void proxDerivativeIsTheDualOfTheStep(Loss loss) {
        forAll(loss, (z, step, y) -> {
            double p = loss.prox(z, step, y);
            double u = loss.proxDerivative(z, step, y);
            assertThat(u).isBetween(loss.dualLow(y), loss.dualHigh(y));
            double sum = Math.abs(z) + Math.abs(p) + step * terms(loss, p, y);
            assertThat(p + step * u).as("at %s, %s, %s", z, step, y).isBetween(z - 8 * EPS * sum, z + 8 * EPS * sum);
            // p itself is known to an ulp, and to what rounding of z does to it.
            double d = 4 * Math.ulp(p) + 4 * Math.ulp(z) * loss.proxSlope(z, step, y);
            double low = p - d > loss.domainLow(y) ? loss.derivative(p - d, y) : loss.dualLow(y);
            double rounding = 8 * EPS * terms(loss, p, y);
            assertThat(u)
                    .as("at %s, %s, %s", z, step, y)
                    .isBetween(low - rounding, loss.derivative(p + d, y) + rounding);
        });
    }

    /** Moreau: prox of l* at u with step s is u - s prox of l at u/s with step 1/s, and it minimises what it should. */
    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void conjugateProxIsTheMinimumOverTheDualInterval(Loss loss) {
        forAll(loss, (u, step, y) -> {
            double v = loss.conjugateProx(u, step, y);
            assertThat(v).isBetween(loss.dualLow(y), loss.dualHigh(y));
            double moreau = u - step * loss.prox(u / step, 1 / step, y);
            double rounding = 8 * EPS * (Math.abs(u) + Math.abs(v) + Math.abs(y) + 1 + step * Math.abs(y));
            assertThat(v).as("at %s, %s, %s", u, step, y).isBetween(moreau - rounding, moreau + rounding);
            double least = step * loss.conjugate(v, y) + 0.5 * (v - u) * (v - u);
            assertThat(least).isFinite();
            double height = step * (1 + Math.abs(loss.conjugate(v, y)) + y * y) + (v - u) * (v - u);
            for (double h : new double[] {1e-4, 1e-2, 0.5, 3}) {
                for (double w : new double[] {v - h, v + h}) {
                    double other = step * loss.conjugate(w, y) + 0.5 * (w - u) * (w - u);
                    assertThat(other).as("at %s, %s, %s", u, step, y).isGreaterThanOrEqualTo(least - 64 * EPS * height);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void proxSlopeMatchesDifferences(Loss loss) {
        int[] compared = new int[1];
        for (double y : targets(loss)) {
            for (double z : margins(loss, y, 7)) {
                for (double step : new double[] {1e-3, 0.1, 1, 14, 1e3}) {
                    double h = 1e-5;
                    double slope = loss.proxSlope(z, step, y);
                    double difference = (loss.prox(z + h, step, y) - loss.prox(z - h, step, y)) / (2 * h);
                    double left = loss.proxSlope(z - h, step, y);
                    double right = loss.proxSlope(z + h, step, y);
                    double size = Math.abs(z) + step * (1 + Math.abs(y));
                    // Between the slopes at the ends up to curvature, h^2, and rounding; at a jump they are far apart.
                    double slack = 1e-7 + 4 * EPS * size / h;
                    assertThat(difference)
                            .as("at %s, %s, %s", z, step, y)
                            .isBetween(Math.min(left, right) - slack, Math.max(left, right) + slack);
                    assertThat(slope).isBetween(Math.min(left, right) - slack, Math.max(left, right) + slack);
                    compared[0]++;
                }
            }
        }
        assertThat(compared[0]).isGreaterThan(200);
    }

    private interface Check {
        void at(double z, double step, double y);
    }

    private static void forAll(Loss loss, Check check) {
        for (double y : targets(loss)) {
            double[] margins = DoubleStream.concat(
                            DoubleStream.of(margins(loss, y, 8)), DoubleStream.of(LossSamples.EXTREME_MARGINS))
                    .toArray();
            for (double z : margins) {
                for (double step : LossSamples.STEPS) {
                    check.at(z, step, y);
                }
            }
        }
    }

    private static double objective(Loss loss, double v, double z, double step, double y) {
        return step * loss.value(v, y) + 0.5 * (v - z) * (v - z);
    }

    /** Size of the terms that a derivative is a difference of: rounding errors are relative to it. */
    private static double terms(Loss loss, double p, double y) {
        return 1 + Math.abs(y) + Math.abs(loss.derivative(p, y));
    }
}
