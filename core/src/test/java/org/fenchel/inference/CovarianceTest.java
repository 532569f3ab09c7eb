package org.fenchel.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Huber;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.loss.PoissonLog;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.proximal.ProximalPoint;
import org.junit.jupiter.api.Test;

/** Published outputs of R for its own example data, and numbers of an independent computation in numpy 2.4. */
class CovarianceTest {
    private static final double[] WEIGHT = {
        4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14, 4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89,
        4.32, 4.69
    };

    private static final double[] TONS = {
        2.620, 2.875, 2.320, 3.215, 3.440, 3.460, 3.570, 3.190, 3.150, 3.440, 3.440, 4.070, 3.730, 3.780, 5.250, 5.424,
        5.345, 2.200, 1.615, 1.835, 2.465, 3.520, 3.435, 3.840, 3.845, 1.935, 2.140, 1.513, 3.170, 2.770, 3.570, 2.780
    };

    private static Covariance fitted(Dataset data, Loss loss, Estimator estimator) {
        FiniteSum problem = FiniteSum.of(data, loss, new None(), true);
        Linear solution = Driver.fit(problem, new ProximalPoint(), new StopRule().withRelativeGap(1e-14))
                .solution();
        Covariance covariance = Covariance.of(problem, solution, estimator, data.featureNames());
        assertThat(covariance.distance()).isLessThan(1e-4);
        return covariance;
    }

    private static Dataset plants() {
        double[][] x = new double[20][1];
        for (int i = 10; i < 20; i++) {
            x[i][0] = 1;
        }
        return Dataset.of(x, WEIGHT);
    }

    private static Dataset cars() {
        double[][] x = new double[32][];
        double[] y = new double[32];
        for (int i = 0; i < 32; i++) {
            x[i] = new double[] {TONS[i]};
            y[i] = i < 3 || i >= 17 && i < 20 || i >= 25 ? 1 : -1;
        }
        return Dataset.of(x, y);
    }

    /** R, ?lm: lm(weight ~ group) of PlantGrowth: 5.0320 (0.2202, t 22.850), -0.3710 (0.3114, t -1.191, p 0.249). */
    @Test
    void linear() {
        Covariance covariance = fitted(plants(), new Squared(), Estimator.MODEL);
        Coefficient intercept = covariance.intercept();
        Coefficient treated = covariance.weight(0);
        assertThat(covariance.degrees()).isEqualTo(18);
        assertThat(intercept.estimate()).isCloseTo(5.032, within(1e-6));
        assertThat(intercept.standardError()).isCloseTo(0.2202176953, within(1e-8));
        assertThat(intercept.statistic()).isCloseTo(22.8501165296, within(1e-5));
        assertThat(treated.standardError()).isCloseTo(0.3114348514, within(1e-8));
        assertThat(treated.statistic()).isCloseTo(-1.1912603818, within(1e-6));
        assertThat(treated.pValue()).isCloseTo(0.24902316597, within(1e-7));
        // Student's 97.5 % quantile of 18 degrees is 2.10092204024
        assertThat(treated.high()).isCloseTo(-0.371 + 2.10092204024 * 0.3114348514, within(1e-6));
        assertThat(treated.low()).isCloseTo(-0.371 - 2.10092204024 * 0.3114348514, within(1e-6));
    }

    /** R: glm(am ~ wt, binomial) of mtcars: 12.040 (4.510, z 2.670, p 0.00759), -4.024 (1.436, z -2.801, p 0.00509). */
    @Test
    void logistic() {
        Covariance covariance = fitted(cars(), new Logistic(), Estimator.MODEL);
        assertThat(covariance.degrees()).isInfinite();
        assertThat(covariance.intercept().estimate()).isCloseTo(12.0403697287, within(1e-4));
        assertThat(covariance.intercept().standardError()).isCloseTo(4.510066239, within(1e-4));
        assertThat(covariance.intercept().pValue()).isCloseTo(0.007592677, within(1e-7));
        assertThat(covariance.weight(0).standardError()).isCloseTo(1.4365277526, within(1e-5));
        assertThat(covariance.weight(0).statistic()).isCloseTo(-2.8011780175, within(1e-5));
        assertThat(covariance.weight(0).pValue()).isCloseTo(0.0050916423, within(1e-7));
    }

    /** R, ?glm, counts of Dobson (1990): 3.045 (0.1709), -0.4543 (0.2022), -0.2930 (0.1927), 0 (0.2000), 0 (0.2000). */
    @Test
    void poisson() {
        double[] counts = {18, 17, 15, 20, 10, 20, 25, 13, 12};
        double[][] x = new double[9][4];
        for (int i = 0; i < 9; i++) {
            for (int k = 1; k < 3; k++) {
                x[i][k - 1] = i % 3 == k ? 1 : 0;
                x[i][k + 1] = i / 3 == k ? 1 : 0;
            }
        }
        Covariance covariance = fitted(Dataset.of(x, counts), new PoissonLog(), Estimator.MODEL);
        assertThat(covariance.intercept().standardError()).isCloseTo(0.1708986519, within(1e-7));
        double[] errors = {0.2021707592, 0.1927423452, 0.2, 0.2};
        double[] estimates = {-0.45425527228, -0.29298712468, 0, 0};
        for (int j = 0; j < 4; j++) {
            assertThat(covariance.weight(j).standardError()).isCloseTo(errors[j], within(1e-7));
            assertThat(covariance.weight(j).estimate()).isCloseTo(estimates[j], within(1e-6));
        }
    }

