package org.fenchel.solver.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Squared;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.run.Driver;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GibbsTest {
    /** Mean tanh(z/2) / (2 z) and variance (sinh z - z) / (4 z^3 cosh^2(z/2)), within five standard errors. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.5, -2, 5, 12, 40})
    void polyaGammaHasItsMoments(double z) {
        PolyaGamma sampler = new PolyaGamma(new Draws(3));
        int n = 200_000;
        double sum = 0;
        double squares = 0;
        double mean = Math.tanh(z / 2) / (2 * z);
        for (int i = 0; i < n; i++) {
            double x = sampler.draw(z);
            assertThat(x).isPositive();
            sum += x;
            squares += (x - mean) * (x - mean);
        }
        double variance = Math.abs(z) < 0.01
                ? 1 / 24.0
                : (Math.sinh(z) - z) / (4 * z * z * z * Math.cosh(z / 2) * Math.cosh(z / 2));
        assertThat(sum / n).isCloseTo(mean, within(5 * Math.sqrt(variance / n)));
        assertThat(squares / n).isCloseTo(variance, within(0.05 * variance));
    }

    /** Without factors and with many rows the posterior is narrow, around the least-squares weights. */
    @Test
    void manyRowsOfALinearModelLeaveNoDoubt() {
        Random random = new Random(1);
        int n = 5000;
        double[][] x = new double[n][3];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 3; j++) {
                x[i][j] = random.nextGaussian();
            }
            y[i] = 1 + 2 * x[i][0] - 3 * x[i][1] + 0.5 * x[i][2] + 0.5 * random.nextGaussian();
        }
        FactorizationFit problem = FactorizationFit.of(Dataset.of(x, y), new Squared(), 0, 0, 0);
        Factorized mean = Driver.fit(problem, new Gibbs(), new StopRule()).solution();
        assertThat(mean.intercept()).isCloseTo(1, within(0.03));
        assertThat(mean.factors().weight(0)).isCloseTo(2, within(0.03));
        assertThat(mean.factors().weight(1)).isCloseTo(-3, within(0.03));
        assertThat(mean.factors().weight(2)).isCloseTo(0.5, within(0.03));
    }

    /** With few rows the mean of probabilities, which the one machine is scaled to, is not as sure as the best fit. */
    @Test
    void doubtIsInTheProbabilities() {
        double[] x = new double[40];
        double[] y = new double[40];
        Random random = new Random(2);
        for (int i = 0; i < 40; i++) {
            x[i] = random.nextGaussian();
            y[i] = x[i] + 0.3 * random.nextGaussian() > 0 ? 1 : -1;
        }
        FactorizationFit problem =
                FactorizationFit.of(Dataset.of(DenseRows.wrap(40, 1, x), y), new Logistic(), 0, 0, 0);
        Run<Factorized> run = new Gibbs().start(problem, 1);
        while (run.health() == Run.Health.WELL) {
            run.step();
        }
        double slope = run.solution().factors().weight(0);
        assertThat(slope).isBetween(1.0, 20.0);
        assertThat(run.passes()).isEqualTo(150);
    }

    @Test
    void calibrationFindsScaleAndShift() {
        double[] scores = new Random(1).doubles(1000, -3, 3).toArray();
        double[] probabilities = new double[1000];
        for (int i = 0; i < 1000; i++) {
            probabilities[i] = 1 / (1 + Math.exp(-(0.7 * scores[i] + 0.2)));
        }
        Calibration fitted = Calibration.of(scores, probabilities);
        assertThat(fitted.scale()).isCloseTo(0.7, within(1e-9));
        assertThat(fitted.shift()).isCloseTo(0.2, within(1e-9));
        assertThat(Calibration.of(new double[3], new double[3])).isEqualTo(new Calibration(1, 0));
    }

    @Test
    void refusesWhatHasNoNormalForm() {
        Dataset data = Dataset.of(new double[][] {{1}, {2}}, new double[] {1, -1});
        assertThat(new Gibbs().refusal(FactorizationFit.of(data, new Hinge(), 2, 0, 0)))
                .hasValueSatisfying(why -> assertThat(why).contains("logistic"));
        Dataset weighted = data.withWeights(new double[] {1, 2});
        assertThat(new Gibbs().refusal(FactorizationFit.of(weighted, new Logistic(), 2, 0, 0)))
                .isPresent();
        assertThat(new Gibbs().refusal(FactorizationFit.of(weighted, new Squared(), 2, 0, 0)))
                .isEmpty();
    }
}
