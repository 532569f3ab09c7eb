package org.fenchel.io.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Logistic;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.proximal.ProximalPoint;
import org.fenchel.solver.stochastic.Adagrad;
import org.fenchel.solver.stochastic.Adam;
import org.fenchel.solver.stochastic.Saga;
import org.fenchel.solver.stochastic.Sgd;
import org.fenchel.solver.stochastic.Svrg;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stochastic gradients on spambase, with their defaults: the loss of the passes falls, and the fit is a good one after forty. */
class LossCurveTest {
    static Stream<Solver<FiniteSum, Linear>> solvers() {
        return Stream.of(
                new Sgd(),
                new Sgd().withBatch(64).withMomentum(0.9, true),
                new Adagrad(),
                new Adam(),
                new Svrg(),
                new Saga());
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void falls(Solver<FiniteSum, Linear> solver) {
        Dataset data = RealProblems.scaledSpambase();
        FiniteSum problem = FiniteSum.of(data, new Logistic(), new L2(1e-3), true);
        double optimum = Driver.fit(problem, new ProximalPoint(), new StopRule())
                .certificate()
                .primal();
        Run<Linear> run = solver.start(problem, 1);
        double start = run.certificate().primal();
        double first = 0;
        double last = 0;
        while (run.passes() < 40) {
            run.step();
            last = run.onlineLoss().orElseThrow();
            first = first == 0 ? last : first;
        }
        double end = run.certificate().primal();
        assertThat(last).isLessThan(first);
        assertThat(end - optimum).isLessThan(0.2 * (start - optimum));
    }

    @ParameterizedTest
    @MethodSource("reduced")
    void reducedVarianceReachesTheOptimum(Solver<FiniteSum, Linear> solver) {
        FiniteSum problem = FiniteSum.of(RealProblems.scaledSpambase(), new Logistic(), new L2(1e-2), true);
        Fit<Linear> fit = Driver.fit(problem, solver, new StopRule().withRelativeGap(1e-6));
        assertThat(fit.certificate().relativeGap()).isLessThanOrEqualTo(1e-6);
    }

    static Stream<Solver<FiniteSum, Linear>> reduced() {
        return Stream.of(new Svrg(), new Saga());
    }
}
