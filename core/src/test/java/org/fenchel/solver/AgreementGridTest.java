package org.fenchel.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Entry;
import org.fenchel.data.Dataset;
import org.fenchel.data.SparseRows;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.dual.Sdca;
import org.fenchel.solver.gradient.Fista;
import org.fenchel.solver.gradient.GradientDescent;
import org.fenchel.solver.stochastic.Sgd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every solver of the catalogue but the stochastic first-order methods, with its defaults, certifies the same optimum for every loss
 * with every penalty, however the rows are stored, with and without sample weights, offsets and intercept.
 */
class AgreementGridTest {
    private static final int N = 80;
    private static final int D = 6;
    private static final double TOLERANCE = 1e-8;

    /** Of bounds on a ball, which pay the ball's radius times what is left of the gradient: rounding may end a run before 1e-8. */
    private static final double BALL_TOLERANCE = 1e-6;

    /** Methods whose passes depend on how correlated the columns are: they get as many as that takes. */
    private static final Set<Class<?>> FIRST_ORDER = Set.of(GradientDescent.class, Fista.class);

    static Stream<Arguments> grid() {
        return Problems.losses()
                .flatMap(loss -> Problems.penalties(D).stream().map(penalty -> Arguments.of(loss, penalty)));
    }

    /** Ascent alone is asked only where l2 gives it a rate: a kinked loss without l2 may take it thousands of passes. */
    private static List<Solver<FiniteSum, Linear>> solvers(FiniteSum problem) {
        List<Solver<FiniteSum, Linear>> solvers = new ArrayList<>();
        for (Entry<?> entry : Catalogue.of(Solver.class).entries()) {
            if (entry.type().getPackageName().equals(Sgd.class.getPackageName())) {
                continue; // first-order methods have a grid of their own, with what they refuse and how near they come
            }
            @SuppressWarnings("unchecked") // all solvers of the catalogue are of this kind
            Solver<FiniteSum, Linear> solver = (Solver<FiniteSum, Linear>) entry.defaults();
            solvers.add(solver);
        }
        if (problem.penalty().l2() > 0 || problem.loss().differentiable()) {
            solvers.add(new Sdca().withoutFinish());
        }
        return solvers;
    }

    private static List<Dataset> storages(Loss loss) {
        Dataset sparse = Problems.data(loss, N, D, 0.5, 21);
        return List.of(
                Problems.data(loss, N, D, 1, 21),
                sparse,
                Dataset.of(Problems.indicator((SparseRows) sparse.rows()), sparse.targets()));
    }

    @ParameterizedTest
    @MethodSource("grid")
    void solversAgree(Loss loss, Penalty penalty) {
        for (Dataset plain : storages(loss)) {
            for (Dataset data : List.of(plain, Problems.weighted(plain, 22))) {
                for (boolean intercept : new boolean[] {false, true}) {
                    requireAgreement(FiniteSum.of(data, loss, penalty, intercept));
                }
            }
        }
    }

    private static boolean onBall(Penalty penalty) {
        double[] ones = new double[D];
        Arrays.fill(ones, 1);
        return penalty.value(ones) == 0;
    }

    /** A column in no group has a bound on a ball, too; whether a run of small steps has it exactly is a matter of rounding. */
    private static boolean onBall(Certificate certificate) {
        return certificate instanceof Certificate.DualityGap gap && gap.radius() < Double.POSITIVE_INFINITY;
    }

    private static void requireAgreement(FiniteSum problem) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (Solver<FiniteSum, Linear> solver : solvers(problem)) {
            String what =
                    problem.describe() + " by " + solver + ", " + problem.rows().getClass();
            if (solver.refusal(problem).isPresent()) {
                continue; // tests of the solver itself say what it refuses
            }
            boolean firstOrder = FIRST_ORDER.contains(solver.getClass());
            StopRule rule = new StopRule().withRelativeGap(TOLERANCE).withPasses(firstOrder ? 100_000 : 3000);
            Fit<Linear> fit = Driver.fit(problem, solver, rule);
            assertThat(fit.certificate().relativeGap())
                    .as("%s: %s, %s", what, fit.trace().reason(), fit.certificate())
                    .isLessThanOrEqualTo(
                            onBall(problem.penalty()) || firstOrder && onBall(fit.certificate())
                                    ? BALL_TOLERANCE
                                    : TOLERANCE);
            double primal = fit.certificate().primal();
            assertThat(problem.objective(fit.solution())).as(what).isCloseTo(primal, within(1e-12));
            lowest = Math.min(lowest, primal);
            highest = Math.max(highest, primal);
        }
        assertThat(highest - lowest)
                .as(problem.describe())
                .isLessThanOrEqualTo(TOLERANCE * Math.max(1, Math.abs(lowest)));
    }
}
