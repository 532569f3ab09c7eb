package org.fenchel.solver.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.fenchel.loss.Huber;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.HiddenPenalty;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Solver;
import org.fenchel.solver.planner.Auto;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A penalty needs nothing but its prox: no solver that says it can solve a problem fails on the way. */
class OwnPenaltyTest {
    static Stream<Penalty> penalties() {
        return Problems.penalties(6).stream();
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void sameOptimumWithoutKnowingThePenalty(Penalty penalty) {
        Loss loss = new Huber();
        for (boolean intercept : new boolean[] {false, true}) {
            FiniteSum known = FiniteSum.of(Problems.data(loss, 60, 6, 0.5, 3), loss, penalty, intercept);
            FiniteSum hidden =
                    FiniteSum.of(Problems.data(loss, 60, 6, 0.5, 3), loss, new HiddenPenalty(penalty), intercept);
            double optimum =
                    Driver.fit(known, new Sdca(), new StopRule()).certificate().primal();
            StopRule rule = new StopRule().withPasses(3000);
            List<Solver<FiniteSum, Linear>> solvers = List.of(new Sdca(), new Sdca().withoutFinish(), new Auto());
            for (Solver<FiniteSum, Linear> solver : solvers) {
                Fit<Linear> fit = Driver.fit(hidden, solver, rule);
                assertThat(fit.trace().reason())
                        .as("%s: %s", solver, fit.certificate())
                        .isEqualTo(StopReason.CERTIFIED);
                assertThat(fit.certificate().primal()).isCloseTo(optimum, within(2e-6));
            }
        }
    }
}
