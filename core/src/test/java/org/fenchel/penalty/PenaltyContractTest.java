package org.fenchel.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every penalty promises. Tolerances count roundings of the largest term of each sum. */
class PenaltyContractTest {
    private static final double EPS = Math.ulp(1.0);
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final int D = 7;

    static Stream<Penalty> penalties() {
        int[] groups = {0, 1, 0, 2, -1, 1, 0};
        return Stream.of(
                new None(),
                new L2(0.7),
                new L2(1e-8),
                new L1(0.4),
                new ElasticNet(0.4, 0.7),
                new NonNegative(0, 0),
                new NonNegative(0.4, 0),
                new NonNegative(0.4, 0.7),
                new Box(-1, 2),
                new Box(0.5, 2, 0.4, 0.7),
                new Box(-3, -0.5, 0.4, 0),
                new Box(-INF, 0.8, 0.4, 0),
                new Box(-0.3, INF, 0, 0.7),
                new Box(0.25, 0.25, 0.1, 0),
                GroupL2.of(groups, 0.4, 0),
                GroupL2.of(groups, 0.4, 0.7),
                GroupL2.of(groups, 0.4, 0).nonNegative(),
                GroupL2.weighted(groups, new double[] {0, 0.5, 1}, 0.7).nonNegative());
    }

