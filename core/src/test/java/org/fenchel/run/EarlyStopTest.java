package org.fenchel.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Logistic;
import org.fenchel.penalty.None;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Problems;
import org.fenchel.solver.stochastic.Adam;
import org.junit.jupiter.api.Test;

/** Stopping by rows held out, on a fit that is bound to learn its few rows by heart. */
class EarlyStopTest {
    private static final Dataset DATA = Problems.data(new Logistic(), 360, 12, 1, 4);
    private static final FiniteSum TRAIN = FiniteSum.of(DATA.select(range(0, 60)), new Logistic(), new None(), true);
    private static final FiniteSum HELD = FiniteSum.of(DATA.select(range(60, 360)), new Logistic(), new None(), true);
    private static final StopRule RULE = new StopRule(1e-9, 0, 200, Double.POSITIVE_INFINITY);

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static Fit<Linear> fit(double patience) {
        return Driver.fit(TRAIN, new Adam(), RULE, 42, null, Listener.NONE, new EarlyStop<>(HELD::objective, patience));
    }

    @Test
    void theBestSeenIsKeptAndTheRunEndsAfterThePatience() {
        Fit<Linear> fit = fit(3);
        List<Trace.Point> points = fit.trace().points();
        int best = 0;
        for (int k = 0; k < points.size(); k++) {
            assertThat(points.get(k).validation()).isNotNaN();
            best = points.get(k).validation() < points.get(best).validation() ? k : best;
        }
        assertThat(fit.trace().reason()).isEqualTo(StopReason.VALIDATION);
        assertThat(HELD.objective(fit.solution())).isEqualTo(points.get(best).validation());
        assertThat(points.get(points.size() - 1).passes() - points.get(best).passes())
                .isCloseTo(3, within(1e-9));
        assertThat(best).isPositive();
    }

    @Test
    void theCertificateIsThatOfTheSolutionKept() {
        Fit<Linear> fit = fit(2);
        assertThat(fit.certificate()).isInstanceOf(Certificate.DualityGap.class);
        assertThat(fit.certificate().primal()).isEqualTo(TRAIN.objective(fit.solution()));
        assertThat(fit.certificate().bound()).isPositive().isFinite();
    }

    @Test
    void otherRulesStillEndTheRun() {
        Fit<Linear> fit = fit(1000);
        assertThat(fit.trace().reason()).isNotEqualTo(StopReason.VALIDATION);
        List<Double> scores = new ArrayList<>();
        fit.trace().points().forEach(point -> scores.add(point.validation()));
        assertThat(HELD.objective(fit.solution()))
                .isEqualTo(scores.stream().min(Double::compare).orElseThrow());
    }

    @Test
    void scoresThatAreNoneLeaveTheLowestObjective() {
        Fit<Linear> fit =
                Driver.fit(TRAIN, new Adam(), RULE, 42, null, Listener.NONE, new EarlyStop<>(at -> Double.NaN, 5));
        assertThat(fit.trace().reason()).isEqualTo(StopReason.VALIDATION);
        assertThat(fit.certificate().primal()).isLessThan(TRAIN.objective(new Linear(new double[12], 0)));
    }

    @Test
    void patienceIsAboveZero() {
        assertThatThrownBy(() -> new EarlyStop<Linear>(HELD::objective, 0)).isInstanceOf(InvalidInput.class);
    }
}
