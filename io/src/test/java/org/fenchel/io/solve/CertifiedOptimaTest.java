package org.fenchel.io.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.proximal.ProximalPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The default method certifies optima of real data as they come: unscaled, sparse, collinear. */
class CertifiedOptimaTest {
    /** Optima of 1/2 ||w||^2 + sum log(1 + exp(-y w'x)) from independent code, good to all their digits. */
    static Stream<Arguments> known() {
        return Stream.of(
                Arguments.of("libsvm-a9a/a9a.gz", 123, 32561, 10529.5625846379),
                Arguments.of("libsvm-w8a/w8a.gz", 300, 49749, 6277.36297321153));
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreesWithIndependentCode(String file, int d, int n, double optimum) {
        Dataset indicator = RealProblems.libsvm(file, d);
        assertThat(indicator.n()).isEqualTo(n);
        assertThat(indicator.d()).isEqualTo(d);
        for (Dataset data : new Dataset[] {indicator, RealProblems.dense(indicator)}) {
            FiniteSum problem = FiniteSum.of(data, new Logistic(), new L2(1.0 / n), false);
            // objectives are a third and an eighth, gaps relative to 1: so much implies nine digits of either
            Fit<Linear> fit = Driver.fit(problem, new ProximalPoint(), new StopRule().withRelativeGap(1e-10));
            assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
            assertThat(fit.certificate().relativeGap()).isLessThan(1e-8);
            assertThat(fit.certificate().primal() * n).isCloseTo(optimum, within(1e-9 * optimum));
            assertThat(problem.objective(fit.solution()))
                    .isCloseTo(fit.certificate().primal(), within(1e-12));
        }
    }

    /** A data set by name, read when it is used. */
    record Named(String name, Loss loss, Supplier<Dataset> read) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> defaults() {
        Loss logistic = new Logistic();
        return Stream.of(
                        new Named("spambase", logistic, RealProblems::spambase),
                        new Named("a9a", logistic, () -> RealProblems.libsvm("libsvm-a9a/a9a.gz", 123)),
                        new Named("w8a", logistic, () -> RealProblems.libsvm("libsvm-w8a/w8a.gz", 300)),
                        new Named(
                                "german",
                                logistic,
                                () -> RealProblems.libsvm("libsvm-german-scale/german_scale.txt", 24)),
                        new Named(
                                "reuters",
                                logistic,
                                () -> RealProblems.libsvm("reuters-money-lasvm/reuters.trn.gz", 0)),
                        new Named("breast cancer", logistic, RealProblems::breastCancer),
                        new Named("bike sharing", new Squared(), RealProblems::bikeSharing),
                        new Named("abalone", new Squared(), RealProblems::abalone))
                .flatMap(data -> Stream.of("l2", "l1")
                        .flatMap(penalty ->
                                Stream.of(Arguments.of(data, penalty, false), Arguments.of(data, penalty, true))));
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void defaultsCertify(Named named, String kind, boolean intercept) {
        Dataset data = named.read.get();
        Penalty penalty = kind.equals("l2") ? new L2(1.0 / data.n()) : new L1(1e-3);
        FiniteSum problem = FiniteSum.of(data, named.loss, penalty, intercept);
        Fit<Linear> fit = Driver.fit(problem, new ProximalPoint(), new StopRule());
        assertThat(fit.trace().reason())
                .as("%s after %s", fit.certificate(), fit.trace().last())
                .isEqualTo(StopReason.CERTIFIED);
        assertThat(fit.certificate().relativeGap()).isLessThanOrEqualTo(1e-6);
        assertThat(problem.objective(fit.solution()))
                .isCloseTo(
                        fit.certificate().primal(),
                        within(1e-9 * Math.abs(fit.certificate().primal())));
    }
}
