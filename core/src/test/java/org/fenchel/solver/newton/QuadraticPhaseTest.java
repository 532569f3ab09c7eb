package org.fenchel.solver.newton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.loss.PoissonLog;
import org.fenchel.penalty.Box;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Newton's method near the optimum: the exponent of the error doubles each step, with a search and without. */
class QuadraticPhaseTest {
    private static final int D = 6;

    static Stream<Arguments> methods() {
        Penalty l1 = new L1(0.02);
        Penalty net = new ElasticNet(0.02, 1e-3);
        Penalty box = new Box(-0.1, 0.3, 0.01, 0);
        return Stream.of(
                Arguments.of(new Logistic(), new L2(1e-3), Damping.SEARCH),
                Arguments.of(new PoissonLog(), new L2(1e-3), Damping.SEARCH),
                Arguments.of(new PoissonIdentity(), new L2(1e-3), Damping.SEARCH),
                Arguments.of(new PoissonIdentity(), new L2(1e-3), Damping.SELF_CONCORDANT),
                Arguments.of(new Logistic(), l1, Damping.SEARCH),
                Arguments.of(new Logistic(), net, Damping.SEARCH),
                Arguments.of(new Logistic(), box, Damping.SEARCH),
                Arguments.of(new PoissonLog(), l1, Damping.SEARCH),
                Arguments.of(new PoissonLog(), box, Damping.SEARCH),
                Arguments.of(new PoissonIdentity(), new NonNegative(1e-3, 1e-3), Damping.SEARCH),
                Arguments.of(new PoissonIdentity(), new NonNegative(1e-3, 1e-3), Damping.SELF_CONCORDANT),
                Arguments.of(new PoissonIdentity(), l1, Damping.SELF_CONCORDANT));
    }

    private static FiniteSum problem(Loss loss, Penalty penalty) {
        return FiniteSum.of(Problems.data(loss, 200, D, 1, 17), loss, penalty, false);
    }

    private static double[] weights(Run<Linear> run) {
        return run.solution().weights();
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return Math.sqrt(sum);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void errorExponentsDouble(Loss loss, Penalty penalty, Damping damping) {
        double[] errors = errors(new Newton(damping), problem(loss, penalty));
        int quadratic = 0;
        for (int t = 1; t < errors.length; t++) {
            double before = errors[t - 1];
            // between where the model holds and where rounding takes over
            if (before < 1e-3 && before > 1e-7) {
                assertThat(errors[t])
                        .as("after %s, step %s", before, t)
                        .isLessThan(Math.max(100 * before * before, 1e-14));
                if (errors[t] > 1e-13) {
                    assertThat(Math.log(errors[t]) / Math.log(before)).isGreaterThan(1.5);
                }
                quadratic++;
            }
        }
        assertThat(quadratic).as("steps of the quadratic phase").isGreaterThanOrEqualTo(1);
    }

    /** Models that are solved the more exactly, the nearer the optimum, make the exponent grow by a half at each step. */
    @ParameterizedTest
    @MethodSource("penalties")
    void inexactStepsAreSuperlinear(Penalty penalty) {
        double[] errors = errors(new NewtonCg(), problem(new Logistic(), penalty));
        int superlinear = 0;
        for (int t = 1; t < errors.length; t++) {
            double before = errors[t - 1];
            if (before < 1e-3 && before > 1e-9 && errors[t] > 1e-13) {
                assertThat(Math.log(errors[t]) / Math.log(before))
                        .as("from %s to %s, step %s", before, errors[t], t)
                        .isGreaterThan(1.2);
                superlinear++;
            }
        }
        assertThat(superlinear).as("steps of the superlinear phase").isGreaterThanOrEqualTo(1);
    }

    static Stream<Penalty> penalties() {
        return Stream.of(
                new L2(1e-3),
                new L1(0.02),
                new Box(-0.1, 0.3, 0.01, 0),
                GroupL2.of(new int[] {0, 0, 0, 1, 1, -1}, 0.02, 1e-3));
    }

    /** Distances of the iterates from the last one, by its size. */
    private static double[] errors(Solver<FiniteSum, Linear> solver, FiniteSum problem) {
        Run<Linear> run = solver.start(problem, 1);
        List<double[]> path = new ArrayList<>();
        path.add(weights(run));
        for (int step = 0; step < 300 && run.health() == Run.Health.WELL; step++) {
            run.step();
            path.add(weights(run));
        }
        double[] optimum = path.get(path.size() - 1);
        double size = distance(optimum, new double[optimum.length]);
        return path.stream().mapToDouble(b -> distance(b, optimum) / size).toArray();
    }

    /** No step of self-concordant length leaves the rates' domain, however far the start is from the optimum. */
    @Test
    void selfConcordantStepsStayInTheDomain() {
        Dataset data = Problems.weighted(Problems.data(new PoissonIdentity(), 150, 10, 1, 4), 5);
        FiniteSum problem = FiniteSum.of(data, new PoissonIdentity(), new L2(1e-4), false);
        for (double first : new double[] {0.01, 1, 100}) {
            double[] start = new double[10];
            Arrays.fill(start, first);
            Run<Linear> run = new Newton(Damping.SELF_CONCORDANT).start(problem, 1, new Linear(start, 0));
            double before = problem.objective(run.solution());
            for (int step = 0; step < 2000 && run.health() == Run.Health.WELL; step++) {
                run.step();
                double now = problem.objective(run.solution());
                assertThat(now).as("from %s, step %s", first, step).isLessThanOrEqualTo(before * (1 + 1e-12) + 1e-12);
                before = now;
            }
            assertThat(run.certificate().relativeGap()).as("from %s", first).isLessThan(1e-9);
        }
    }
}
