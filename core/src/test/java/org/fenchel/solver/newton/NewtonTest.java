package org.fenchel.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Huber;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.loss.SmoothedHinge;
import org.fenchel.loss.Softmax;
import org.fenchel.loss.SquaredHinge;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.VectorSum;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.HiddenPenalty;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Solver;
import org.fenchel.solver.VectorProblems;
import org.fenchel.solver.gradient.Fista;
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

    /** Whatever has derivatives is taken with every penalty whose kinks are known; the agreement grids certify the results. */
    @Test
    void penaltiesAreNotRefused() {
        Dataset data = Problems.data(new Logistic(), 25, 6, 1, 8);
        VectorSum classes = VectorSum.of(VectorProblems.data(25, 6, 3, 1, 8), new Softmax(), new None(), 3, true);
        for (Penalty penalty : Problems.penalties(6)) {
            FiniteSum problem = FiniteSum.of(data, new Logistic(), penalty, true);
            assertThat(new Newton().refusal(problem)).isEmpty();
            assertThat(new NewtonCg().refusal(problem)).isEmpty();
        }
        for (Penalty penalty : Problems.penalties(18)) {
            assertThat(new NewtonCg().onVectors().refusal(classes.with(penalty)))
                    .isEmpty();
        }
        FiniteSum hidden = FiniteSum.of(data, new Logistic(), new HiddenPenalty(new L2(0.1)), true);
        assertThat(new Newton().refusal(hidden))
                .hasValueSatisfying(why -> assertThat(why).contains("prox alone"));
    }

    /** Flat and straight losses have models without a minimum, and steps that reach too far. */
    @Test
    void flatLossesAreDampedUntilTheModelHolds() {
        for (Loss loss : List.of(new Huber(0.1), new SquaredHinge(), new SmoothedHinge(0.1))) {
            FiniteSum problem = FiniteSum.of(Problems.data(loss, 60, 20, 1, 8), loss, new L1(0.01), true);
            StopRule rule = new StopRule().withRelativeGap(1e-9).withPasses(2000);
            for (Solver<FiniteSum, Linear> solver : List.of(new Newton(), new NewtonCg())) {
                Fit<Linear> fit = Driver.fit(problem, solver, rule);
                assertThat(fit.trace().reason()).as("%s by %s", loss, solver).isEqualTo(StopReason.CERTIFIED);
            }
        }
    }

    /** More weights move than a matrix may have, and the columns are nearly alike. */
    @Test
    void wideCorrelatedDataAgree() {
        Random random = new Random(3);
        int n = 60;
        int d = 150;
        double[][] x = new double[n][d];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double common = random.nextGaussian();
            for (int j = 0; j < d; j++) {
                x[i][j] = common + 0.3 * random.nextGaussian();
            }
            y[i] = x[i][0] - x[i][1] + 0.3 * random.nextGaussian() > 0 ? 1 : -1;
        }
        int[] groups = IntStream.range(0, d).map(j -> j / 5).toArray();
        for (Penalty penalty : List.of(new L1(1e-3), new ElasticNet(1e-4, 1e-4), GroupL2.of(groups, 1e-3, 0))) {
            FiniteSum problem = FiniteSum.of(Dataset.of(x, y), new Logistic(), penalty, true);
            StopRule rule = new StopRule().withRelativeGap(1e-8).withPasses(20_000);
            double known = Driver.fit(problem, new Fista(), rule.withPasses(200_000))
                    .certificate()
                    .primal();
            for (Solver<FiniteSum, Linear> solver : List.of(new Newton(), new NewtonCg())) {
                Fit<Linear> fit = Driver.fit(problem, solver, rule);
                assertThat(fit.trace().reason()).as("%s by %s", penalty, solver).isEqualTo(StopReason.CERTIFIED);
                assertThat(fit.certificate().primal()).isCloseTo(known, within(1e-7));
            }
        }
    }
}
