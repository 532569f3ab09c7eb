package org.fenchel.pointprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.model.hawkes.Forecast;
import org.fenchel.model.hawkes.GoodnessOfFit;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.IntensityState;
import org.fenchel.model.hawkes.Parents;
import org.fenchel.model.hawkes.Simulator;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.junit.jupiter.api.Test;

/** Likelihoods, residuals, forecasts and parents of models whose truth is known. */
class GoodnessOfFitTest {
    /** Node a excites itself and is inhibited by b, strongly enough to be silent at times; the baseline has two pieces. */
    private static HawkesModel inhibited() {
        KernelBasis basis = KernelBasis.of(2, new double[] {4, 0.7, 20}, Baseline.cyclic(2, 3));
        double[][] coefficients = {{1.2, 0.3, 0.2, 0.3, 0, -0.9, -0.6, 0.1}, {0.4, 0.8, 0.5, -0.3, 0.1, 0, 0, 0.2}};
        return HawkesModel.of(List.of("a", "b"), basis, new Kernels(coefficients));
    }

    @Test
    void residualsOfSimulationsWithInhibitionAreExponential() {
        EventLog log = Simulator.of(inhibited()).sequences(40, 0, 250, 11);
        GoodnessOfFit fit = GoodnessOfFit.of(inhibited(), log);
        assertThat(fit.impossible()).isZero();
        assertThat(fit.test(0).n()).isGreaterThan(3000);
        assertThat(fit.test(0).pValue()).isGreaterThan(0.01);
        assertThat(fit.test(1).pValue()).isGreaterThan(0.01);
        assertThat(fit.testAll().statistic())
                .isLessThan(1.63 / Math.sqrt(fit.testAll().n()));
        for (int i = 0; i < 2; i++) {
            assertThat(fit.compensators()[i]).isCloseTo(log.events(i), within(4 * Math.sqrt(log.events(i))));
        }
        assertThat(fit.logLikelihood()).isGreaterThan(fit.poissonLogLikelihood() + 100);
    }

