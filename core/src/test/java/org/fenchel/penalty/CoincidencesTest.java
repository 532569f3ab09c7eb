package org.fenchel.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pairs of penalties that are one function. */
class CoincidencesTest {
    private static final double EPS = Math.ulp(1.0);
    private static final double INF = Double.POSITIVE_INFINITY;

    static Stream<Arguments> pairs() {
        int[] singletons = {0, 1, 2, 3, 4};
        int[] none = {-1, -1, -1, -1, -1};
        return Stream.of(
                Arguments.of(new ElasticNet(0.4, 0), new L1(0.4)),
                Arguments.of(new ElasticNet(0, 0.7), new L2(0.7)),
                Arguments.of(new L2(0), new None()),
                Arguments.of(new Box(-INF, INF), new None()),
                Arguments.of(new Box(-INF, INF, 0.4, 0.7), new ElasticNet(0.4, 0.7)),
                Arguments.of(new Box(0, INF, 0.4, 0.7), new NonNegative(0.4, 0.7)),
                Arguments.of(GroupL2.of(singletons, 0.4, 0), new L1(0.4)),
                Arguments.of(GroupL2.of(singletons, 0.4, 0.7), new ElasticNet(0.4, 0.7)),
                Arguments.of(GroupL2.of(singletons, 0.4, 0.7).nonNegative(), new NonNegative(0.4, 0.7)),
                Arguments.of(GroupL2.of(none, 0.4, 0.7), new L2(0.7)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void agree(Penalty one, Penalty two) {
        Random random = new Random(1);
        for (int k = 0; k < 100; k++) {
            double[] v = random.doubles(5, -2, 2).toArray();
            double step = Math.exp(random.nextGaussian());
            double[] p = new double[5];
            double[] q = new double[5];
            one.prox(v, step, p);
            two.prox(v, step, q);
            // A group's length is a root of a square, and its shrinking a quotient: a few roundings.
            assertThat(p).containsExactly(q, within(8 * EPS));
            same(one.value(p), two.value(p));
            same(one.value(v), two.value(v));
            same(one.conjugate(v), two.conjugate(v));
            assertThat(one.distanceToDomain(v)).isCloseTo(two.distanceToDomain(v), within(16 * EPS));
            assertThat(one.domainScale(v)).isCloseTo(two.domainScale(v), within(8 * EPS));
        }
    }

    private static void same(double a, double b) {
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            assertThat(a).isEqualTo(b);
        } else {
            assertThat(a).isCloseTo(b, within(64 * EPS * (1 + Math.abs(a))));
        }
    }
}
