package org.fenchel.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.fenchel.data.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeparableTest {
    private static final double EPS = Math.ulp(1.0);
    private static final double INF = Double.POSITIVE_INFINITY;

    static Stream<Separable> separable() {
        return PenaltyContractTest.penalties()
                .filter(Separable.class::isInstance)
                .map(Separable.class::cast);
    }

    @ParameterizedTest
    @MethodSource("separable")
    void scalarProxAgreesWithArrayAndWithSearch(Separable penalty) {
        Random random = new Random(1);
        double[] out = new double[1];
        for (int k = 0; k < 200; k++) {
            double v = 3 * random.nextGaussian();
            double step = Math.exp(2 * random.nextGaussian());
            double p = penalty.prox(v, step);
            penalty.prox(new double[] {v}, step, out);
            assertThat(p).isEqualTo(out[0]);
            double found = search(
                    Math.max(penalty.low(), -20),
                    Math.min(penalty.high(), 20),
                    x -> step * penalty.value(new double[] {x}) + 0.5 * (x - v) * (x - v));
            // A search by values sees a minimum to the root of the rounding of its height, v^2 EPS at most.
            double seen = 4 * Math.sqrt(EPS * (1 + step) * (1 + v * v + penalty.value(new double[] {p})));
            assertThat(p).isBetween(found - seen, found + seen);
        }
    }

    @ParameterizedTest
    @MethodSource("separable")
    void activeTellsWhetherTheProxMoves(Separable penalty) {
        Random random = new Random(2);
        double h = 1e-7;
        for (int k = 0; k < 400; k++) {
            double v = 2 * random.nextGaussian();
            double step = Math.exp(random.nextGaussian());
            double slope = (penalty.prox(v + h, step) - penalty.prox(v - h, step)) / (2 * h);
            double expected = penalty.active(v, step) ? 1 / (1 + step * penalty.l2()) : 0;
            assertThat(slope).as("at %s, %s", v, step).isBetween(expected - 1e-8, expected + 1e-8);
        }
    }

    @Test
    void activityAtKinksAndWithoutThem() {
        assertThat(new None().active(0, 1)).as("the identity moves at 0 too").isTrue();
        assertThat(new L1(1).active(1, 1)).as("at the kink").isFalse();
        assertThat(new L1(1).active(-1.5, 1)).isTrue();
        assertThat(new Box(0, 2).active(2, 1)).as("at the end").isFalse();
        assertThat(new Box(0.25, 0.25).active(0.25, 1)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("separable")
    void catchUpIsTheSkippedStepsOneByOne(Separable penalty) {
        Random random = new Random(3);
        for (int k = 0; k < 200; k++) {
            double product = 1;
            double sum = 0;
            // Whatever happened before the column was last written.
            for (int before = random.nextInt(5); before > 0; before--) {
                double eta = random.nextDouble();
                sum += product * eta * penalty.l1();
                product *= 1 + eta * penalty.l2();
            }
            double x = k % 10 == 0 ? 0 : penalty.prox(3 * random.nextGaussian(), 1e-3);
            double productThen = product;
            double sumThen = sum;
            double loop = x;
            for (int skipped = 1 + random.nextInt(20); skipped > 0; skipped--) {
                double eta = 0.3 * random.nextDouble();
                loop = penalty.prox(loop, eta);
                sum += product * eta * penalty.l1();
                product *= 1 + eta * penalty.l2();
            }
            double caught = penalty.catchUp(x, productThen, sumThen, product, sum);
            // Up to 25 additions and products on either side, each rounded relative to the running totals.
            double rounding = 100 * EPS * (Math.abs(x) + sum / productThen);
            assertThat(caught).as("from %s", x).isBetween(loop - rounding, loop + rounding);
        }
    }

    @Test
    void plainestPenaltyOfItsParts() {
        assertThat(Penalty.of(0, 0, null)).isEqualTo(new None());
        assertThat(Penalty.of(2, 0, null)).isEqualTo(new L2(2));
        assertThat(Penalty.of(0, 3, null)).isEqualTo(new L1(3));
        assertThat(Penalty.of(2, 3, Constraint.NONE)).isEqualTo(new ElasticNet(3, 2));
        assertThat(Penalty.of(2, 3, new Constraint(-0.0, INF))).isEqualTo(new NonNegative(3, 2));
        assertThat(Penalty.of(2, 3, new Constraint(-1, 1))).isEqualTo(new Box(-1, 1, 3, 2));
    }

    @Test
    void whatMakesNoSenseIsRefusedWithAdvice() {
        refused(() -> new L1(-1), "penalty: l1 is -1.0; give a number of 0 or more");
        refused(() -> new L2(Double.NaN), "l2 is NaN");
        refused(() -> new ElasticNet(0, INF), "l2 is Infinity");
        refused(() -> new NonNegative(-2, 0), "l1 is -2.0");
        refused(() -> new Box(2, 1), "no weight lies between 2.0 and 1.0; give the lower end first");
        refused(() -> new Box(Double.NaN, 1), "no weight lies between NaN and 1.0");
        refused(() -> new Box(0, 1, -1, 0), "l1 is -1.0");
        refused(() -> new Constraint(INF, INF), "no weight lies between");
        refused(() -> Penalty.of(-1, 0, null), "l2 is -1.0");
        refused(() -> GroupL2.of(new int[] {0, -2}, 1, 1), "a group's number is -2");
        refused(() -> GroupL2.weighted(new int[] {0, 1}, new double[] {1}, 1), "1 group weights for 2 groups");
        refused(() -> GroupL2.weighted(new int[] {0}, new double[] {-1}, 1), "a group's weight is -1.0");
    }

    private static void refused(Runnable construction, String message) {
        assertThatThrownBy(construction::run).isInstanceOf(InvalidInput.class).hasMessageContaining(message);
    }

    /** Minimum of a convex function by golden section. */
    private static double search(double low, double high, DoubleUnaryOperator f) {
        double golden = 0.5 * (Math.sqrt(5) - 1);
        for (int k = 0; k < 120; k++) {
            double a = high - golden * (high - low);
            double b = low + golden * (high - low);
            if (f.applyAsDouble(a) > f.applyAsDouble(b)) {
                low = a;
            } else {
                high = b;
            }
        }
        return 0.5 * (low + high);
    }
}
