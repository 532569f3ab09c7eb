package org.fenchel.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Entry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every loss of several margins promises, for 2 to 40 margins, far apart and near, and steps of 1e-12 to 1e12. */
class VectorLossContractTest {
    private static final double EPS = Math.ulp(1.0);
    private static final double[] STEPS = {1e-12, 1e-6, 1e-3, 0.1, 1, 14, 1e3, 1e6, 1e12};

    static Stream<VectorLoss> losses() {
        return Catalogue.of(VectorLoss.class).entries().stream().map(Entry::defaults);
    }

    private interface Check {
        /** The margins stand at {@code at}, with others around them that are none of the row's business. */
        void row(int k, double[] z, int at, double y);
    }

    private static void forAll(double largest, Check check) {
        Random random = new Random(5);
        for (int k : new int[] {2, 3, 7, 10, 40}) {
            for (double scale : new double[] {0, 1e-9, 0.1, 1, 5, 50, 1e3, 1e10}) {
                if (scale > largest) {
                    continue;
                }
                for (int repeat = 0; repeat < 8; repeat++) {
                    double[] z =
                            random.doubles(k + 3).map(x -> scale * (2 * x - 1)).toArray();
                    if (repeat == 7) {
                        Arrays.fill(z, 1, k + 1, scale);
                        z[1 + random.nextInt(k)] = -scale;
                    }
                    z[0] = Double.NaN;
                    z[k + 1] = Double.NaN;
                    check.row(k, z, 1, random.nextInt(k));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradientMatchesDifferencesAndComesWithTheValue(VectorLoss loss) {
        forAll(50, (k, z, at, y) -> {
            double[] g = new double[k + 2];
            double value = loss.gradient(k, z, at, y, g, 2);
            assertThat(value).isCloseTo(loss.value(k, z, at, y), within(4 * k * EPS * (1 + Math.abs(value))));
            for (int j = 0; j < k; j++) {
                double h = 1e-5;
                double[] moved = z.clone();
                moved[at + j] += h;
                double up = loss.value(k, moved, at, y);
                moved[at + j] -= 2 * h;
                double down = loss.value(k, moved, at, y);
                assertThat((up - down) / (2 * h)).isCloseTo(g[2 + j], within(1e-9 + 1e-10 * value));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("losses")
    void hessianMatchesDifferencesOfTheGradient(VectorLoss loss) {
        forAll(5, (k, z, at, y) -> {
            double[] v = new Random(k).doubles(k, -1, 1).toArray();
            double[] u = gradient(loss, k, z, at, y);
            double[] product = new double[k];
            loss.product(k, u, 0, y, v, 0, product, 0);
            double h = 1e-5;
            double[] up = gradient(loss, k, moved(z, at, v, h), at, y);
            double[] down = gradient(loss, k, moved(z, at, v, -h), at, y);
            double square = 0;
            for (int j = 0; j < k; j++) {
                assertThat((up[j] - down[j]) / (2 * h)).isCloseTo(product[j], within(1e-9));
                square += v[j] * v[j];
            }
            assertThat(dot(v, product)).isBetween(-1e-15, loss.smoothness() * square);
            double[] diagonal = new double[k];
            loss.diagonal(k, u, 0, y, diagonal, 0);
            for (int j = 0; j < k; j++) {
                double[] unit = new double[k];
                unit[j] = 1;
                loss.product(k, u, 0, y, unit, 0, product, 0);
                assertThat(diagonal[j]).isCloseTo(product[j], within(4 * EPS));
            }
        });
    }

    /** Rows share work, but not results. */
    @ParameterizedTest
    @MethodSource("losses")
    void rowsTogetherAreRowsOneByOne(VectorLoss loss) {
        for (int k : new int[] {2, 10, 17}) {
            int n = 9;
            double[] z = new Random(3).doubles(n * k, -20, 20).toArray();
            double[] y = new Random(4).ints(n, 0, k).asDoubleStream().toArray();
            double[] out = new double[n * k];
            double[] values = new double[n];
            loss.gradients(2, 8, k, z, y, out, values);
            for (int i = 0; i < n; i++) {
                double[] alone = gradient(loss, k, z, i * k, y[i]);
                for (int j = 0; j < k; j++) {
                    assertThat(out[i * k + j])
                            .isCloseTo(i >= 2 && i < 8 ? alone[j] : 0, within(8 * EPS * Math.abs(alone[j])));
                }
                double value = loss.value(k, z, i * k, y[i]);
                assertThat(values[i]).isCloseTo(i >= 2 && i < 8 ? value : 0, within(8 * EPS * (1 + value)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void fenchelYoungHoldsWithEqualityAtTheGradient(VectorLoss loss) {
        forAll(1e3, (k, z, at, y) -> {
            double[] u = gradient(loss, k, z, at, y);
            double value = loss.value(k, z, at, y);
            double product = dot(u, Arrays.copyOfRange(z, at, at + k));
            double size = 1 + value + Math.abs(product) + max(z, at, k);
            assertThat(value + loss.conjugate(k, u, 0, y) - product)
                    .isBetween(-16 * k * EPS * size, 16 * k * EPS * size);
            double[] other = gradient(
                    loss, k, moved(z, at, new Random(1).doubles(k, -3, 3).toArray(), 1), at, y);
            double otherProduct = dot(other, Arrays.copyOfRange(z, at, at + k));
            assertThat(value + loss.conjugate(k, other, 0, y) - otherProduct)
                    .isGreaterThanOrEqualTo(-16 * k * EPS * size);
        });
    }

    @ParameterizedTest
    @MethodSource("losses")
    void conjugateIsInfiniteOutsideItsDomainAndZeroIsInside(VectorLoss loss) {
        double[] u = new double[4];
        assertThat(loss.conjugate(4, u, 0, 2)).isFinite();
        u[1] = -1e-3;
        u[2] = 1e-3;
        assertThat(loss.conjugate(4, u, 0, 2)).isInfinite();
        assertThat(loss.conjugate(4, new double[] {0.5, 0.7, -1.2, 0}, 0, 2)).isInfinite();
        assertThat(loss.conjugate(4, new double[] {0, 0.1, Double.NaN, 0}, 0, 2))
                .isInfinite();
    }

    /** The dual of a step is the gradient where the step leads, which with z = p + step u is optimality. */
    @ParameterizedTest
    @MethodSource("losses")
    void proximalStepIsStationary(VectorLoss loss) {
        forAll(1e10, (k, z, at, y) -> {
            for (double step : STEPS) {
                double[] p = new double[k];
                double[] u = new double[k];
                loss.prox(k, z, at, step, y, p, 0);
                loss.proxGradient(k, z, at, step, y, u, 0);
                assertThat(loss.conjugate(k, u, 0, y)).as("at %s, %s", step, z).isFinite();
                double[] g = gradient(loss, k, p, 0, y);
                double size = max(z, at, k) + max(p, 0, k);
                for (int j = 0; j < k; j++) {
                    double gap = p[j] + step * u[j] - z[at + j];
                    assertThat(gap).isCloseTo(0, within(8 * EPS * (size + step * Math.abs(u[j]))));
                    // margins are known to their rounding, which is what gradients cannot be better than
                    double rounding = 8 * EPS * (k + size + step * max(u, 0, k)) * (Math.abs(g[j]) + EPS);
                    assertThat(u[j])
                            .as("class %s of %s, step %s, margins %s", j, y, step, Arrays.toString(z))
                            .isCloseTo(g[j], within(Math.min(1, rounding) + Double.MIN_NORMAL));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("losses")
    void noPointIsBetterThanTheProximalStep(VectorLoss loss) {
        Random random = new Random(9);
        forAll(50, (k, z, at, y) -> {
            for (double step : new double[] {1e-3, 0.1, 1, 14, 1e3}) {
                double[] p = new double[k];
                loss.prox(k, z, at, step, y, p, 0);
                double least = objective(loss, k, p, z, at, step, y);
                for (double away : new double[] {1e-4, 1e-2, 1, 10}) {
                    double[] q = p.clone();
                    for (int j = 0; j < k; j++) {
                        q[j] += away * random.nextGaussian();
                    }
                    assertThat(objective(loss, k, q, z, at, step, y))
                            .isGreaterThanOrEqualTo(least - 32 * k * EPS * (1 + step * (1 + least / step)));
                }
            }
        });
    }

    /** Moreau: the step of the conjugate is what remains, and minimises step l*(v) + |v - u|^2 / 2 over the domain. */
    @ParameterizedTest
    @MethodSource("losses")
    void conjugateStepIsTheMinimumOverTheDomain(VectorLoss loss) {
        Random random = new Random(10);
        forAll(5, (k, u, at, y) -> {
            for (double step : new double[] {1e-3, 0.1, 1, 14}) {
                double[] scaled = Arrays.stream(u).map(x -> x / step).toArray();
                double[] v = new double[k];
                loss.proxGradient(k, scaled, at, 1 / step, y, v, 0);
                double least = dualObjective(loss, k, v, u, at, step, y);
                assertThat(least).isFinite();
                for (int trial = 0; trial < 10; trial++) {
                    double[] margins = random.doubles(k, -4, 4).toArray();
                    double[] other = gradient(loss, k, margins, 0, y);
                    double part = Math.pow(10, -random.nextInt(5));
                    for (int j = 0; j < k; j++) {
                        other[j] = (1 - part) * v[j] + part * other[j];
                    }
                    assertThat(dualObjective(loss, k, other, u, at, step, y))
                            .isGreaterThanOrEqualTo(least - 64 * k * EPS * (1 + least));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("losses")
    void probabilitiesAddUpToOneAndFollowTheMargins(VectorLoss loss) {
        forAll(1e10, (k, z, at, y) -> {
            double[] p = new double[k];
            loss.probabilities(k, z, at, p, 0);
            assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(k * EPS));
            for (int i = 0; i < k; i++) {
                assertThat(p[i]).isBetween(0.0, 1.0);
                for (int j = 0; j < k; j++) {
                    assertThat(z[at + i] <= z[at + j] || p[i] >= p[j]).isTrue();
                }
            }
        });
    }

    private static double objective(VectorLoss loss, int k, double[] v, double[] z, int at, double step, double y) {
        double square = 0;
        for (int j = 0; j < k; j++) {
            square += (v[j] - z[at + j]) * (v[j] - z[at + j]);
        }
        return step * loss.value(k, v, 0, y) + square / 2;
    }

    private static double dualObjective(VectorLoss loss, int k, double[] v, double[] u, int at, double step, double y) {
        double square = 0;
        for (int j = 0; j < k; j++) {
            square += (v[j] - u[at + j]) * (v[j] - u[at + j]);
        }
        return step * loss.conjugate(k, v, 0, y) + square / 2;
    }

    private static double[] gradient(VectorLoss loss, int k, double[] z, int at, double y) {
        double[] out = new double[k];
        loss.gradient(k, z, at, y, out, 0);
        return out;
    }

    private static double[] moved(double[] z, int at, double[] v, double h) {
        double[] out = z.clone();
        for (int j = 0; j < v.length; j++) {
            out[at + j] += h * v[j];
        }
        return out;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    private static double max(double[] z, int at, int k) {
        double largest = 0;
        for (int j = at; j < at + k; j++) {
            largest = Math.max(largest, Math.abs(z[j]));
        }
        return largest;
    }
}
