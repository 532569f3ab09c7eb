package org.fenchel.pointprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.pointprocess.NodeNewton;
import org.junit.jupiter.api.Test;

/** Likelihoods and optima against numbers from independent code. */
class ReferenceFitTest {
    @Test
    void theLikelihoodOfTheTrueParameters() {
        PointProcessFit fit = PointProcessFit.of(Reference.events(), Reference.basis(), new KernelPenalty(0));
        assertThat(fit.objective(Reference.truth())).isCloseTo(-1.13633650040253, within(1e-10));
    }

    @Test
    void theOptimumUnderRidge() {
        PointProcessFit problem = PointProcessFit.of(Reference.events(), Reference.basis(), new KernelPenalty(0.1));
        Fit<Kernels> fit = Driver.fit(problem, new NodeNewton(), new StopRule().withRelativeGap(1e-12));
        double[][] rates = new double[Reference.NODES][problem.d()];
        for (int i = 0; i < rates.length; i++) {
            problem.baselineOnly(i, rates[i]);
        }
        double first = fit.trace().points().get(0).objective();
        assertThat(first).isCloseTo(problem.objective(new Kernels(rates)), within(1e-12));
        assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(fit.certificate().primal()).isCloseTo(-1.113795528224677, within(1e-10));
        assertThat(problem.objective(fit.solution())).isCloseTo(-1.113795528224677, within(1e-10));
        double[][] star = Reference.optimum().coefficients();
        for (int i = 0; i < star.length; i++) {
            assertThat(fit.solution().coefficients()[i]).containsExactly(star[i], within(1e-6));
        }
    }
}
