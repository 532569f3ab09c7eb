package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.model.hawkes.GoodnessOfFit;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.Simulator;
import org.fenchel.problem.Solution;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.pointprocess.PlannedNodes;
import org.junit.jupiter.api.Test;

/** The Java of the page about Hawkes processes. */
class HawkesPageTest {
    @Test
    void fitsJudgesAndSimulates() {
        EventLog log = EventLog.of(2, EventSequence.of(0, 10, new double[] {1, 1.2, 4, 4.5}, new int[] {0, 1, 0, 1}));
        KernelBasis basis = KernelBasis.of(2, new double[] {1.5}, Baseline.CONSTANT);
        PointProcessFit problem = PointProcessFit.of(log, basis, new KernelPenalty(0.1));
        Fit<Solution.Kernels> fit = Driver.fit(problem, new PlannedNodes(), new StopRule());
        HawkesModel model = HawkesModel.of(log.nodeNames(), basis, fit.solution());
        double[][] norms = model.kernelNorms(); // events of node i that an event of node j brings or takes
        GoodnessOfFit judged = GoodnessOfFit.of(model, log);
        EventSequence simulated = Simulator.of(model).sequence(0, 100, 42);

        assertThat(fit.certificate().relativeGap()).isLessThan(1e-6);
        assertThat(norms[1][0]).isGreaterThan(norms[0][1]);
        assertThat(judged.impossible()).isZero();
        assertThat(simulated.size()).isPositive();
    }
}
