package org.fenchel.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fenchel.loss.LossSamples.margins;
import static org.fenchel.loss.LossSamples.targets;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every loss promises about its values, derivatives and conjugate. Runs on whatever the catalogue finds: a new loss is
 * tested without a line here.
 *
 * <p>Tolerances are written as a number of roundings (units of 2^-52) of the largest term of each sum.
 */
class LossContractTest {
    private static final double EPS = Math.ulp(1.0);

    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void valueIsConvex(Loss loss) {
        for (double y : targets(loss)) {
            double[] z = margins(loss, y, 1);
            for (int i = 1; i < z.length; i++) {
                double a = loss.value(z[i - 1], y);
                double b = loss.value(z[i], y);
                double middle = loss.value(0.5 * (z[i - 1] + z[i]), y);
                assertThat(middle).as("y %s", y).isLessThanOrEqualTo(0.5 * (a + b) + 16 * EPS * terms(loss, z[i], y));
            }
        }
    }

    /** For a convex function the mean slope over [z - h, z + h] lies between the derivatives at the ends, kinks or not. */
    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void derivativesBracketDifferences(Loss loss) {
        double h = 1e-5;
        for (double y : targets(loss)) {
            for (double z : margins(loss, y, 2)) {
                if (z - h <= loss.domainLow(y)) {
                    continue;
                }
                double slope = (loss.value(z + h, y) - loss.value(z - h, y)) / (2 * h);
                double rounding = 8 * EPS * terms(loss, z, y) / h;
                assertThat(slope)
                        .as("z %s, y %s", z, y)
                        .isBetween(loss.derivative(z - h, y) - rounding, loss.derivative(z + h, y) + rounding);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void secondDerivativeMatchesDifferences(Loss loss) {
        double h = 1e-5;
        int compared = 0;
        for (double y : targets(loss)) {
            for (double z : margins(loss, y, 3)) {
                if (z - 1e3 * h <= loss.domainLow(y)) {
                    continue;
                }
                double left = loss.secondDerivative(z - h, y);
                double right = loss.secondDerivative(z + h, y);
                double difference = (loss.derivative(z + h, y) - loss.derivative(z - h, y)) / (2 * h);
                boolean kinkOrJump =
                        difference > 100 * (1 + left + right) || Math.abs(right - left) > 0.1 * (left + right);
                if (kinkOrJump) {
                    continue;
                }
                // The mean over the interval is off by l'''' h^2 / 6, and z is at least 1000 h from any pole.
                double size = 1 + Math.abs(loss.derivative(z, y)) + Math.abs(y) + Math.abs(z);
                assertThat(loss.secondDerivative(z, y))
                        .as("z %s, y %s", z, y)
                        .isBetween(
                                difference * (1 - 1e-5) - 8 * EPS * size / h,
                                difference * (1 + 1e-5) + 8 * EPS * size / h);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void smoothnessBoundsTheSecondDerivative(Loss loss) {
        assertThat(loss.smoothness()).isPositive();
        if (!loss.differentiable()) {
            assertThat(loss.smoothness()).isInfinite();
        }
        for (double y : targets(loss)) {
            for (double z : margins(loss, y, 4)) {
                assertThat(loss.secondDerivative(z, y)).isBetween(0.0, loss.smoothness());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void fenchelYoungHoldsWithEqualityAtTheDerivative(Loss loss) {
        Random random = new Random(5);
        for (double y : targets(loss)) {
            double[] margins = margins(loss, y, 5);
            for (double z : margins) {
                double u = loss.derivative(z, y);
                double value = loss.value(z, y);
                double conjugate = loss.conjugate(u, y);
                double rounding = 16 * EPS * (terms(loss, z, y) + Math.abs(u * z) + Math.abs(conjugate));
                assertThat(value + conjugate - u * z).as("z %s, y %s", z, y).isBetween(-rounding, rounding);

                double other = loss.derivative(margins[random.nextInt(margins.length)], y);
                double theirs = loss.conjugate(other, y);
                assertThat(value + theirs - other * z)
                        .as("z %s, u %s, y %s", z, other, y)
                        .isGreaterThanOrEqualTo(
                                -16 * EPS * (terms(loss, z, y) + Math.abs(other * z) + Math.abs(theirs)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void conjugateIsTheSupremum(Loss loss) {
        for (double y : targets(loss)) {
            double low = Math.max(loss.dualLow(y), -10 - y);
            double high = Math.min(loss.dualHigh(y), 10);
            for (int k = 1; k < 20; k++) {
                double u = low + (high - low) * k / 20;
                double supremum = supremum(loss, u, y);
                // Golden section finds the height of a maximum to rounding, though its place only to the root of that.
                double rounding = 1e-13 * (1 + Math.abs(supremum) + Math.abs(y * u) + terms(loss, Math.max(y, 1), y));
                assertThat(loss.conjugate(u, y))
                        .as("u %s, y %s", u, y)
                        .isBetween(supremum - rounding, supremum + rounding);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void conjugateIsInfiniteOutsideTheDualIntervalAndContinuousUpToIt(Loss loss) {
        for (double y : targets(loss)) {
            double low = loss.dualLow(y);
            double high = loss.dualHigh(y);
            assertThat(low).isLessThanOrEqualTo(high);
            for (double away : new double[] {1e-9, 1e-3, 1, 1e6}) {
                if (Double.isFinite(low)) {
                    double below = low - away * (1 + Math.abs(low));
                    assertThat(loss.conjugate(below, y)).isEqualTo(Double.POSITIVE_INFINITY);
                }
                if (Double.isFinite(high)) {
                    double above = high + away * (1 + Math.abs(high));
                    assertThat(loss.conjugate(above, y)).isEqualTo(Double.POSITIVE_INFINITY);
                }
            }
            double width = Math.min(high - low, 1);
            if (Double.isFinite(low) && width > 0) {
                continuous(loss, low, low + 1e-12 * width, y);
            }
            if (Double.isFinite(high) && width > 0) {
                continuous(loss, high, high - 1e-12 * width, y);
            }
        }
    }

    private static void continuous(Loss loss, double end, double inside, double y) {
        double atEnd = loss.conjugate(end, y);
        double near = loss.conjugate(inside, y);
        assertThat(near).isFinite();
        if (Double.isFinite(atEnd)) {
            // The steepest of them behave like a log(a), at a = 1e-12; the rest like |y| a.
            assertThat(near - atEnd).isBetween(-1e-10 * (1 + Math.abs(y)), 1e-10 * (1 + Math.abs(y)));
        } else {
            assertThat(atEnd).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(near).isGreaterThan(loss.conjugate(end + 10 * (inside - end), y));
        }
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void derivativeLiesInTheDualInterval(Loss loss) {
        for (double y : targets(loss)) {
            for (double z : LossSamples.EXTREME_MARGINS) {
                if (z > loss.domainLow(y)) {
                    assertThat(loss.derivative(z, y)).isBetween(loss.dualLow(y), loss.dualHigh(y));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void nothingIsEverNaN(Loss loss) {
        for (double y : targets(loss)) {
            for (double z : LossSamples.EXTREME_MARGINS) {
                assertThat(loss.value(z, y))
                        .as("value at %s, %s", z, y)
                        .isNotNaN()
                        .isGreaterThan(-1e14);
                assertThat(loss.response(z)).isNotNaN();
                if (z > loss.domainLow(y)) {
                    assertThat(loss.derivative(z, y)).isNotNaN();
                    assertThat(loss.secondDerivative(z, y)).isNotNaN().isNotNegative();
                }
                assertThat(loss.conjugate(z, y)).isNotNaN();
                for (double step : LossSamples.STEPS) {
                    assertThat(loss.prox(z, step, y))
                            .as("prox at %s, %s, %s", z, step, y)
                            .isFinite();
                    assertThat(loss.proxDerivative(z, step, y))
                            .as("at %s, %s, %s", z, step, y)
                            .isFinite();
                    assertThat(loss.conjugateProx(z, step, y))
                            .as("at %s, %s, %s", z, step, y)
                            .isFinite();
                    assertThat(loss.proxSlope(z, step, y))
                            .as("at %s, %s, %s", z, step, y)
                            .isBetween(0.0, 1.0);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void batchAgreesWithSingleDerivatives(Loss loss) {
        for (double target : targets(loss)) {
            double[] z = margins(loss, target, 6);
            double[] y = new double[z.length];
            Arrays.fill(y, target);
            double[] first = new double[z.length];
            double[] second = new double[z.length];
            int count = z.length - 1;
            loss.derivatives(count, z, y, first, second);
            for (int i = 0; i < count; i++) {
                // Products and quotients in another order: a few roundings, relative.
                // A derivative such as e^z - y may cancel: its rounding is that of its parts.
                assertThat(first[i])
                        .isCloseTo(loss.derivative(z[i], target), relative(Math.abs(first[i]) + Math.abs(target)));
                assertThat(second[i]).isCloseTo(loss.secondDerivative(z[i], target), relative(second[i]));
            }
            assertThat(first[count]).as("beyond the count").isZero();
            assertThat(second[count]).as("beyond the count").isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.loss.LossSamples#losses")
    void targetsAreFiniteAndSaidInWords(Loss loss) {
        assertThat(targets(loss)).isNotEmpty();
        assertThat(loss.targets()).isNotBlank().doesNotEndWith(".");
        assertThat(loss.accepts(Double.NaN)).isFalse();
        assertThat(loss.accepts(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(loss.accepts(Double.NEGATIVE_INFINITY)).isFalse();
    }

    private static Offset<Double> relative(double size) {
        return Offset.offset(4 * Math.ulp(size));
    }

    /** Size of the largest term in the loss at z: what rounding errors are relative to. */
    private static double terms(Loss loss, double z, double y) {
        return 1 + Math.abs(loss.value(z, y)) + Math.abs(z) + (1 + Math.abs(y)) * (1 + Math.abs(y) + Math.abs(z));
    }

    /** max_z u z - l(z, y), by golden section where the derivative says the maximum lies. */
    private static double supremum(Loss loss, double u, double y) {
        double low = Math.max(loss.domainLow(y), -2e3);
        double high = 2e4;
        double golden = 0.5 * (Math.sqrt(5) - 1);
        for (int k = 0; k < 300; k++) {
            double a = high - golden * (high - low);
            double b = low + golden * (high - low);
            if (u * a - loss.value(a, y) < u * b - loss.value(b, y)) {
                low = a;
            } else {
                high = b;
            }
        }
        double z = 0.5 * (low + high);
        return u * z - loss.value(z, y);
    }
}