    /**
     * The objective of the prox is 1-strongly convex, so any feasible x is worse than the result p by at least ||x - p||^2 / 2. No
     * other point has that property.
     */
    @ParameterizedTest
    @MethodSource("penalties")
    void proxIsTheMinimum(Penalty penalty) {
        Random random = new Random(1);
        for (int k = 0; k < 300; k++) {
            double step = Math.exp(3 * random.nextGaussian());
            double[] v = vector(random, 2);
            double[] p = prox(penalty, v, step);
            assertThat(penalty.value(p)).isFinite();
            double least = step * penalty.value(p) + 0.5 * squaredDistance(p, v);
            double[] x = k % 2 == 0 ? feasible(penalty, random, 2) : near(penalty, p, random);
            double other = step * penalty.value(x) + 0.5 * squaredDistance(x, v);
            assertThat(other - least - 0.5 * squaredDistance(x, p))
                    .isGreaterThanOrEqualTo(-64 * EPS * (1 + least + other));
        }
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void proxIsFirmlyNonExpansive(Penalty penalty) {
        Random random = new Random(2);
        for (int k = 0; k < 300; k++) {
            double step = Math.exp(3 * random.nextGaussian());
            double[] u = vector(random, 3);
            double[] v = vector(random, 3);
            double[] p = prox(penalty, u, step);
            double[] q = prox(penalty, v, step);
            double inner = 0;
            for (int j = 0; j < D; j++) {
                inner += (p[j] - q[j]) * (u[j] - v[j]);
            }
            assertThat(squaredDistance(p, q)).isLessThanOrEqualTo(inner + 16 * EPS * squaredDistance(u, v));
        }
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void proxWorksInPlaceAndLeavesItsInputOtherwise(Penalty penalty) {
        double[] v = vector(new Random(3), 2);
        double[] kept = v.clone();
        double[] out = prox(penalty, v, 0.3);
        assertThat(v).isEqualTo(kept);
        penalty.prox(v, 0.3, v);
        assertThat(v).isEqualTo(out);
    }

    /** v - p = step g with g a subgradient at p, where Fenchel-Young is an equality; everywhere else it is an inequality. */
    @ParameterizedTest
    @MethodSource("penalties")
    void conjugateMeetsFenchelYoung(Penalty penalty) {
        Random random = new Random(4);
        for (int k = 0; k < 300; k++) {
            double step = Math.exp(random.nextGaussian());
            double[] v = vector(random, 2);
            double[] p = prox(penalty, v, step);
            double[] g = new double[D];
            for (int j = 0; j < D; j++) {
                g[j] = (v[j] - p[j]) / step;
            }
            double[] inside = new double[D];
            penalty.nearestInDomain(g, inside); // rounding may have put g an ulp outside
            assertThat(Math.sqrt(squaredDistance(inside, g)))
                    .isLessThanOrEqualTo(16 * EPS * (norm(v) + norm(p)) / step);
            double sum = penalty.value(p) + penalty.conjugate(inside);
            double terms = penalty.value(p) + Math.abs(penalty.conjugate(inside)) + norm(inside) * norm(p);
            assertThat(sum - dot(inside, p))
                    .isBetween(-32 * EPS * (1 + terms), 32 * EPS * (1 + terms + norm(v) * norm(p) / step));

            double[] x = feasible(penalty, random, 3);
            assertThat(penalty.value(x) + penalty.conjugate(v) - dot(v, x))
                    .isGreaterThanOrEqualTo(-32 * EPS * (1 + norm(v) * norm(x)));
        }
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void domainOfTheConjugate(Penalty penalty) {
        Random random = new Random(5);
        int outside = 0;
        for (int k = 0; k < 300; k++) {
            double[] v = vector(random, Math.exp(2 * random.nextGaussian()));
            boolean finite = penalty.conjugate(v) < INF;
            double distance = penalty.distanceToDomain(v);
            double scale = penalty.domainScale(v);
            assertThat(distance == 0).isEqualTo(finite);
            assertThat(scale == 1).isEqualTo(finite);
            assertThat(scale).isBetween(0.0, 1.0);
            assertThat(penalty.conjugate(scaled(v, scale))).isFinite();
            double[] nearest = new double[D];
            penalty.nearestInDomain(v, nearest);
            assertThat(penalty.conjugate(nearest)).isFinite();
            if (finite) {
                assertThat(nearest).isEqualTo(v);
                continue;
            }
            outside++;
            assertThat(penalty.conjugate(scaled(v, scale + 1e-12))).isEqualTo(INF);
            assertThat(distance).isCloseTo(Math.sqrt(squaredDistance(nearest, v)), within(4 * EPS * distance));
            // Nearest: the angle at it to any other point of the domain is obtuse.
            double[] other = new double[D];
            penalty.nearestInDomain(vector(random, 2), other);
            double inner = 0;
            for (int j = 0; j < D; j++) {
                inner += (v[j] - nearest[j]) * (other[j] - nearest[j]);
            }
            assertThat(inner).isLessThanOrEqualTo(32 * EPS * norm(v) * (norm(other) + norm(nearest)));
        }
        if (penalty.l2() > 0) {
            assertThat(outside).isZero();
        }
    }

    /** The bound that certificates rest on, where the conjugate itself is infinite. */
    @ParameterizedTest
    @MethodSource("penalties")
    void supremumOverABallIsBoundedByTheNearestPoint(Penalty penalty) {
        Random random = new Random(6);
        for (int k = 0; k < 300; k++) {
            double[] v = vector(random, 3);
            double[] x = feasible(penalty, random, 3);
            double[] nearest = new double[D];
            penalty.nearestInDomain(v, nearest);
            double bound = penalty.conjugate(nearest) + norm(x) * penalty.distanceToDomain(v);
            assertThat(dot(v, x) - penalty.value(x)).isLessThanOrEqualTo(bound + 32 * EPS * (1 + norm(v) * norm(x)));
        }
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void valueIsStronglyConvexByL2(Penalty penalty) {
        Random random = new Random(7);
        assertThat(penalty.l2()).isNotNegative();
        for (int k = 0; k < 300; k++) {
            double[] x = feasible(penalty, random, 3);
            double[] y = feasible(penalty, random, 3);
            double[] middle = new double[D];
            for (int j = 0; j < D; j++) {
                middle[j] = 0.5 * (x[j] + y[j]);
            }
            double ends = 0.5 * (penalty.value(x) + penalty.value(y));
            assertThat(penalty.value(middle))
                    .isLessThanOrEqualTo(ends - penalty.l2() / 8 * squaredDistance(x, y) + 32 * EPS * (1 + ends));
        }
    }

    private static double[] prox(Penalty penalty, double[] v, double step) {
        double[] out = new double[D];
        penalty.prox(v, step, out);
        return out;
    }

    /** A random point where the penalty is finite: what the prox with a tiny step makes of any point. */
    private static double[] feasible(Penalty penalty, Random random, double scale) {
        return prox(penalty, vector(random, scale), 1e-3);
    }

    private static double[] near(Penalty penalty, double[] p, Random random) {
        double[] x = p.clone();
        for (int j = 0; j < D; j++) {
            x[j] += 1e-4 * random.nextGaussian();
        }
        return prox(penalty, x, 1e-9);
    }

    private static double[] vector(Random random, double scale) {
        double[] v = new double[D];
        for (int j = 0; j < D; j++) {
            v[j] = random.nextInt(6) == 0 ? 0 : scale * random.nextGaussian();
        }
        return v;
    }

    private static double[] scaled(double[] v, double c) {
        double[] out = v.clone();
        for (int j = 0; j < D; j++) {
            out[j] *= c;
        }
        return out;
    }

    private static double squaredDistance(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < D; j++) {
            sum += (x[j] - y[j]) * (x[j] - y[j]);
        }
        return sum;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int j = 0; j < D; j++) {
            sum += x[j] * y[j];
        }
        return sum;
    }

    private static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }
}
