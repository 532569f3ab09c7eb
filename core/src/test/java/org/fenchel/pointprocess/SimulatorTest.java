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
import org.junit.jupiter.api.Test;

/** Simulated processes against what is known of them. */
class SimulatorTest {
    /** Two nodes that excite each other: G = [[.3, .4], [.2, .1]], mu = (.5, .2). */
    static HawkesModel excited() {
        return model(new double[][] {{0.5, 0.2, 0.1, 0.4, 0}, {0.2, 0, 0.2, 0.05, 0.05}}, 1, 8);
    }

    static HawkesModel model(double[][] coefficients, double... decays) {
        KernelBasis basis = KernelBasis.of(coefficients.length, decays, Baseline.CONSTANT);
        return HawkesModel.of(List.of("a", "b", "c").subList(0, coefficients.length), basis, new Kernels(coefficients));
    }

    /** The stationary mean solves m = mu + G m: (I - G)^-1 mu = (.53, .24) / .55. */
    @Test
    void meanRatesOfExcitedNodesAreKnown() {
        int sequences = 200;
        double end = 400;
        EventLog log =
                Simulator.of(excited()).sequences(sequences, -100, end, 7).window(0, end);
        double a = log.events(0) / (sequences * end);
        double b = log.events(1) / (sequences * end);
        // means of 80,000 units of time of a rate near 1; variance of counts is about the rate times 1 / (1 - rho)^2
        assertThat(a).isCloseTo(0.53 / 0.55, within(4 * Math.sqrt(0.96 * 4.5 / (sequences * end))));
        assertThat(b).isCloseTo(0.24 / 0.55, within(4 * Math.sqrt(0.44 * 4.5 / (sequences * end))));
    }

    @Test
    void aBaselineAloneIsAPoissonProcess() {
        KernelBasis basis = KernelBasis.of(1, new double[] {1}, Baseline.cyclic(2, 10));
        HawkesModel model = HawkesModel.of(List.of("a"), basis, new Kernels(new double[][] {{3, 1, 0}}));
        EventSequence sequence = Simulator.of(model).sequence(0, 20_000, 3);
        int early = 0;
        for (double t : sequence.times()) {
            early += t % 10 < 5 ? 1 : 0;
        }
        assertThat(early).isCloseTo(30_000, within(4 * 173));
        assertThat(sequence.size() - early).isCloseTo(10_000, within(4 * 100));
    }

    @Test
    void seedsReproduceAndDiffer() {
        Simulator simulator = Simulator.of(excited());
        assertThat(simulator.sequence(0, 100, 5).times())
                .isEqualTo(simulator.sequence(0, 100, 5).times());
        assertThat(simulator.sequence(0, 100, 5).times())
                .isNotEqualTo(simulator.sequence(0, 100, 6).times());
        EventLog log = simulator.sequences(3, 0, 100, 5);
        assertThat(log.sequences().get(0).times())
                .isNotEqualTo(log.sequences().get(1).times());
    }

    @Test
    void aHistoryExcitesWhatFollows() {
        HawkesModel model = model(new double[][] {{0.1, 0.9}}, 2);
        double[] burst = new double[50];
        for (int k = 0; k < burst.length; k++) {
            burst[k] = 9.9 + 0.002 * k;
        }
        EventSequence history = EventSequence.of(0, 10, burst, new int[50]);
        EventLog log = Simulator.of(model).sequencesAfter(history, 400, 10.1, 1);
        assertThat(log.sequences().get(0).history()).isEqualTo(50);
        // 50 events of age .05, each .9 exp(-.1) (1 - exp(-.2)) more: 7.4, and what follows from those; without history
        // .01
        assertThat(log.events() / 400.0).isBetween(7.3, 8.3);
    }

    @Test
    void explosiveProcessesAreRefusedUnlessForced() {
        HawkesModel model = model(new double[][] {{0.5, 0.2, 1.1}, {0.5, 1.1, 0.2}}, 1);
        assertThat(model.branchingRatio()).isCloseTo(1.3, within(1e-12));
        assertThatThrownBy(() -> Simulator.of(model))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("spectral radius of its excitation norms is 1.300");
        assertThat(Simulator.forced(model, 1_000_000).sequence(0, 5, 1).size()).isPositive();
        assertThatThrownBy(() -> Simulator.forced(model, 1000).sequence(0, 1000, 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("more than 1000 events before time");
    }

    /** The refractory limit: each event forbids its node for about log(a b / mu) / b. */
    @Test
    void inhibitionKeepsEventsApart() {
        HawkesModel model = model(new double[][] {{1, -2}}, 5);
        EventSequence sequence = Simulator.of(model).sequence(0, 10_000, 2);
        double[] times = sequence.times();
        double apart = Math.log(10) / 5;
        for (int k = 1; k < times.length; k++) {
            assertThat(times[k] - times[k - 1]).isGreaterThan(apart - 1e-9);
        }
        assertThat(times.length).isGreaterThan(4000);
    }
}
