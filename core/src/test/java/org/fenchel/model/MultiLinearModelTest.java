package org.fenchel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Softmax;
import org.fenchel.loss.VectorLoss;
import org.fenchel.penalty.None;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.run.Driver;
import org.fenchel.run.StopRule;
import org.fenchel.solver.VectorProblems;
import org.fenchel.solver.newton.NewtonCg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MultiLinearModelTest {
    private static final MultiLinear SOLUTION =
            new MultiLinear(new double[] {1, 0, -1, 0.5, 2, 0}, new double[] {0.1, 0, -0.1});

    private static MultiLinearModel model(VectorLoss loss) {
        return MultiLinearModel.of(loss, SOLUTION, List.of("a", "b"), List.of("x", "y", "z"));
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.solver.VectorProblems#losses")
    void scoresRows(VectorLoss loss) {
        MultiLinearModel model = model(loss);
        assertThat(model.margins(new double[] {2, 1})).containsExactly(new double[] {2.6, 2, -2.1}, within(1e-15));
        assertThat(model.predict(new double[] {2, 1})).isZero();
        assertThat(model.classNames().get(model.predict(new double[] {0, 3}))).isEqualTo("y");
        double[] p = model.probabilities(new double[] {2, 1});
        assertThat(p[0] + p[1] + p[2]).isCloseTo(1, within(1e-15));
        assertThat(MultiLinearModel.largest(p)).isZero();
    }

    @Test
    void softmaxProbabilitiesAreExponentialsOfMargins() {
        double[] p = model(new Softmax()).probabilities(new double[] {2, 1});
        assertThat(Math.log(p[0] / p[2])).isCloseTo(4.7, within(1e-13));
    }

    @Test
    void keepsNothingOfItsParts() {
        MultiLinear parts = new MultiLinear(new double[6], new double[3]);
        MultiLinearModel model = MultiLinearModel.of(new Softmax(), parts, List.of("a", "b"), List.of("x", "y", "z"));
        parts.weights()[0] = 1;
        parts.intercepts()[0] = 1;
        model.weights()[1] = 1;
        model.intercepts()[1] = 1;
        assertThat(model.margins(new double[] {1, 1})).containsOnly(0);
    }

    @Test
    void namesMustFit() {
        assertThatThrownBy(() -> MultiLinearModel.of(new Softmax(), SOLUTION, List.of("a"), List.of("x", "y", "z")))
                .hasMessageContaining("1 features of 3 classes");
        assertThatThrownBy(() -> MultiLinearModel.of(new Softmax(), SOLUTION, List.of("a", "b"), List.of("x", "y")))
                .hasMessageContaining("2 names for 3 classes");
    }

    /** Without a penalty the mean probability of a class is its share of the rows: the intercepts' optimality. */
    @Test
    void softmaxIsCalibrated() {
        Dataset data = VectorProblems.data(300, 3, 4, 1, 5);
        VectorSum problem = VectorSum.of(data, new Softmax(), new None(), 4, true);
        MultiLinear solution = Driver.fit(problem, new NewtonCg().onVectors(), new StopRule().withRelativeGap(1e-9))
                .solution();
        MultiLinearModel model =
                MultiLinearModel.of(new Softmax(), solution, data.featureNames(), List.of("0", "1", "2", "3"));
        double[] means = new double[4];
        double[] shares = new double[4];
        for (int i = 0; i < data.n(); i++) {
            double[] x = new double[3];
            data.rows().axpy(1, i, x);
            double[] p = model.probabilities(x);
            for (int k = 0; k < 4; k++) {
                means[k] += p[k] / data.n();
            }
            shares[(int) data.target(i)] += 1.0 / data.n();
        }
        assertThat(means).containsExactly(shares, within(1e-12));
    }
}
