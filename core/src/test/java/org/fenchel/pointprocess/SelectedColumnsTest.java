package org.fenchel.pointprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.fenchel.data.EventLog;
import org.fenchel.data.InvalidInput;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.Simulator;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.pointprocess.NodeByNode;
import org.fenchel.solver.pointprocess.PlannedNodes;
import org.fenchel.solver.pointprocess.SelectedColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fits on selected columns against those on all. */
class SelectedColumnsTest {
    /** A ring: each node excites the next, and inhibits the one after that. */
    private static HawkesModel ring(int nodes) {
        KernelBasis basis = KernelBasis.of(nodes, new double[] {1, 5}, Baseline.CONSTANT);
        double[][] coefficients = new double[nodes][basis.columns()];
        for (int i = 0; i < nodes; i++) {
            coefficients[i][0] = 0.5;
            coefficients[i][basis.column((i + nodes - 1) % nodes, 0)] = 0.5;
            coefficients[i][basis.column((i + nodes - 2) % nodes, 0)] = -0.15;
        }
        return HawkesModel.of(
                IntStream.range(0, nodes).mapToObj(i -> "n" + i).toList(), basis, new Kernels(coefficients));
    }

    @ParameterizedTest
    @CsvSource({"0.001,0.001,false,false", "0.002,0.0001,true,false", "0.001,0.001,false,true", "0.002,0.001,true,true"
    })
    void agreeWithAllColumns(double l1, double l2, boolean nonNegative, boolean grouped) {
        HawkesModel truth = ring(12);
        EventLog log = Simulator.of(truth).sequences(2, 0, 400, 3);
        PointProcessFit problem =
                PointProcessFit.of(log, truth.basis(), new KernelPenalty(l1, l2, nonNegative, grouped));
        Fit<Kernels> all = Driver.fit(problem, new NodeByNode(), new StopRule().withRelativeGap(1e-8));
        Fit<Kernels> some = Driver.fit(problem, new SelectedColumns(), new StopRule().withRelativeGap(1e-6));
        assertThat(some.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        double difference = some.certificate().primal() - all.certificate().primal();
        assertThat(difference).isBetween(-1e-7, some.certificate().bound() + 1e-7);
        assertThat(problem.objective(some.solution()))
                .isCloseTo(some.certificate().primal(), within(1e-9));
    }

    @Test
    void manyNodesWithoutTheirFeatures() {
        HawkesModel truth = ring(40);
        EventLog log = Simulator.of(truth).sequences(1, 0, 300, 3);
        PointProcessFit problem =
                PointProcessFit.of(log, truth.basis(), new KernelPenalty(2e-3, 1e-3, false, false), 10_000);
        assertThat(problem.rows(0).n()).isZero();
        assertThat(new PlannedNodes().choose(problem)).isInstanceOf(SelectedColumns.class);
        Fit<Kernels> fit = Driver.fit(problem, new PlannedNodes(), new StopRule().withRelativeGap(1e-5));
        assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        double[][] norms =
                HawkesModel.of(truth.nodeNames(), truth.basis(), fit.solution()).kernelNorms();
        int found = 0;
        for (int i = 0; i < 40; i++) {
            found += norms[i][(i + 39) % 40] > 0.05 ? 1 : 0;
        }
        assertThat(found).isGreaterThan(36);
    }

    @Test
    void whatCannotBeSelectedIsSaid() {
        HawkesModel truth = SimulatorTest.excited();
        EventLog log = Simulator.of(truth).sequences(1, 0, 50, 3);
        PointProcessFit problem = PointProcessFit.of(log, truth.basis(), new KernelPenalty(0.1));
        assertThatThrownBy(() -> Driver.fit(problem, new SelectedColumns(), new StopRule()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("without l1 no coefficient stays at 0");
        assertThat(List.of(new PlannedNodes().choose(problem))).doesNotHaveToString("[SelectedColumns[]]");
    }
}