    /** By numpy: the sandwich times n / (n - p). */
    @Test
    void robust() {
        assertThat(fitted(plants(), new Squared(), Estimator.ROBUST).intercept().standardError())
                .isCloseTo(0.184389684, within(1e-8));
        Covariance cars = fitted(cars(), new Logistic(), Estimator.ROBUST);
        assertThat(cars.intercept().standardError()).isCloseTo(5.1186014949, within(1e-4));
        assertThat(cars.weight(0).standardError()).isCloseTo(1.6088302173, within(1e-5));
    }

    /** By numpy, with weights 1, 2, 3, 1, 2, 3, ...: as R's lm has them. */
    @Test
    void sampleWeights() {
        double[] weights = new double[20];
        Arrays.setAll(weights, i -> 1 + i % 3);
        Covariance covariance = fitted(plants().withWeights(weights), new Squared(), Estimator.MODEL);
        assertThat(covariance.intercept().estimate()).isCloseTo(5.0089473684, within(1e-6));
        assertThat(covariance.intercept().standardError()).isCloseTo(0.2190214411, within(1e-7));
        assertThat(covariance.weight(0).standardError()).isCloseTo(0.3058467978, within(1e-7));
    }

    /** A weight of 2 is two rows to a likelihood, and sparse rows are rows. */
    @Test
    void storageAndRepetitionDoNotMatter() {
        Dataset once = Problems.data(new Logistic(), 300, 5, 0.5, 9);
        int[] twice = new int[600];
        Arrays.setAll(twice, i -> i / 2);
        double[] weights = new double[300];
        Arrays.fill(weights, 2);
        Covariance repeated = fitted(once.select(twice), new Logistic(), Estimator.MODEL);
        Covariance weighted = fitted(once.withWeights(weights), new Logistic(), Estimator.MODEL);
        for (int j = 0; j < 5; j++) {
            assertThat(weighted.weight(j).standardError())
                    .isCloseTo(repeated.weight(j).standardError(), within(1e-7));
        }
    }

    /** The mean of identity-link counts: its variance is mean / n, whatever the unit of a combination. */
    @Test
    void combinations() {
        Dataset data = Dataset.of(new double[][] {{0}, {0}, {1}, {1}}, new double[] {1, 3, 5, 7});
        Covariance covariance = fitted(data, new PoissonIdentity(), Estimator.MODEL);
        assertThat(covariance.intercept().standardError()).isCloseTo(Math.sqrt(2 / 2.0), within(1e-5));
        Coefficient sum = covariance.combination(new double[] {1}, 1);
        assertThat(sum.estimate()).isCloseTo(6, within(1e-5));
        assertThat(sum.standardError()).isCloseTo(Math.sqrt(6 / 2.0), within(1e-5));
    }

    @Test
    void dependentColumnsAreNamed() {
        double[][] x = new double[30][3];
        double[] y = new double[30];
        for (int i = 0; i < 30; i++) {
            x[i] = new double[] {i % 7, i % 5, 2 * (i % 7) - 3 * (i % 5) + 1};
            y[i] = i % 11;
        }
        Dataset data = Dataset.of(x, y).withFeatureNames(List.of("a", "b", "c"));
        assertThatThrownBy(() -> at(data, new Squared(), new None(), Estimator.MODEL))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'c' is a combination of")
                .hasMessageContaining("'a'")
                .hasMessageContaining("'b'")
                .hasMessageContaining("the intercept");
        for (double[] row : x) {
            row[2] = 4;
        }
        Dataset constant = Dataset.of(x, y).withFeatureNames(List.of("a", "b", "c"));
        assertThatThrownBy(() -> at(constant, new Squared(), new None(), Estimator.MODEL))
                .hasMessageContaining("'c' is a combination of the intercept");
        for (double[] row : x) {
            row[1] = 0;
        }
        Dataset zero = Dataset.of(x, y).withFeatureNames(List.of("a", "b", "c"));
        assertThatThrownBy(() -> at(zero, new Squared(), new None(), Estimator.MODEL))
                .hasMessageContaining("'b' is 0");
    }

    @Test
    void whatHasNoCovarianceIsRefused() {
        assertThatThrownBy(() -> at(plants(), new Squared(), new L2(0.1), Estimator.MODEL))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("l2(l2=0.1)");
        assertThatThrownBy(() -> at(plants(), new Squared(), new NonNegative(0, 0), Estimator.ROBUST))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> at(cars(), new Hinge(), new None(), Estimator.ROBUST))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("kinks");
        assertThatThrownBy(() -> at(plants(), new Huber(), new None(), Estimator.MODEL))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("robust");
        at(plants(), new Huber(), new None(), Estimator.ROBUST);
        Dataset two = Dataset.of(new double[][] {{1}, {2}}, new double[] {1, 2});
        assertThatThrownBy(() -> at(two, new Squared(), new None(), Estimator.MODEL))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("2 rows for 2 weights");
    }

    private static void at(Dataset data, Loss loss, Penalty penalty, Estimator estimator) {
        FiniteSum problem = FiniteSum.of(data, loss, penalty, true);
        Covariance.of(problem, new Linear(new double[data.d()], 5), estimator, data.featureNames());
    }
}