    /** An event while another node silences it is impossible; with a floor it is not, and a high floor leaves constant rates. */
    @Test
    void aFloorMakesEveryEventPossible() {
        KernelBasis basis = KernelBasis.of(2, new double[] {1}, Baseline.CONSTANT);
        HawkesModel model =
                HawkesModel.of(List.of("a", "b"), basis, new Kernels(new double[][] {{0.2, 0, -5}, {0.1, 0, 0}}));
        EventLog log = EventLog.of(
                List.of("a", "b"),
                List.of(EventSequence.of(0, 20, new double[] {1, 5, 5.1, 12}, new int[] {0, 1, 0, 1})));
        GoodnessOfFit bare = GoodnessOfFit.of(model, log);
        assertThat(bare.impossible()).isEqualTo(1);
        assertThat(bare.logLikelihood()).isInfinite();
        GoodnessOfFit floored = GoodnessOfFit.of(model, log, 0.01);
        assertThat(floored.impossible()).isZero();
        assertThat(floored.logLikelihood()).isFinite();
        assertThat(floored.compensators()[0]).isGreaterThan(bare.compensators()[0]);
        assertThat(floored.compensators()[1]).isCloseTo(bare.compensators()[1], within(1e-12));
        GoodnessOfFit high = GoodnessOfFit.of(model, log, 2.5);
        double constant = 4 * Math.log(0.25) - 2 * 20 * 0.25;
        assertThat(high.logLikelihood()).isCloseTo(constant, within(1e-12));
        assertThatThrownBy(() -> GoodnessOfFit.of(model, log, -1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("a floor of -1.0");
    }

    /** Whoever integrates lambda itself, and not its positive part, fails the same test on the same events. */
    @Test
    void theUnclampedIntegralIsSeenToBeWrong() {
        EventLog log = Simulator.of(inhibited()).sequences(40, 0, 250, 11);
        PointProcessFit unclamped = PointProcessFit.of(log, inhibited().basis(), new KernelPenalty(0));
        double[] theta = inhibited().kernels().coefficients()[0];
        double integral = 0;
        for (int c = 0; c < theta.length; c++) {
            integral += theta[c] * unclamped.integrals()[c];
        }
        double clamped = GoodnessOfFit.of(inhibited(), log).compensators()[0];
        assertThat(clamped - integral).isGreaterThan(5 * Math.sqrt(log.events(0)));
    }

    @Test
    void theCompensatorAgreesWithAFineGrid() {
        EventSequence sequence = Simulator.of(inhibited()).sequence(0, 40, 3);
        GoodnessOfFit fit = GoodnessOfFit.of(inhibited(), EventLog.of(List.of("a", "b"), List.of(sequence)));
        double[] sums = new double[2];
        IntensityState state = inhibited().begin();
        int grid = 2_000_000;
        int k = 0;
        for (int g = 0; g < grid; g++) {
            double t = 40 * (g + 0.5) / grid;
            while (k < sequence.size() && sequence.times()[k] < t) {
                state.moveTo(sequence.times()[k]);
                state.add(sequence.nodes()[k++]);
            }
            state.moveTo(t);
            for (int i = 0; i < 2; i++) {
                sums[i] += Math.max(0, state.intensity(i)) * 40 / grid;
            }
        }
        assertThat(fit.compensators()).containsExactly(sums, within(1e-3));
    }

    @Test
    void withoutInhibitionTheLikelihoodIsTheObjectives() {
        HawkesModel model = SimulatorTest.excited();
        EventSequence sequence = Simulator.of(model).sequence(0, 300, 5).window(50, 290);
        EventLog log = EventLog.of(model.nodeNames(), List.of(sequence));
        PointProcessFit problem = PointProcessFit.of(log, model.basis(), new KernelPenalty(0));
        double expected = -problem.objective(model.kernels()) * log.events() - model.nodes() * log.duration();
        GoodnessOfFit fit = GoodnessOfFit.of(model, log);
        assertThat(fit.logLikelihood()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void forecastsAgreeWithTheMeanOfAPoissonProcess() {
        HawkesModel model = SimulatorTest.model(new double[][] {{3, 0}}, 1);
        EventSequence history = EventSequence.of(0, 10, new double[] {10}, new int[1]);
        Forecast forecast = Forecast.after(Simulator.of(model), history, 2, 2000, 1);
        Forecast.Node node = forecast.nodes().get(0);
        assertThat(node.mean()).isCloseTo(6, within(4 * node.standardError()));
        assertThat(node.standardError()).isCloseTo(Math.sqrt(6.0 / 2000), within(0.01));
        assertThat(node.probability()).isCloseTo(1 - Math.exp(-6), within(0.01));
        assertThat(node.low()).isEqualTo(2);
        assertThat(node.high()).isEqualTo(10);
    }

    @Test
    void parentsAddUp() {
        HawkesModel model = SimulatorTest.excited();
        EventSequence sequence = Simulator.of(model).sequence(0, 300, 5);
        EventLog log = EventLog.of(model.nodeNames(), List.of(sequence));
        double[][] attribution = Parents.attribution(model, log);
        double[][] sums = new double[2][3];
        for (int k = 0; k < sequence.size(); k++) {
            int i = sequence.nodes()[k];
            double immigrant = 1;
            for (Parents.Parent parent : Parents.of(model, sequence, k, 0)) {
                sums[i][sequence.nodes()[parent.event()] + 1] += parent.probability();
                immigrant -= parent.probability();
            }
            sums[i][0] += immigrant;
        }
        for (int i = 0; i < 2; i++) {
            assertThat(attribution[i]).containsExactly(sums[i], within(1e-6));
            assertThat(attribution[i][0] + attribution[i][1] + attribution[i][2])
                    .isCloseTo(log.events(i), within(1e-6));
        }
    }
}
