package org.fenchel.io.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Logistic;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.dual.Sdca;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dual coordinate ascent on real classes: optima that are known, and penalties so small that it needs its finish. */
class DualOptimaTest {
    /** Optima of 1/2 ||w||^2 + sum log(1 + exp(-y w'x)) from independent code, good to all their digits. */
    static Stream<Arguments> known() {
        return Stream.of(
                Arguments.of("libsvm-a9a/a9a.gz", 123, 10529.5625846379),
                Arguments.of("libsvm-w8a/w8a.gz", 300, 6277.36297321153));
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreesWithIndependentCode(String file, int d, double optimum) {
        Dataset data = RealProblems.libsvm(file, d);
        FiniteSum problem = FiniteSum.of(data, new Logistic(), new L2(1.0 / data.n()), false);
        for (Sdca method : new Sdca[] {new Sdca(), new Sdca().withoutFinish()}) {
            Fit<Linear> fit = Driver.fit(problem, method, new StopRule().withRelativeGap(1e-10));
            assertThat(fit.trace().reason())
                    .as("%s: %s", method, fit.certificate())
                    .isEqualTo(StopReason.CERTIFIED);
            assertThat(fit.certificate().primal() * data.n()).isCloseTo(optimum, within(1e-9 * optimum));
            assertThat(problem.objective(fit.solution()))
                    .isCloseTo(fit.certificate().primal(), within(1e-12));
        }
    }

    /** A data set by name, read when it is used. */
    record Named(String name, Supplier<Dataset> read) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> small() {
        return Stream.of(
                        new Named("spambase", RealProblems::spambase),
                        new Named("a9a", () -> RealProblems.libsvm("libsvm-a9a/a9a.gz", 123)),
                        new Named("w8a", () -> RealProblems.libsvm("libsvm-w8a/w8a.gz", 300)))
                .flatMap(data -> Stream.of(Arguments.of(data, false), Arguments.of(data, true)));
    }

    @ParameterizedTest
    @MethodSource("small")
    void defaultsCertifyWithNextToNoPenalty(Named named, boolean intercept) {
        Dataset data = named.read.get();
        FiniteSum problem = FiniteSum.of(data, new Logistic(), new L2(1e-2 / data.n()), intercept);
        Fit<Linear> fit = Driver.fit(problem, new Sdca(), new StopRule());
        assertThat(fit.trace().reason())
                .as("%s after %s", fit.certificate(), fit.trace().last())
                .isEqualTo(StopReason.CERTIFIED);
        assertThat(problem.objective(fit.solution()))
                .isCloseTo(fit.certificate().primal(), within(1e-9));
    }
}
