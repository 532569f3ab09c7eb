package org.fenchel.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fenchel.data.Dataset;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.None;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.proximal.ProximalPoint;
import org.fenchel.solver.quasinewton.ProjectedLbfgs;
import org.junit.jupiter.api.Test;

/** Newton's method: both sides of the system, both dampings. */
class NewtonTest {
    /** Rates that fall with the second feature: its best weight is negative, which keeps every margin positive all the same. */
    private static final Dataset COUNTS =
            Dataset.of(new double[][] {{1, 0}, {1, 0.5}, {1, 1}, {1, 2}, {1, 3}}, new double[] {9, 7, 6, 4, 1});

    @Test
    void reachesAnOptimumWithNegativeWeightsWhereProjectionOntoPositiveOnesCannot() {
        StopRule rule = new StopRule().withRelativeGap(1e-8);
        FiniteSum free = FiniteSum.of(COUNTS, new PoissonIdentity(), new None(), false);
        FiniteSum bounded = FiniteSum.of(COUNTS, new PoissonIdentity(), new NonNegative(0, 0), false);
        double projected =
                Driver.fit(bounded, new ProjectedLbfgs(), rule).certificate().primal();
        for (Damping damping : Damping.values()) {
            Fit<Linear> fit = Driver.fit(free, new Newton(damping), rule);
            assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
            assertThat(fit.solution().weights()[1]).isNegative();
            assertThat(fit.certificate().primal()).isLessThan(projected - 0.1);
        }
    }

    @Test
    void wideDataAgree() {
        for (boolean intercept : new boolean[] {false, true}) {
            FiniteSum problem = FiniteSum.of(
                    Problems.weighted(Problems.data(new Logistic(), 25, 60, 1, 8), 9),
                    new Logistic(),
                    new L2(0.01),
                    intercept);
            StopRule rule = new StopRule().withRelativeGap(1e-10);
            double known =
                    Driver.fit(problem, new ProximalPoint(), rule).certificate().primal();
            Fit<Linear> fit = Driver.fit(problem, new Newton(), rule);
            assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
            assertThat(fit.certificate().primal()).isCloseTo(known, within(1e-10));
        }
    }

    @Test
    void kinksAreRefused() {
        FiniteSum problem = FiniteSum.of(Problems.data(new Hinge(), 25, 6, 1, 8), new Hinge(), new L2(0.1), true);
        assertThat(new Newton().refusal(problem))
                .hasValueSatisfying(why -> assertThat(why).contains("kinks"));
        assertThat(new Newton(Damping.SELF_CONCORDANT)
                        .refusal(FiniteSum.of(
                                Problems.data(new Logistic(), 25, 6, 1, 8), new Logistic(), new L2(0.1), true)))
                .hasValueSatisfying(why -> assertThat(why).contains("self-concordant"));
    }
}
