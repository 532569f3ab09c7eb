package org.fenchel.solver.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.Box;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.Listener;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts with the identity link: an open domain, whose dual has none of its trouble. */
class IdentityLinkAscentTest {
    private final Loss loss = new PoissonIdentity();

    /**
     * With p = x'w - c a_old and r = sqrt(p^2 + 4 c y), a = 2 y / (p + r) or (r - p) / (2 c): the closed form of M. Bompaire,
     * E. Bacry, S. Gaïffas, proposition 7, free of cancellation. Here u = 1 - a, and c is the row's reach.
     */
    @Test
    void stepIsThePapersClosedForm() {
        Random random = new Random(1);
        for (int k = 0; k < 10_000; k++) {
            double y = 1 + random.nextInt(50);
            double c = Math.exp(6 * random.nextGaussian());
            double z = 10 * random.nextGaussian();
            double before = Math.exp(3 * random.nextGaussian());
            double p = z - c * before;
            double r = Math.sqrt(p * p + 4 * c * y);
            double expected = p >= 0 ? 2 * y / (p + r) : (r - p) / (2 * c);
            double a = 1 - loss.proxDerivative(z + c * (1 - before), c, y);
            // 1 - u rounds at the size of 1, and z + c (1 - before) at the size of c
            assertThat(a)
                    .as("y %s, c %s, z %s, before %s", y, c, z, before)
                    .isCloseTo(expected, within(1e-15 * (1 + expected) * (4 + (c + Math.abs(z)) / r)));
            assertThat(a).isPositive();
        }
    }

    /** The second row wants a small rate where the first wants a large one: the second weight has to pull against the first. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void negativeWeightNearTheBoundary(int block) {
        double[][] x = {{1, 0.1}, {1, 0.9}, {0.2, 0.1}};
        double[] y = {10, 1, 2};
        for (double l2 : new double[] {1e-1, 1e-3, 1e-5, 1e-7}) {
            FiniteSum problem = FiniteSum.of(Dataset.of(x, y), loss, new L2(l2), false);
            for (Sdca method : List.of(
                    new Sdca().withBlock(block), new Sdca().withBlock(block).withoutFinish())) {
                StopRule rule = new StopRule().withRelativeGap(1e-10).withPasses(1e6);
                Fit<Linear> fit = Driver.fit(problem, method, rule);
                assertThat(fit.trace().reason()).as("%s %s", l2, method).isEqualTo(StopReason.CERTIFIED);
                Linear found = fit.solution();
                double[] gradient = new double[2];
                for (int i = 0; i < 3; i++) {
                    double z = problem.rows().dot(i, found.weights());
                    assertThat(z).isPositive();
                    problem.rows().axpy(loss.derivative(z, y[i]) / 3, i, gradient);
                }
                assertThat(found.weights()[1]).as("%s", l2).isNegative();
                for (int j = 0; j < 2; j++) {
                    assertThat(gradient[j]).isCloseTo(-l2 * found.weights()[j], within(1e-4));
                }
            }
        }
    }

    /** From weights of which none is feasible: whatever is said on the way is a number, or words. */
    @Test
    void iteratesOutsideTheDomainHaveWords() {
        for (Penalty penalty : List.of(new L2(1e-3), new NonNegative(0, 1e-3), new Box(0, 0.4, 0, 1e-3))) {
            for (boolean intercept : new boolean[] {false, true}) {
                FiniteSum problem = FiniteSum.of(Problems.data(loss, 60, 6, 0.5, 3), loss, penalty, intercept);
                Linear start = new Linear(new double[] {-5, -4, -3, -2, -1, -1}, 0);
                Run<Linear> run = new Sdca().withoutFinish().start(problem, 1, start);
                boolean finite = false;
                for (int pass = 0; pass < 30; pass++) {
                    Certificate certificate = run.certificate();
                    requireNumbersOrWords(certificate);
                    Linear at = run.solution();
                    if (certificate instanceof Certificate.DualityGap gap) {
                        finite = true;
                        assertThat(problem.objective(at)).isCloseTo(gap.primal(), within(1e-9));
                    }
                    run.step();
                    assertThat(run.health()).isEqualTo(Run.Health.WELL);
                }
                assertThat(finite).as(problem.describe()).isTrue();
            }
        }
    }

