package org.fenchel.solver.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Huber;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.fenchel.solver.proximal.ProximalPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However rows are drawn, grouped and dealt out to threads: one optimum, and one run for a seed. */
class SamplingTest {
    private static final int N = 120;

    static Stream<Sdca> methods() {
        List<Sdca> methods = new ArrayList<>();
        for (Sampling sampling : Sampling.values()) {
            for (int block : new int[] {1, 2, 3, 10, 48, 256}) {
                for (int threads = 1; threads <= 3; threads++) {
                    methods.add(new Sdca(sampling, block, threads, false));
                }
            }
        }
        return methods.stream();
    }

    static Stream<Arguments> grid() {
        return Stream.of(
                        problem(new Logistic(), new L2(0.02), false),
                        problem(new Logistic(), new ElasticNet(0.01, 0.02), true),
                        problem(new Hinge(), new L2(0.1), false),
                        problem(new PoissonIdentity(), new L2(0.05), false))
                .flatMap(problem -> methods().map(method -> Arguments.of(problem, method)));
    }

    /** Prints itself as the problem does. */
    record Case(FiniteSum problem, double optimum) {
        @Override
        public String toString() {
            return problem.describe();
        }
    }

    private static Case problem(Loss loss, Penalty penalty, boolean intercept) {
        Dataset data = Problems.weighted(Problems.data(loss, N, 8, 0.5, 21), 22);
        FiniteSum problem = FiniteSum.of(data, loss, penalty, intercept);
        Fit<Linear> fit = Driver.fit(problem, new ProximalPoint(), new StopRule().withRelativeGap(1e-9));
        assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        return new Case(problem, fit.certificate().primal());
    }

    @ParameterizedTest
    @MethodSource("grid")
    void sameOptimum(Case known, Sdca method) {
        StopRule rule = new StopRule().withRelativeGap(1e-8).withPasses(5000);
        Fit<Linear> fit = Driver.fit(known.problem, method, rule);
        assertThat(fit.trace().reason()).as("%s", fit.certificate()).isEqualTo(StopReason.CERTIFIED);
        assertThat(fit.certificate().primal())
                .isCloseTo(known.optimum, within(2e-8 * Math.max(1, Math.abs(known.optimum))));
    }

    private static double[] after(FiniteSum problem, Sdca method, long seed) {
        Run<Linear> run = method.start(problem, seed);
        for (int pass = 0; pass < 4; pass++) {
            run.step();
        }
        Linear solution = run.solution();
        double[] all = Arrays.copyOf(solution.weights(), solution.weights().length + 1);
        all[all.length - 1] = solution.intercept();
        return all;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void sameSeedSameBitsAnotherSeedOthers(Sdca method) {
        // blocks take exponentials many at once, whose last bits are the compiler's: a loss without them
        Loss loss = method.block() > 1 ? new Huber() : new Logistic();
        FiniteSum problem = problem(loss, new ElasticNet(0.01, 0.02), true).problem;
        double[] first = after(problem, method, 7);
        for (int again = 0; again < 2; again++) {
            assertThat(after(problem, method, 7)).isEqualTo(first);
        }
        if (method.block() * method.threads() < N) {
            assertThat(after(problem, method, 8)).isNotEqualTo(first);
        }
    }
}
