package org.fenchel.solver.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.kernel.Vectors;
import org.fenchel.loss.Absolute;
import org.fenchel.loss.PoissonLog;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.None;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.fenchel.solver.direct.LeastSquares;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates that are proven, and what is refused. */
class GradientDescentTest {
    /** Columns that are orthogonal with known lengths: the mean loss has the eigenvalues 4 and 1/4. */
    private static final Dataset KNOWN =
            Dataset.of(new double[][] {{2, 0.5}, {2, -0.5}, {-2, 0.5}, {-2, -0.5}}, new double[] {1, 2, 3, 7});

    private static void requireRate(double l2) {
        FiniteSum problem = FiniteSum.of(KNOWN, new Squared(), new L2(l2), false);
        double optimum = Driver.fit(problem, new LeastSquares(), new StopRule().withRelativeGap(1e-14))
                .certificate()
                .primal();
        double condition = (4 + l2) / (0.25 + l2);
        Run<Linear> run = new GradientDescent(StepSize.FIXED).start(problem, 1);
        double first = problem.objective(run.solution()) - optimum;
        for (int t = 1; t <= 150; t++) {
            run.step();
            double left = problem.objective(run.solution()) - optimum;
            assertThat(left).as("step %s", t).isLessThanOrEqualTo(first * Math.pow(1 - 1 / condition, t) + 1e-14);
        }
    }

    @Test
    void leastSquaresConvergesAtTheProvenRate() {
        requireRate(0);
        requireRate(0.1);
    }

    /** Columns of known singular values, turned at random: X = Q diag(s) V', so that X'X has the eigenvalues s^2. */
    private static double[] withSingularValues(int n, double[] s, Random random) {
        int d = s.length;
        double[][] q = orthonormal(d, n, random);
        double[][] v = orthonormal(d, d, random);
        double[] x = new double[n * d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    x[i * d + j] += q[k][i] * s[k] * v[k][j];
                }
            }
        }
        return x;
    }

    private static double[][] orthonormal(int count, int length, Random random) {
        double[][] rows = new double[count][];
        for (int k = 0; k < count; k++) {
            rows[k] = Problems.vector(random, length, 1);
            for (int twice = 0; twice < 2; twice++) {
                for (int l = 0; l < k; l++) {
                    Vectors.axpy(length, -Vectors.dot(length, rows[k], 0, rows[l], 0), rows[l], 0, rows[k], 0);
                }
            }
            double norm = Math.sqrt(Vectors.dot(length, rows[k], 0, rows[k], 0));
            for (int i = 0; i < length; i++) {
                rows[k][i] /= norm;
            }
        }
        return rows;
    }

    /**
     * f = ||y - Xw||^2 + lambda ||w||^2 falls as f - f* <= (1 - mu / L)^t (f_0 - f*) with L = 2 (lmax + lambda), mu = 2 (lmin + lambda),
     * lmax and lmin the extreme eigenvalues of X'X: here, in means, everything is divided by 2n, which leaves the ratio. (The
     * solver's L is an upper estimate, a tenth too large at most: conditions below that would show it.)
     */
    @ParameterizedTest
    @CsvSource({"3,0", "10,0", "300,0", "300,1e-3", "1e4,1e-2"})
    void fullRankLeastSquaresAndRidgeConvergeAtTheProvenRate(double condition, double lambda) {
        int n = 40;
        int d = 6;
        Random random = new Random(7);
        double[] s = new double[d];
        Arrays.setAll(s, k -> Math.pow(condition, -0.5 * k / (d - 1)));
        Dataset data = Dataset.of(
                DenseRows.wrap(n, d, withSingularValues(n, s, random)),
                random.doubles(n, -1, 1).toArray());
        FiniteSum problem = FiniteSum.of(data, new Squared(), new L2(lambda / n), false);
        double optimum = Driver.fit(problem, new LeastSquares(), new StopRule().withRelativeGap(1e-14))
                .certificate()
                .primal();
        double kappa = (1 + lambda) / (1 / condition + lambda);
        Run<Linear> run = new GradientDescent(StepSize.FIXED).start(problem, 1);
        double first = problem.objective(run.solution()) - optimum;
        for (int t = 1; t <= 500; t++) {
            run.step();
            double left = problem.objective(run.solution()) - optimum;
            assertThat(left).as("step %s", t).isLessThanOrEqualTo(first * Math.pow(1 - 1 / kappa, t) + 1e-14);
        }
    }

    @Test
    void kinksAreRefusedAndUnboundedCurvatureOnlyByFixedSteps() {
        Dataset data = Problems.data(new PoissonLog(), 30, 3, 1, 1);
        assertThat(new Fista().refusal(FiniteSum.of(data, new Absolute(), new None(), true)))
                .hasValueSatisfying(why -> assertThat(why).contains("kinks"));
        FiniteSum counts = FiniteSum.of(data, new PoissonLog(), new None(), true);
        assertThat(new GradientDescent().refusal(counts)).isEmpty();
        assertThat(new GradientDescent(StepSize.FIXED).refusal(counts))
                .hasValueSatisfying(why -> assertThat(why).contains("backtracking"));
    }

    @Test
    void accelerationNeedsFewerPasses() {
        FiniteSum problem =
                FiniteSum.of(Problems.data(new Squared(), 100, 40, 1, 2), new Squared(), new L2(1e-3), true);
        StopRule rule = new StopRule().withRelativeGap(1e-8).withPasses(100_000);
        double plain = Driver.fit(problem, new GradientDescent(StepSize.FIXED), rule)
                .trace()
                .last()
                .passes();
        double accelerated = Driver.fit(problem, new Fista(StepSize.FIXED), rule)
                .trace()
                .last()
                .passes();
        assertThat(accelerated).isLessThan(plain / 2);
    }
}