    private static void requireNumbersOrWords(Certificate certificate) {
        assertThat(certificate.primal()).as("%s", certificate).isNotNaN();
        assertThat(certificate.relativeGap()).as("%s", certificate).isNotNaN();
        if (certificate instanceof Certificate.DualityGap gap) {
            assertThat(gap.primal()).isFinite();
            assertThat(gap.dual()).isFinite();
        } else if (certificate instanceof Certificate.None none) {
            assertThat(none.why()).isNotBlank();
        }
    }

    /** Nothing gives a row of zeros a positive rate without an intercept: the end comes soon, and says why. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rowsOfZerosWithCountsEndInWords(boolean finish) {
        double[][] x = {{1, 2}, {0, 0}, {2, 1}, {1, 1}};
        FiniteSum problem = FiniteSum.of(Dataset.of(x, new double[] {3, 1, 0, 2}), loss, new L2(0.1), false);
        for (Sampling sampling : Sampling.values()) {
            for (int block : new int[] {1, 2}) {
                Fit<Linear> fit = Driver.fit(problem, new Sdca(sampling, block, 1, finish), new StopRule());
                assertThat(fit.trace().points().size()).isLessThan(1000);
                assertThat(fit.certificate()).isInstanceOf(Certificate.None.class);
                requireNumbersOrWords(fit.certificate());
                assertThat(((Certificate.None) fit.certificate()).why()).contains("domain");
                assertThat(fit.solution().weights()).doesNotContain(Double.NaN);
            }
        }
    }

    @Test
    void anInterceptGivesRowsOfZerosTheirRate() {
        double[][] x = {{1, 2}, {0, 0}, {2, 1}, {1, 1}};
        FiniteSum problem = FiniteSum.of(Dataset.of(x, new double[] {3, 1, 0, 2}), loss, new L2(0.1), true);
        for (Sdca method : List.of(new Sdca(), new Sdca().withoutFinish())) {
            Fit<Linear> fit = Driver.fit(
                    problem, method, new StopRule().withRelativeGap(1e-9).withPasses(10_000));
            assertThat(fit.trace().reason()).as("%s", method).isEqualTo(StopReason.CERTIFIED);
            assertThat(fit.solution().intercept()).isPositive();
        }
    }

    /** Two rows that point apart: no weights give both a positive rate, and duals grow for ever. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oppositeRowsEndInWords(boolean finish) {
        double[][] x = {{1, 2}, {-1, -2}};
        FiniteSum problem = FiniteSum.of(Dataset.of(x, new double[] {3, 1}), loss, new L2(0.1), false);
        Sdca method = finish ? new Sdca() : new Sdca().withoutFinish();
        Fit<Linear> fit = Driver.fit(problem, method, new StopRule());
        assertThat(fit.certificate()).isInstanceOf(Certificate.None.class);
        for (Trace.Point point : fit.trace().points()) {
            assertThat(point.relativeGap()).as("never certified").isNotEqualTo(0);
        }
        assertThat(fit.solution().weights()).doesNotContain(Double.NaN);
    }

    /** Linear rows only: no dual moves, and the optimum is where the penalty holds the weights, at once or not. */
    @Test
    void zeroCountsOnly() {
        double[][] x = {{1, 0.5}, {0.5, 1}, {2, 1}};
        Dataset data = Dataset.of(x, new double[3]);
        for (Penalty penalty :
                List.of(new L2(0.1), new Box(-20, 20, 0, 0), new Box(-20, 20, 0, 1e-6), new NonNegative(0, 0))) {
            FiniteSum problem = FiniteSum.of(data, loss, penalty, false);
            Fit<Linear> fit = Driver.fit(problem, new Sdca().withoutFinish(), new StopRule());
            assertThat(fit.trace().reason()).as(penalty.toString()).isEqualTo(StopReason.CERTIFIED);
        }
    }

    /** The optimum's own duals: nothing is left to do. */
    @Test
    void warmStart() {
        FiniteSum problem = FiniteSum.of(Problems.data(loss, 60, 5, 0.5, 3), loss, new L2(0.01), false);
        Linear optimum = Driver.fit(problem, new Sdca(), new StopRule().withRelativeGap(1e-12))
                .solution();
        Fit<Linear> warm = Driver.fit(problem, new Sdca(), new StopRule(), 1, optimum, Listener.NONE);
        assertThat(warm.trace().points()).hasSize(1);
        assertThat(warm.trace().reason()).isEqualTo(StopReason.CERTIFIED);
    }
}
