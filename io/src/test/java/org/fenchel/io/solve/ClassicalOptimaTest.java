package org.fenchel.io.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.fenchel.solver.Solver;
import org.fenchel.solver.newton.Newton;
import org.fenchel.solver.newton.NewtonCg;
import org.fenchel.solver.quasinewton.Lbfgs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The second-order methods reach an optimum that is known from independent code. */
class ClassicalOptimaTest {
    static Stream<Solver<FiniteSum, Linear>> methods() {
        return Stream.of(new Lbfgs(), new Newton(), new NewtonCg());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void agreesWithIndependentCode(Solver<FiniteSum, Linear> method) {
        Dataset data = RealProblems.libsvm("libsvm-a9a/a9a.gz", 123);
        FiniteSum problem = FiniteSum.of(data, new Logistic(), new L2(1.0 / data.n()), false);
        Fit<Linear> fit = Driver.fit(
                problem, method, new StopRule().withRelativeGap(1e-10).withPasses(5000));
        assertThat(fit.trace().reason()).as("%s", fit.certificate()).isEqualTo(StopReason.CERTIFIED);
        assertThat(fit.certificate().primal() * data.n()).isCloseTo(10529.5625846379, within(1e-9 * 10529.5625846379));
    }
}
