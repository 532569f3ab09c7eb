package org.fenchel.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.fenchel.data.Dataset;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.loss.PoissonLog;
import org.fenchel.penalty.L2;
import org.junit.jupiter.api.Test;

class RecessionTest {
    private static boolean alongIntercept(Loss loss, double... targets) {
        double[][] rows = new double[targets.length][1];
        return Recession.alongIntercept(FiniteSum.of(Dataset.of(rows, targets), loss, new L2(0.1), true));
    }

    @Test
    void oneClassAloneDrawsTheLogisticInterceptAwayForEver() {
        assertThat(alongIntercept(new Logistic(), 1, 1, 1)).isTrue();
        assertThat(alongIntercept(new Logistic(), -1, -1)).isTrue();
        assertThat(alongIntercept(new Logistic(), -1, 1)).isFalse();
        assertThat(alongIntercept(new Hinge(), 1, 1)).as("the hinge gets to 0").isFalse();
    }

    @Test
    void countsOfZeroAloneDrawTheRateToZero() {
        assertThat(alongIntercept(new PoissonLog(), 0, 0)).isTrue();
        assertThat(alongIntercept(new PoissonLog(), 0, 2)).isFalse();
    }

    @Test
    void aPositiveCountKeepsTheIdentityLinkFromFalling() {
        assertThat(alongIntercept(new PoissonIdentity(), 0, 0)).isTrue();
        assertThat(alongIntercept(new PoissonIdentity(), 3, 0)).isFalse();
        assertThat(alongIntercept(new PoissonIdentity(), 3, 1)).isFalse();
    }
}
