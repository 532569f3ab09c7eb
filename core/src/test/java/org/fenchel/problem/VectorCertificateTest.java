package org.fenchel.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.DualDomain;
import org.fenchel.loss.Softmax;
import org.fenchel.loss.VectorLoss;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.VectorProblems;
import org.fenchel.solver.gradient.Fista;
import org.fenchel.solver.quasinewton.Lbfgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds of problems of several classes: never above the optimum, tight at it, with duals that are feasible exactly. */
class VectorCertificateTest {
    private static final int K = 4;
    private static final int D = 3;

    private static VectorSum problem(VectorLoss loss, Penalty penalty, boolean intercept) {
        return VectorSum.of(VectorProblems.data(50, D, K, 0.7, 3), loss, penalty, K, intercept);
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.solver.VectorProblems#losses")
    void noBoundIsAboveTheOptimum(VectorLoss loss) {
        Random random = new Random(1);
        for (Penalty penalty : new Penalty[] {new L2(0.1), new L1(0.05), new ElasticNet(0.02, 0.01)}) {
            for (boolean intercept : new boolean[] {false, true}) {
                VectorSum problem = problem(loss, penalty, intercept);
                double optimum = Driver.fit(
                                problem,
                                new Fista().onVectors(),
                                new StopRule().withRelativeGap(1e-11).withPasses(100_000))
                        .certificate()
                        .primal();
                VectorCertifier certifier = new VectorCertifier(problem);
                for (int trial = 0; trial < 20; trial++) {
                    double[] weights = random.doubles(D * K, -2, 2).toArray();
                    double[] duals = random.doubles(50 * K, -1.5, 1.5).toArray();
                    Certificate certificate = certifier.certify(weights, new double[K], trial % 2 == 0 ? duals : null);
                    assertThat(certificate).isInstanceOf(Certificate.DualityGap.class);
                    Certificate.DualityGap gap = (Certificate.DualityGap) certificate;
                    assertThat(gap.radius()).isInfinite();
                    assertThat(gap.dual()).isLessThanOrEqualTo(optimum + 1e-12);
                    assertThat(gap.primal()).isGreaterThanOrEqualTo(optimum - 1e-12);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.solver.VectorProblems#losses")
    void interceptsAreExact(VectorLoss loss) {
        Random random = new Random(2);
        VectorSum problem = problem(loss, new None(), true);
        VectorCertifier certifier = new VectorCertifier(problem);
        for (double size : new double[] {0, 1, 30}) {
            double[] weights = random.doubles(D * K, -1, 1).map(b -> size * b).toArray();
            double[] guess = random.doubles(K, -50, 50).toArray();
            double primal = certifier.certify(weights, guess, null).primal();
            double[] best = certifier.intercepts().clone();
            assertThat(problem.objective(new MultiLinear(weights, best))).isCloseTo(primal, within(1e-12));
            for (int k = 0; k < K; k++) {
                for (double h : new double[] {-1e-3, 1e-3, -1, 1}) {
                    double[] moved = best.clone();
                    moved[k] += h;
                    assertThat(problem.objective(new MultiLinear(weights, moved)))
                            .isGreaterThanOrEqualTo(primal - 1e-13);
                }
            }
            if (loss.domain() == DualDomain.SIMPLEX) {
                assertThat(Arrays.stream(best).sum()).isCloseTo(0, within(1e-9));
            }
        }
    }

    /** Random numbers become feasible duals, and duals that are feasible stay as they are. */
    @ParameterizedTest
    @MethodSource("org.fenchel.solver.VectorProblems#losses")
    void repairMakesSumsZeroInsideTheDomain(VectorLoss loss) {
        VectorSum problem = problem(loss, new None(), true);
        ClassBalance balance = new ClassBalance(problem);
        for (int trial = 0; trial < 20; trial++) {
            double[] duals = new Random(trial).doubles(50 * K, -0.5, 1).toArray();
            balance.repair(duals);
            requireFeasible(problem, duals);
            double[] again = duals.clone();
            balance.repair(again);
            assertThat(again).containsExactly(duals, within(1e-14));
        }
    }

    private static void requireFeasible(VectorSum problem, double[] duals) {
        double[] sums = new double[K];
        for (int i = 0; i < problem.n(); i++) {
            assertThat(problem.loss().conjugate(K, duals, i * K, problem.targets()[i]))
                    .isFinite();
            for (int k = 0; k < K; k++) {
                sums[k] += problem.shares()[i] * duals[i * K + k];
            }
        }
        assertThat(sums).containsOnly(new double[] {0, 0, 0, 0}, within(1e-15));
    }

    @Test
    void separableClassesWithoutPenaltyHaveNoMinimiser() {
        Dataset data = Dataset.of(new double[][] {{-2}, {-1}, {0}, {0.1}, {3}, {4}}, new double[] {0, 0, 1, 1, 2, 2});
        VectorSum problem = VectorSum.of(data, new Softmax(), new None(), 3, true);
        Fit<MultiLinear> fit = Driver.fit(problem, new Lbfgs().onVectors(), new StopRule().withRelativeGap(1e-12));
        assertThat(fit.trace().reason()).isEqualTo(StopReason.NO_MINIMISER);
    }

    @Test
    void aClassWithoutRowsIsRefusedWhereItHasAnIntercept() {
        Dataset data = VectorProblems.data(50, D, K, 1, 3);
        VectorSum problem = VectorSum.of(data, new Softmax(), new L2(1), K + 1, true);
        assertThat(new Lbfgs().onVectors().refusal(problem))
                .hasValueSatisfying(why -> assertThat(why).contains("no row is of class 4"));
        VectorSum without = VectorSum.of(data, new Softmax(), new L2(1), K + 1, false);
        assertThat(new Lbfgs().onVectors().refusal(without)).isEmpty();
    }

    @Test
    void whatIsNoClassNumberIsSaid() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[] {0, 1});
        assertThatThrownBy(() -> VectorSum.of(data, new Softmax(), new L2(1), 1, true))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1 classes");
        for (double y : new double[] {-1, 2, 0.5}) {
            Dataset wrong = data.withTargets(new double[] {0, y});
            assertThatThrownBy(() -> VectorSum.of(wrong, new Softmax(), new L2(1), 2, true))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("target " + y + " of row 2");
        }
        assertThatThrownBy(() -> VectorSum.of(data.withOffsets(new double[] {0, 1}), new Softmax(), new L2(1), 2, true))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("offset");
    }
}
