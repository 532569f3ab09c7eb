package org.fenchel.solver.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.data.SparseRows;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.Box;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Solver;
import org.fenchel.solver.proximal.ProximalPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With their defaults, first-order methods reach the optimum of the proximal point method for every loss and penalty they do not
 * refuse, however rows are stored, with and without weights, offsets and intercept: those of reduced variance to 1e-6, the others to a
 * stated distance.
 */
class FirstOrderGridTest {
    private static final int N = 80;
    private static final int D = 6;

    static Stream<Arguments> grid() {
        return Problems.losses()
                .flatMap(loss -> Problems.penalties(D).stream().map(penalty -> Arguments.of(loss, penalty)));
    }

    private static List<FiniteSum> problems(Loss loss, Penalty penalty) {
        Dataset sparse = Problems.data(loss, N, D, 0.5, 21);
        List<FiniteSum> problems = new ArrayList<>();
        for (Dataset plain : List.of(
                Problems.data(loss, N, D, 1, 21),
                sparse,
                Dataset.of(Problems.indicator((SparseRows) sparse.rows()), sparse.targets()))) {
            problems.add(FiniteSum.of(plain, loss, penalty, false));
            problems.add(FiniteSum.of(Problems.weighted(plain, 22), loss, penalty, true));
        }
        return problems;
    }

    private static void requireWithin(
            double distance, double passes, Solver<FiniteSum, Linear> solver, FiniteSum problem) {
        if (solver.refusal(problem).isPresent()) {
            return;
        }
        Fit<Linear> best = Driver.fit(problem, new ProximalPoint(), new StopRule().withRelativeGap(1e-9));
        StopRule rule = new StopRule().withRelativeGap(0.1 * distance).withPasses(passes);
        Fit<Linear> fit = Driver.fit(problem, solver, rule);
        String what =
                problem.describe() + " by " + solver + ", " + problem.rows().getClass();
        double optimum = best.certificate().primal();
        assertThat(fit.certificate().primal() - optimum)
                .as(
                        "%s: %s after %s passes, %s",
                        what, fit.trace().reason(), fit.trace().last().passes(), fit.certificate())
                .isLessThanOrEqualTo(distance * Math.max(1, Math.abs(optimum)));
        assertThat(problem.objective(fit.solution()))
                .as(what)
                .isCloseTo(fit.certificate().primal(), within(1e-9));
    }

    /** With an open domain, which steps may leave, and a start at its border for want of a better one, nothing more is promised. */
    private static void requireBetterThanTheStart(Solver<FiniteSum, Linear> solver, FiniteSum problem) {
        double before = solver.start(problem, 42).certificate().primal();
        Fit<Linear> fit = Driver.fit(problem, solver, new StopRule().withPasses(300));
        assertThat(fit.certificate().primal()).isFinite().isLessThanOrEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("grid")
    void reducedVarianceReachesTheOptimum(Loss loss, Penalty penalty) {
        for (FiniteSum problem : problems(loss, penalty)) {
            if (Refusals.hasOpenDomain(problem) && penalty instanceof Box) {
                requireBetterThanTheStart(new Svrg(), problem);
            } else {
                requireWithin(Refusals.hasOpenDomain(problem) ? 1e-4 : 1e-6, 3000, new Svrg(), problem);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("grid")
    void plainGradientsComeNear(Loss loss, Penalty penalty) {
        for (FiniteSum problem : problems(loss, penalty)) {
            for (Solver<FiniteSum, Linear> solver : Arrays.<Solver<FiniteSum, Linear>>asList(
                    new Sgd(), new Sgd().withBatch(8), new Sgd().withMomentum(0.9, true), new Adagrad(), new Adam())) {
                requireWithin(5e-2, 300, solver, problem);
            }
        }
    }
}
