package org.fenchel.pointprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.Simulator;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Solver;
import org.fenchel.solver.dual.Sdca;
import org.fenchel.solver.pointprocess.NodeByNode;
import org.fenchel.solver.pointprocess.NodeNewton;
import org.fenchel.solver.pointprocess.PlannedNodes;
import org.fenchel.solver.proximal.ProximalPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods against each other and against the conditions of an optimum. */
class MethodsAgreeTest {
    private static final HawkesModel TRUTH =
            SimulatorTest.model(new double[][] {{0.8, 0.3, 0.1, -0.4, -0.1}, {0.5, 0.4, 0, 0.1, 0.2}}, 1, 6);

    private static PointProcessFit problem(KernelPenalty penalty) {
        EventLog log = Simulator.of(TRUTH).sequences(3, 0, 500, 4);
        return PointProcessFit.of(log, TRUTH.basis(), penalty);
    }

    private static Fit<Kernels> fit(PointProcessFit problem, Solver<NodewiseFit, Kernels> solver, double gap) {
        return Driver.fit(problem, solver, new StopRule().withRelativeGap(gap));
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 0.1, 1e-4, 1e-8, 0})
    void newtonReachesTheOptimumUnderAnyRidge(double l2) {
        PointProcessFit problem = problem(new KernelPenalty(l2));
        Fit<Kernels> fit = fit(problem, new NodeNewton(), 1e-10);
        assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(problem.objective(fit.solution()))
                .isCloseTo(fit.certificate().primal(), within(1e-12));
        double[][] theta = fit.solution().coefficients();
        for (int i = 0; i < theta.length; i++) {
            for (int c = 0; c < theta[i].length; c++) {
                double h = 1e-5;
                double kept = theta[i][c];
                theta[i][c] = kept + h;
                double above = problem.objective(fit.solution());
                theta[i][c] = kept - h;
                double below = problem.objective(fit.solution());
                theta[i][c] = kept;
                assertThat((above - below) / (2 * h)).isCloseTo(0, within(2e-5));
            }
        }
    }

    @Test
    void linearMethodsFindTheSame() {
        PointProcessFit problem = problem(new KernelPenalty(0.05));
        Fit<Kernels> newton = fit(problem, new NodeNewton(), 1e-10);
        for (Solver<NodewiseFit, Kernels> solver :
                List.of(new NodeByNode(new Sdca()), new NodeByNode(new ProximalPoint()), new NodeByNode())) {
            Fit<Kernels> other = fit(problem, solver, 1e-9);
            assertThat(other.trace().reason()).as("%s", solver).isEqualTo(StopReason.CERTIFIED);
            assertThat(other.certificate().primal())
                    .isCloseTo(newton.certificate().primal(), within(2e-9));
            for (int i = 0; i < TRUTH.nodes(); i++) {
                assertThat(other.solution().coefficients()[i])
                        .containsExactly(newton.solution().coefficients()[i], within(2e-4));
            }
        }
    }

    @Test
    void otherPenaltiesAreCertifiedAndDoWhatTheySay() {
        for (KernelPenalty penalty : List.of(
                new KernelPenalty(0.02, 0.01, false, false),
                new KernelPenalty(0, 0.01, true, false),
                new KernelPenalty(0.02, 0.01, false, true),
                new KernelPenalty(0.02, 0.01, true, true))) {
            PointProcessFit problem = problem(penalty);
            Fit<Kernels> fit = fit(problem, new PlannedNodes(), 1e-7);
            assertThat(fit.trace().reason()).as("%s", penalty).isEqualTo(StopReason.CERTIFIED);
            assertThat(problem.objective(fit.solution()))
                    .isCloseTo(fit.certificate().primal(), within(1e-9));
            double[] first = fit.solution().coefficients()[0];
            if (penalty.nonNegative()) {
                assertThat(java.util.Arrays.stream(first)).allMatch(a -> a >= 0);
                assertThat(first[3]).isZero();
            } else {
                assertThat(first[3]).isNegative();
            }
        }
    }

    /** Samples of the events are used on the way; the answer must not show it. */
    @Test
    void samplesOnTheWayLeaveNoTrace() {
        HawkesModel truth = SimulatorTest.excited();
        EventLog log = Simulator.of(truth).sequences(1, 0, 20_000, 4);
        PointProcessFit problem = PointProcessFit.of(log, truth.basis(), new KernelPenalty(1e-3));
        Fit<Kernels> sampled = fit(problem, new NodeNewton(), 1e-11);
        Fit<Kernels> plain = Driver.fit(
                problem,
                new NodeNewton(),
                new StopRule().withRelativeGap(1e-11),
                42,
                new Kernels(new double[][] {{1, 0, 0, 0, 0}, {1, 0, 0, 0, 0}}),
                org.fenchel.run.Listener.NONE);
        assertThat(sampled.trace().last().passes() % 1).isNotZero();
        for (int i = 0; i < 2; i++) {
            assertThat(sampled.solution().coefficients()[i])
                    .containsExactly(plain.solution().coefficients()[i], within(1e-6));
            // 20,000 units of time tell a coefficient to a few hundredths
            assertThat(sampled.solution().coefficients()[i])
                    .containsExactly(truth.kernels().coefficients()[i], within(0.1));
        }
    }

    @Test
    void sameBitsEveryTime() {
        PointProcessFit problem = problem(new KernelPenalty(0.01));
        assertThat(fit(problem, new NodeNewton(), 1e-6).solution().coefficients())
                .isDeepEqualTo(fit(problem, new NodeNewton(), 1e-6).solution().coefficients());
    }

    @Test
    void whatHasNoMaximumIsSaid() {
        EventLog log = EventLog.of(2, EventSequence.of(0, 10, new double[] {1, 2, 3.5}, new int[3]));
        KernelBasis basis = KernelBasis.of(2, new double[] {1}, Baseline.CONSTANT);
        PointProcessFit silent = PointProcessFit.of(log, basis, new KernelPenalty(0));
        assertThatThrownBy(() -> fit(silent, new NodeNewton(), 1e-6))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("node number 2 has no events");
        EventLog few = EventLog.of(1, EventSequence.of(0, 10, new double[] {1, 1.5}, new int[2]));
        PointProcessFit unbounded = PointProcessFit.of(
                few, KernelBasis.of(1, new double[] {1, 30}, Baseline.CONSTANT), new KernelPenalty(0));
        assertThat(fit(unbounded, new NodeNewton(), 1e-6).trace().reason()).isEqualTo(StopReason.NO_MINIMISER);
        assertThat(fit(PointProcessFit.of(log, basis, new KernelPenalty(0.1)), new NodeNewton(), 1e-6)
                        .trace()
                        .reason())
                .isEqualTo(StopReason.CERTIFIED);
    }
}
