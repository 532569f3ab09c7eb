package org.fenchel.solver.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fenchel.data.InvalidInput;
import org.fenchel.solver.bounded.Minimum.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Published problems with bounds. HS: W. Hock and K. Schittkowski, "Test Examples for Nonlinear Programming Codes" (1981), with the
 * optima printed there. Driver: the example of C. Zhu, R. Byrd, P. Lu and J. Nocedal's program, algorithm 778, ACM Trans. Math.
 * Software 23 (1997).
 */
class BoundedMinimiserTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double ROOT = Math.sqrt(598.0 / 1200);

    /** A problem with its published start and optimum. */
    private record Published(
            String name, SmoothFunction f, double[] start, double[] low, double[] high, double optimum, double[] at) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static double[] array(double... entries) {
        return entries;
    }

    private static double[] all(int n, double value) {
        double[] entries = new double[n];
        Arrays.fill(entries, value);
        return entries;
    }

    private static double rosenbrock(double[] x, double[] g) {
        double valley = x[1] - x[0] * x[0];
        g[0] = -400 * x[0] * valley - 2 * (1 - x[0]);
        g[1] = 200 * valley;
        return 100 * valley * valley + (1 - x[0]) * (1 - x[0]);
    }

    private static double hs3(double[] x, double[] g) {
        double apart = x[1] - x[0];
        g[0] = -2e-5 * apart;
        g[1] = 1 + 2e-5 * apart;
        return x[1] + 1e-5 * apart * apart;
    }

    private static double hs4(double[] x, double[] g) {
        g[0] = (x[0] + 1) * (x[0] + 1);
        g[1] = 1;
        return Math.pow(x[0] + 1, 3) / 3 + x[1];
    }

    private static double hs5(double[] x, double[] g) {
        double wave = Math.cos(x[0] + x[1]);
        double apart = x[0] - x[1];
        g[0] = wave + 2 * apart - 1.5;
        g[1] = wave - 2 * apart + 2.5;
        return Math.sin(x[0] + x[1]) + apart * apart - 1.5 * x[0] + 2.5 * x[1] + 1;
    }

    private static double hs38(double[] x, double[] g) {
        double a = x[1] - x[0] * x[0];
        double b = x[3] - x[2] * x[2];
        double p = x[1] - 1;
        double q = x[3] - 1;
        g[0] = -400 * x[0] * a - 2 * (1 - x[0]);
        g[1] = 200 * a + 20.2 * p + 19.8 * q;
        g[2] = -360 * x[2] * b - 2 * (1 - x[2]);
        g[3] = 180 * b + 20.2 * q + 19.8 * p;
        return 100 * a * a
                + (1 - x[0]) * (1 - x[0])
                + 90 * b * b
                + (1 - x[2]) * (1 - x[2])
                + 10.1 * (p * p + q * q)
                + 19.8 * p * q;
    }

    private static double hs45(double[] x, double[] g) {
        double product = 1;
        for (double v : x) {
            product *= v;
        }
        for (int j = 0; j < 5; j++) {
            double others = 1;
            for (int k = 0; k < 5; k++) {
                others *= k == j ? 1 : x[k];
            }
            g[j] = -others / 120;
        }
        return 2 - product / 120;
    }

    private static double hs110(double[] x, double[] g) {
        double product = 1;
        double sum = 0;
        for (int j = 0; j < 10; j++) {
            double left = Math.log(x[j] - 2);
            double right = Math.log(10 - x[j]);
            sum += left * left + right * right;
            product *= x[j];
            g[j] = 2 * left / (x[j] - 2) - 2 * right / (10 - x[j]);
        }
        double power = Math.pow(product, 0.2);
        for (int j = 0; j < 10; j++) {
            g[j] -= 0.2 * power / x[j];
        }
        return sum - power;
    }

    private static double driver(double[] x, double[] g) {
        int n = x.length;
        Arrays.fill(g, 0);
        double sum = 0.25 * (x[0] - 1) * (x[0] - 1);
        g[0] = 2 * (x[0] - 1);
        for (int i = 1; i < n; i++) {
            double step = x[i] - x[i - 1] * x[i - 1];
            sum += step * step;
            g[i] += 8 * step;
            g[i - 1] -= 16 * x[i - 1] * step;
        }
        return 4 * sum;
    }

    private static double[] alternating(double odd, double even) {
        double[] entries = new double[25];
        Arrays.setAll(entries, i -> i % 2 == 0 ? odd : even);
        return entries;
    }

    static Stream<Published> published() {
        double third = -Math.PI / 3;
        return Stream.of(
                new Published(
                        "HS1",
                        BoundedMinimiserTest::rosenbrock,
                        array(-2, 1),
                        array(-INF, -1.5),
                        all(2, INF),
                        0,
                        array(1, 1)),
                new Published(
                        "HS2",
                        BoundedMinimiserTest::rosenbrock,
                        array(-2, 1),
                        array(-INF, 1.5),
                        all(2, INF),
                        0.0504261879,
                        array(hs2(0), 1.5)),
                new Published(
                        "HS3", BoundedMinimiserTest::hs3, array(10, 1), array(-INF, 0), all(2, INF), 0, array(0, 0)),
                new Published(
                        "HS4",
                        BoundedMinimiserTest::hs4,
                        array(1.125, 0.125),
                        array(1, 0),
                        all(2, INF),
                        8.0 / 3,
                        array(1, 0)),
                new Published(
                        "HS5",
                        BoundedMinimiserTest::hs5,
                        array(0, 0),
                        array(-1.5, -3),
                        array(4, 3),
                        -Math.sqrt(3) / 2 + third,
                        array(third + 0.5, third - 0.5)),
                new Published(
                        "HS38",
                        BoundedMinimiserTest::hs38,
                        array(-3, -1, -3, -1),
                        all(4, -10),
                        all(4, 10),
                        0,
                        all(4, 1)),
                new Published(
                        "HS45",
                        BoundedMinimiserTest::hs45,
                        all(5, 2),
                        all(5, 0),
                        array(1, 2, 3, 4, 5),
                        1,
                        array(1, 2, 3, 4, 5)),
                new Published(
                        "HS110",
                        BoundedMinimiserTest::hs110,
                        all(10, 9),
                        all(10, 2.001),
                        all(10, 9.999),
                        -45.77846971,
                        all(10, 9.350265833)),
                new Published(
                        "driver, n = 25",
                        BoundedMinimiserTest::driver,
                        all(25, 3),
                        alternating(1, -100),
                        all(25, 100),
                        0,
                        array())); // ones, but the last entry moves the value by 2^-24 of its square only
    }

    @ParameterizedTest
    @MethodSource("published")
    void findsThePublishedOptimum(Published problem) {
        Minimum found = new BoundedMinimiser(problem.f, problem.start, problem.low, problem.high).minimise(1e-9, 1000);
        double nearest = problem.name.equals("HS2") && found.x()[0] < 0
                ? rosenbrock(array(hs2(1), 1.5), new double[2])
                : problem.optimum;
        assertThat(found.value()).as("%s", found.end()).isCloseTo(nearest, within(1e-8));
        if (nearest == problem.optimum && problem.at.length > 0) {
            assertThat(found.x()).containsExactly(problem.at, within(problem.name.equals("HS3") ? 1e-3 : 1e-4));
        }
        assertThat(found.projectedGradient()).isLessThan(1e-6);
        for (int j = 0; j < found.x().length; j++) {
            assertThat(found.x()[j]).isBetween(problem.low[j], problem.high[j]);
        }
    }

    /** The optima above prove themselves: gradients are right, the first-order conditions hold, and no point drawn is better. */
    @ParameterizedTest
    @MethodSource("published")
    void thePublishedOptimaAreOptimal(Published problem) {
        int n = problem.start.length;
        double[] at = problem.at.length == 0 ? all(n, 1) : problem.at;
        double[] g = new double[n];
        Random random = new Random(3);
        double[] ignored = new double[n];
        double[] inside = new double[n];
        for (int trial = 0; trial < 20; trial++) {
            Arrays.setAll(inside, j -> between(random, problem, j));
            double size = Math.abs(problem.f.value(inside, g));
            double[] gradient = g.clone();
            for (int j = 0; j < n; j++) {
                double here = inside[j];
                inside[j] = here + 1e-6;
                double above = problem.f.value(inside, ignored);
                inside[j] = here - 1e-6;
                double below = problem.f.value(inside, ignored);
                inside[j] = here;
                assertThat((above - below) / 2e-6)
                        .isCloseTo(gradient[j], within(1e-4 * (1 + size + Math.abs(gradient[j]))));
            }
        }
        assertThat(problem.f.value(at, g)).isCloseTo(problem.optimum, within(1e-8));
        for (int j = 0; j < n; j++) {
            double moved = Math.min(Math.max(at[j] - g[j], problem.low[j]), problem.high[j]);
            assertThat(moved).as("entry %s", j).isCloseTo(at[j], within(1e-6));
        }
        for (int trial = 0; trial < 20_000; trial++) {
            double near = Math.pow(10, -random.nextInt(5));
            boolean anywhere = trial % 2 == 0;
            for (int j = 0; j < n; j++) {
                double point = anywhere ? between(random, problem, j) : at[j] + near * random.nextGaussian();
                inside[j] = Math.min(Math.max(point, problem.low[j]), problem.high[j]);
            }
            assertThat(problem.f.value(inside, ignored)).isGreaterThan(problem.optimum - 1e-8);
        }
    }

    /** A number between the bounds, or near the start where they are far, away from the ends for differences. */
    private static double between(Random random, Published problem, int j) {
        double low = Math.max(problem.low[j], problem.start[j] - 5);
        double high = Math.min(problem.high[j], problem.start[j] + 5);
        return low + (0.001 + 0.998 * random.nextDouble()) * (high - low);
    }

    /** The roots of 400 x^3 - 598 x - 2, where the slope along x_2 = 1.5 is 0: the largest first, then the smallest. */
    private static double hs2(int root) {
        double angle = Math.acos(1 / (400 * ROOT * ROOT * ROOT)) / 3;
        return 2 * ROOT * Math.cos(angle + root * 2 * Math.PI / 3);
    }

    /**
     * The best x_2 for an x_1 is 1.5 or, above, its square: what is left is a function of one number, and a scan of it finds all minima.
     * They are two, one at x_1 < 0, where slopes, multipliers and curvature say so too.
     */
    @Test
    void hs2HasTwoMinimaAndNoMore() {
        int steps = 70_000;
        double[] profile = new double[steps + 1];
        double[] g = new double[2];
        for (int i = 0; i <= steps; i++) {
            double x = -5 + 1e-4 * i;
            profile[i] = rosenbrock(array(x, Math.max(1.5, x * x)), g);
        }
        List<Double> minima = new ArrayList<>();
        for (int i = 1; i < steps; i++) {
            if (profile[i] < profile[i - 1] && profile[i] < profile[i + 1]) {
                minima.add(-5 + 1e-4 * i);
            }
        }
        assertThat(minima).hasSize(2);
        for (int k = 0; k < 2; k++) {
            double x = hs2(1 - k);
            assertThat(minima.get(k)).isCloseTo(x, within(1.01e-4));
            rosenbrock(array(x, 1.5), g);
            assertThat(g[0]).isCloseTo(0, within(1e-9));
            assertThat(g[1]).as("multiplier of the bound").isPositive();
            assertThat(1200 * x * x - 598).as("curvature along the bound").isPositive();
        }
    }

    /** The program of the same name is printed to need 23 iterations and 28 evaluations for 1e-9, with five steps remembered. */
    @Test
    void theDriverProblemTakesAboutAsManyEvaluationsAsTheOriginal() {
        Minimum found = new BoundedMinimiser(
                        BoundedMinimiserTest::driver, all(25, 3), alternating(1, -100), all(25, 100), 5)
                .minimise(1e-5, 1000);
        assertThat(found.value()).isLessThan(1.1e-9);
        assertThat(found.evaluations()).isLessThanOrEqualTo(35);
    }

    /** Of all ways to hold entries at bounds, the one whose multipliers have the right signs. */
    @Test
    void strictlyConvexQuadraticsEndAtTheirKuhnTuckerPoint() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(12);
            double[] root = random.doubles((long) n * n, -1, 1).toArray();
            double[] linear = random.doubles(n, -3, 3).toArray();
            double[] low = random.doubles(n, -1, 0).toArray();
            double[] high = random.doubles(n, 0, 1).toArray();
            for (int j = 0; j < n; j++) {
                low[j] = random.nextInt(4) == 0 ? Double.NEGATIVE_INFINITY : low[j];
                high[j] = random.nextInt(4) == 0 ? INF : random.nextInt(6) == 0 ? Math.max(low[j], -1) : high[j];
            }
            SmoothFunction f = (x, g) -> {
                double sum = 0;
                for (int j = 0; j < n; j++) {
                    g[j] = linear[j] + 0.1 * x[j];
                    sum += linear[j] * x[j] + 0.05 * x[j] * x[j];
                }
                for (int i = 0; i < n; i++) {
                    double product = 0;
                    for (int j = 0; j < n; j++) {
                        product += root[i * n + j] * x[j];
                    }
                    sum += product * product / 2;
                    for (int j = 0; j < n; j++) {
                        g[j] += product * root[i * n + j];
                    }
                }
                return sum;
            };
            Minimum found = new BoundedMinimiser(f, new double[n], low, high).minimise(1e-10, 1000);
            double[] g = new double[n];
            f.value(found.x(), g);
            for (int j = 0; j < n; j++) {
                double x = found.x()[j];
                if (x == low[j]) {
                    assertThat(x == high[j] || g[j] > -1e-9).as("seed %s", seed).isTrue();
                } else if (x == high[j]) {
                    assertThat(g[j]).as("seed %s", seed).isLessThan(1e-9);
                } else {
                    assertThat(g[j]).as("seed %s: %s", seed, found).isCloseTo(0, within(1e-9));
                }
            }
            assertThat(found.end()).isEqualTo(End.CONVERGED);
        }
    }

    /** -sum log x + a'x has its minimum at 1/a; beyond 0 it is infinite, and bounds keep one entry from it. */
    @Test
    void keepsAwayFromWhereTheFunctionIsNotFinite() {
        double[] a = {0.01, 1, 50};
        SmoothFunction f = (x, g) -> {
            double sum = 0;
            for (int j = 0; j < 3; j++) {
                sum += a[j] * x[j] - Math.log(x[j]);
                g[j] = a[j] - 1 / x[j];
            }
            return sum;
        };
        Minimum found = new BoundedMinimiser(f, all(3, 5), all(3, -INF), array(20, INF, INF)).minimise(1e-9, 1000);
        assertThat(found.end()).isEqualTo(End.CONVERGED);
        assertThat(found.x()).containsExactly(array(20, 1, 0.02), within(1e-7));
        assertThat(new BoundedMinimiser(f, all(3, -5), all(3, -INF), all(3, INF))
                        .minimise(1e-9, 10)
                        .end())
                .isEqualTo(End.NOT_FINITE);
    }

    /**
     * A string under the load 8, fixed at 0 and 1, below a ceiling at 1/4: it rises as 8 s (1/4 - s/2) and rests at the ceiling from s =
     * 1/4 to 3/4. Differences of a parabola are exact.
     */
    @Test
    void halfOfAThousandEntriesRestAtTheirBounds() {
        int n = 999;
        double h = 1.0 / (n + 1);
        SmoothFunction f = (x, g) -> {
            double sum = 0;
            for (int i = 0; i <= n; i++) {
                double here = i < n ? x[i] : 0;
                double rise = here - (i > 0 ? x[i - 1] : 0);
                sum += rise * rise / 2 - 8 * h * h * here;
                if (i < n) {
                    g[i] = rise - 8 * h * h;
                }
                if (i > 0) {
                    g[i - 1] -= rise;
                }
            }
            return sum;
        };
        Minimum found = new BoundedMinimiser(f, new double[n], all(n, -INF), all(n, 0.25)).minimise(1e-9, 5000);
        assertThat(found.end()).isEqualTo(End.CONVERGED);
        for (int i = 0; i < n; i++) {
            double s = Math.min((i + 1) * h, 1 - (i + 1) * h);
            assertThat(found.x()[i]).isCloseTo(s < 0.25 ? 8 * s * (0.25 - s / 2) : 0.25, within(1e-5));
        }
        assertThat(Arrays.stream(found.x()).filter(v -> v == 0.25).count()).isBetween(495L, 503L);
    }

    @Test
    void whereRoundingAllowsNoBetterItEnds() {
        Minimum found = new BoundedMinimiser(
                        BoundedMinimiserTest::rosenbrock, array(-2, 1), all(2, -INF), array(INF, 0.5))
                .minimise(0, 100_000);
        assertThat(found.end()).isIn(End.EXHAUSTED, End.CONVERGED);
        assertThat(found.evaluations()).isLessThan(500);
        assertThat(found.projectedGradient()).isLessThan(1e-6);
    }

    @Test
    void mistakesAreToldInWords() {
        SmoothFunction f = (x, g) -> 0;
        assertThatThrownBy(() -> new BoundedMinimiser(f, all(2, 0), all(1, 0), all(2, 1)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1 lower");
        assertThatThrownBy(() -> new BoundedMinimiser(f, all(2, 0), array(0, 2), all(2, 1)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("entry 1 has no room between 2.0 and 1.0");
        assertThatThrownBy(() -> new BoundedMinimiser(f, all(2, 0), all(2, 0), all(2, 1), 0))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("memory=0");
    }
}
