package org.fenchel.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.Box;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Certificate.DualityGap;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.proximal.ProximalPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A certificate is a proof: no point beats its bound, wherever it was computed. Rounding is 1e-12 of the objective. */
class CertificateTest {
    private static final int D = 6;

    static Stream<Arguments> grid() {
        return Problems.losses()
                .flatMap(loss -> Problems.penalties(D).stream().map(penalty -> Arguments.of(loss, penalty)));
    }

    private static FiniteSum problem(Loss loss, Penalty penalty, boolean intercept) {
        return FiniteSum.of(Problems.weighted(Problems.data(loss, 50, D, 1, 31), 32), loss, penalty, intercept);
    }

    /** The bound at arbitrary weights and with arbitrary duals, against points near the optimum and far from it. */
    @ParameterizedTest
    @MethodSource("grid")
    void noPointBeatsTheBound(Loss loss, Penalty penalty) {
        for (boolean intercept : new boolean[] {false, true}) {
            FiniteSum problem = problem(loss, penalty, intercept);
            Linear optimum = new ProximalPoint().refusal(problem).isPresent()
                    ? new Linear(new double[D], 0)
                    : Driver.fit(problem, new ProximalPoint(), new StopRule()).solution();
            Random random = new Random(33);
            Certifier certifier = new Certifier(problem);
            int proven = 0;
            for (int trial = 0; trial < 60; trial++) {
                double[] at = near(problem, optimum, random, trial % 4);
                double[] duals = trial % 3 == 0 ? null : Problems.vector(random, problem.n(), 1);
                Certificate certificate = certifier.certify(at, 0, duals);
                if (!(certificate instanceof DualityGap gap)) {
                    continue;
                }
                assertThat(gap.primal())
                        .isCloseTo(
                                problem.objective(new Linear(at, certifier.intercept())),
                                within(1e-12 * (1 + Math.abs(gap.primal()))));
                for (int other = 0; other < 40; other++) {
                    double[] b = near(problem, optimum, random, other % 4);
                    double norm = Math.sqrt(dot(b, b));
                    if (norm > gap.radius()) {
                        for (int j = 0; j < D; j++) {
                            b[j] *= gap.radius() / norm * 0.999;
                        }
                    }
                    double c = intercept ? optimum.intercept() + random.nextGaussian() * (other % 3) : 0;
                    double objective = problem.objective(new Linear(b, c));
                    assertThat(objective)
                            .as("%s, radius %s", problem.describe(), gap.radius())
                            .isGreaterThanOrEqualTo(gap.dual() - 1e-12 * (1 + Math.abs(gap.dual())));
                    proven += objective < Double.POSITIVE_INFINITY ? 1 : 0;
                }
            }
            assertThat(proven).as(problem.describe()).isGreaterThan(50);
        }
    }

    /** Feasible weights: the optimum, a little beside it, further away, far away. */
    private static double[] near(FiniteSum problem, Linear optimum, Random random, int distance) {
        double[] b = Problems.vector(random, D, new double[] {0, 1e-3, 0.1, 2}[distance]);
        for (int j = 0; j < D; j++) {
            b[j] += optimum.weights()[j];
        }
        problem.penalty().prox(b, 1e-12, b);
        return b;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** Without a penalty the bound is proven on a ball that contains the weights with room to spare. */
    @ParameterizedTest
    @MethodSource("org.fenchel.solver.Problems#losses")
    void withoutPenaltyOnABall(Loss loss) {
        FiniteSum problem = problem(loss, new None(), false);
        var fit = Driver.fit(problem, new ProximalPoint(), new StopRule());
        assertThat(fit.certificate()).isInstanceOf(DualityGap.class);
        DualityGap gap = (DualityGap) fit.certificate();
        double norm = Math.sqrt(dot(fit.solution().weights(), fit.solution().weights()));
        assertThat(gap.relativeGap()).isLessThanOrEqualTo(1e-6);
        assertThat(gap.radius()).isGreaterThan(1.5 * norm);
    }

    /**
     * With l1 the duals are scaled into the domain, with l2 every dual is in it: the bound holds everywhere. Only the identity
     * link's duals of counts of 0 are fixed and cannot be scaled.
     */
    @ParameterizedTest
    @MethodSource("org.fenchel.solver.Problems#losses")
    void withPenaltyEverywhere(Loss loss) {
        for (Penalty penalty : new Penalty[] {new L2(0.1), new L1(0.1)}) {
            FiniteSum problem = problem(loss, penalty, false);
            var fit = Driver.fit(problem, new ProximalPoint(), new StopRule());
            DualityGap gap = (DualityGap) fit.certificate();
            assertThat(gap.relativeGap()).as(problem.describe()).isLessThanOrEqualTo(1e-6);
            if (penalty.l2() > 0 || !(loss instanceof PoissonIdentity)) {
                assertThat(gap.radius()).as(problem.describe()).isInfinite();
            }
        }
    }

    /** The derivative 1 - y / z overflows: such duals prove nothing, and say so. */
    @Test
    void marginsNextToTheBorder() {
        Loss loss = new PoissonIdentity();
        for (double z : new double[] {1e-300, 1e-308, Double.MIN_VALUE}) {
            for (Penalty penalty : List.of(new L2(0.1), new Box(0, 0.4, 0, 0.1), new NonNegative(0, 0))) {
                FiniteSum problem =
                        FiniteSum.of(Dataset.of(new double[][] {{1}, {1}}, new double[] {3, 4}), loss, penalty, false);
                Certificate certificate = new Certifier(problem).certify(new double[] {z}, 0, null);
                assertThat(certificate.primal()).isFinite();
                assertThat(certificate.relativeGap())
                        .as("%s, %s", penalty, certificate)
                        .isPositive();
            }
        }
    }
}
