package org.fenchel.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fenchel.data.InvalidInput;
import org.junit.jupiter.api.Test;

/** Which loss is meant: values worked out by hand, which no identity between a loss's own methods can tell. */
class KnownValuesTest {
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    @Test
    void residualLosses() {
        assertThat(new Squared().value(3, 1)).isEqualTo(2);
        assertThat(new Absolute().value(-3, 1)).isEqualTo(4);
        assertThat(new Huber(0.5).value(1.25, 1)).isEqualTo(0.03125);
        assertThat(new Huber(0.5).value(3, 1)).isEqualTo(0.5 * 2 - 0.125);
        assertThat(new Quantile(0.9).value(0, 1)).isCloseTo(0.9, within(ROUNDING));
        assertThat(new Quantile(0.9).value(2, 1)).isCloseTo(0.1, within(ROUNDING));
        assertThat(new EpsilonInsensitive(0.25).value(2, 1)).isEqualTo(0.75);
        assertThat(new EpsilonInsensitive(0.25).value(0.8, 1)).isZero();
    }

    @Test
    void signLosses() {
        assertThat(new Logistic().value(0, -1)).isCloseTo(Math.log(2), within(ROUNDING));
        assertThat(new Logistic().value(-1e10, 1)).isEqualTo(1e10);
        assertThat(new Logistic().value(40, 1)).isCloseTo(Math.exp(-40), within(ROUNDING * Math.exp(-40)));
        assertThat(new Logistic().response(2)).isCloseTo(1 / (1 + Math.exp(-2)), within(ROUNDING));
        assertThat(new Hinge().value(0.25, -1)).isEqualTo(1.25);
        assertThat(new SquaredHinge().value(0.5, 1)).as("without a factor 1/2").isEqualTo(0.25);
        assertThat(new SmoothedHinge(0.5).value(0.75, 1)).isEqualTo(0.0625);
        assertThat(new SmoothedHinge(0.5).value(-1, 1)).isEqualTo(1.75);
    }

    @Test
    void countLossesAreNegativeLogLikelihoods() {
        // P(Y = 3) = e^-2 2^3 / 3! for the mean 2.
        double likelihood = Math.exp(-2) * 8 / 6;
        assertThat(new PoissonIdentity().value(2, 3)).isCloseTo(-Math.log(likelihood), within(ROUNDING));
        assertThat(new PoissonLog().value(Math.log(2), 3)).isCloseTo(-Math.log(likelihood), within(ROUNDING));
        assertThat(new PoissonIdentity().value(-2, 0))
                .as("no constraint where nothing was counted")
                .isEqualTo(-2);
        assertThat(new PoissonIdentity().value(-2, 1)).isInfinite();
        assertThat(new PoissonIdentity().domainLow(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new PoissonIdentity().domainLow(2)).isZero();
        assertThat(new PoissonIdentity().dualLow(0)).isEqualTo(1);
        assertThat(new PoissonLog().response(Math.log(5))).isCloseTo(5, within(5 * ROUNDING));
    }

    @Test
    void kinksAreHitExactlyAndAreFlat() {
        assertThat(new Absolute().prox(1.3, 1, 1)).isEqualTo(1);
        assertThat(new Absolute().proxSlope(1.3, 1, 1)).isZero();
        assertThat(new Absolute().proxSlope(2.3, 1, 1)).isEqualTo(1);
        assertThat(new Hinge().prox(0.3, 1, 1)).isEqualTo(1);
        assertThat(new Hinge().proxSlope(0.3, 1, 1)).isZero();
        assertThat(new Hinge().proxSlope(-0.3, 1, 1)).isEqualTo(1);
        assertThat(new Hinge().proxSlope(1.3, 1, 1)).isEqualTo(1);
        assertThat(new Quantile(0.9).prox(0.2, 1, 1)).isEqualTo(1);
        assertThat(new Quantile(0.9).proxSlope(1.2, 1, 1)).isEqualTo(1);
        assertThat(new EpsilonInsensitive(0.25).prox(1.5, 1, 1)).isEqualTo(1.25);
        assertThat(new EpsilonInsensitive(0.25).proxSlope(1.5, 1, 1)).isZero();
        assertThat(new EpsilonInsensitive(0.25).proxSlope(1.1, 1, 1)).isEqualTo(1);
    }

    @Test
    void infimaAreTakenOrNot() {
        assertThat(new Logistic().attainsInfimum(1)).isFalse();
        assertThat(new Hinge().attainsInfimum(1)).isTrue();
        assertThat(new Squared().attainsInfimum(1)).isTrue();
        assertThat(new PoissonLog().attainsInfimum(0)).isFalse();
        assertThat(new PoissonLog().attainsInfimum(2)).isTrue();
        assertThat(new PoissonIdentity().attainsInfimum(0)).isFalse();
    }

    @Test
    void targets() {
        assertThat(new Hinge().accepts(0)).isFalse();
        assertThat(new Logistic().accepts(-1)).isTrue();
        assertThat(new PoissonLog().accepts(-1)).isFalse();
        assertThat(new PoissonLog().accepts(0.5)).isTrue();
        assertThat(new Squared().accepts(-1e300)).isTrue();
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        refused(() -> new Huber(0), "huber: delta is 0.0; give a positive number");
        refused(() -> new Huber(Double.NaN), "delta is NaN");
        refused(() -> new Quantile(1), "quantile: tau is 1.0; give a number between 0 and 1");
        refused(() -> new EpsilonInsensitive(-0.1), "epsilon is -0.1; give a number of 0 or more");
        refused(() -> new SmoothedHinge(Double.POSITIVE_INFINITY), "smoothed-hinge: gamma is Infinity");
    }

    private static void refused(Runnable construction, String message) {
        assertThatThrownBy(construction::run).isInstanceOf(InvalidInput.class).hasMessageContaining(message);
    }
}
