package org.fenchel.pointprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fenchel.data.EventLog;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.Simulator;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.solver.pointprocess.DecaySearch;
import org.junit.jupiter.api.Test;

/** Time scales found again in events that were simulated with them. */
class DecaySearchTest {
    @Test
    void oneDecayIsFoundWhateverTheUnit() {
        for (double decay : new double[] {0.03, 7}) {
            HawkesModel model =
                    SimulatorTest.model(new double[][] {{0.5 * decay, 0.4, 0.2}, {0.3 * decay, 0.3, -0.2}}, decay);
            EventLog log = Simulator.of(model).sequences(1, 0, 8000 / decay, 3);
            double[] found = DecaySearch.find(log, 1, Baseline.CONSTANT, new KernelPenalty(1e-6));
            assertThat(found[0] / decay).isCloseTo(1, within(0.15));
        }
    }

    @Test
    void twoDecaysAreToldApart() {
        HawkesModel model = SimulatorTest.model(new double[][] {{0.5, 0.4, 0.3}}, 0.5, 12);
        EventLog log = Simulator.of(model).sequences(1, 0, 8000, 3);
        double[] found = DecaySearch.find(log, 2, Baseline.CONSTANT, new KernelPenalty(0));
        assertThat(found[0]).isBetween(0.3, 0.8);
        assertThat(found[1]).isBetween(8.0, 18.0);
    }
}
