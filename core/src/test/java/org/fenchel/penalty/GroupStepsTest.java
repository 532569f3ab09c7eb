package org.fenchel.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The prox of groups with a step size for each weight. */
class GroupStepsTest {
    private static final int D = 9;

    static Stream<GroupL2> penalties() {
        int[] groups = {0, 0, 0, 1, 1, -1, 2, 1, -1};
        return Stream.of(
                GroupL2.of(groups, 0.4, 0),
                GroupL2.of(groups, 0.4, 0.7),
                GroupL2.of(groups, 0.4, 0.7).nonNegative(),
                GroupL2.weighted(groups, new double[] {0, 0.5, 1}, 0.2));
    }

    private static double[] steps(Random random) {
        return random.doubles(D, -3, 3).map(Math::exp).toArray();
    }

    private static double[] point(Random random) {
        return random.doubles(D, -3, 3).toArray();
    }

    private static double objective(GroupL2 penalty, double[] v, double[] steps, double[] x) {
        double sum = penalty.value(x);
        for (int j = 0; j < D; j++) {
            sum += (x[j] - v[j]) * (x[j] - v[j]) / (2 * steps[j]);
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void equalStepsAreOneStep(GroupL2 penalty) {
        Random random = new Random(4);
        for (int trial = 0; trial < 50; trial++) {
            double[] v = point(random);
            double step = Math.exp(random.nextGaussian());
            double[] steps = new double[D];
            Arrays.fill(steps, step);
            double[] one = new double[D];
            penalty.prox(v, step, one);
            double[] own = new double[D];
            penalty.prox(v, steps, own);
            assertThat(own).containsExactly(one, within(1e-13));
            penalty.prox(v, steps, v);
            assertThat(v).containsExactly(own);
        }
    }

    /** The objective is strongly convex: no point is lower, and one at a distance is higher by its square. */
    @ParameterizedTest
    @MethodSource("penalties")
    void proxIsTheMinimum(GroupL2 penalty) {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            double[] v = point(random);
            double[] steps = steps(random);
            double[] x = new double[D];
            penalty.prox(v, steps, x);
            double least = objective(penalty, v, steps, x);
            for (double size : new double[] {1e-4, 1e-2, 1}) {
                double[] other = x.clone();
                double distance = 0;
                for (int j = 0; j < D; j++) {
                    other[j] += size * random.nextGaussian();
                    other[j] = penalty.forbidsNegative() ? Math.max(0, other[j]) : other[j];
                    distance += (other[j] - x[j]) * (other[j] - x[j]) / (2 * steps[j]);
                }
                assertThat(objective(penalty, v, steps, other)).isGreaterThanOrEqualTo(least + distance - 1e-12);
            }
        }
    }
}
