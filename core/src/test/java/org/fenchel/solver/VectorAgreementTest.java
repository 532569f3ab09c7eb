package org.fenchel.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Softmax;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.quasinewton.Lbfgs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods on several margins a row find one optimum. */
class VectorAgreementTest {
    /**
     * Two classes: the margins of a softmax optimum are b and -b, whose difference 2 b are the weights of logistic regression. The
     * penalty l2/2 (|b|^2 + |b|^2) is l2/4 |2 b|^2: softmax with l2 is logistic with l2/2.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.3})
    void softmaxOfTwoClassesIsLogistic(double density) {
        double l2 = 0.02;
        Dataset data = VectorProblems.data(120, 6, 2, density, 7);
        Dataset signs = data.withTargets(
                Arrays.stream(data.targets()).map(y -> y == 1 ? 1 : -1).toArray());
        StopRule rule = new StopRule().withRelativeGap(1e-12);
        Fit<MultiLinear> vector =
                Driver.fit(VectorSum.of(data, new Softmax(), new L2(l2), 2, true), new Lbfgs().onVectors(), rule);
        Fit<Linear> scalar = Driver.fit(FiniteSum.of(signs, new Logistic(), new L2(l2 / 2), true), new Lbfgs(), rule);
        assertThat(vector.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(vector.certificate().primal()).isCloseTo(scalar.certificate().primal(), within(1e-11));
        for (int j = 0; j < 6; j++) {
            double[] b = vector.solution().weights();
            assertThat(b[2 * j + 1] - b[2 * j]).isCloseTo(scalar.solution().weights()[j], within(1e-4));
        }
    }
}
