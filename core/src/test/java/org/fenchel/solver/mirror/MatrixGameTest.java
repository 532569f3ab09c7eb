package org.fenchel.solver.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.fenchel.solver.mirror.CompositeConditionalGradient.Answer;
import org.fenchel.solver.mirror.CompositeConditionalGradient.Reached;
import org.fenchel.solver.oracle.L1Ball;
import org.fenchel.solver.oracle.L2Ball;
import org.fenchel.solver.oracle.LinearOracle;
import org.fenchel.solver.oracle.Vertex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The framework on points that are plain vectors: a bilinear game on two unit balls, and least squares in an l1 ball. */
class MatrixGameTest {
    private static final int M = 6;
    private static final int N = 4;

    private static final double[][] A = matrix();

    private static double[][] matrix() {
        Random random = new Random(8);
        double[][] a = new double[M][N];
        for (double[] row : a) {
            Arrays.setAll(row, j -> random.nextGaussian());
        }
        return a;
    }

    /** F(x, y) = [A y + c; -A'x], the field of min over x, max over y of x'Ay + c'x. */
    private static final VariationalInequality<double[], double[]> GAME = new VariationalInequality<>() {
        @Override
        public double[] at(double[] point) {
            double[] f = new double[M + N];
            for (int i = 0; i < M; i++) {
                f[i] = 0.3;
                for (int j = 0; j < N; j++) {
                    f[i] += A[i][j] * point[M + j];
                    f[M + j] -= A[i][j] * point[i];
                }
            }
            return f;
        }

        @Override
        public double lipschitz() {
            double sum = 0;
            for (double[] row : A) {
                for (double v : row) {
                    sum += v * v;
                }
            }
            return Math.sqrt(sum);
        }
    };

    /** Euclidean, with projections onto the balls: every mapping is exact. */
    private static final ProxSetup<double[], double[]> BALLS = new ProxSetup<>() {
        @Override
        public Mapped<double[]> map(double[] centre, double gamma, double[] g, double[] start, double eps) {
            double[] x = new double[M + N];
            Arrays.setAll(x, k -> centre[k] - gamma * g[k]);
            project(x, 0, M);
            project(x, M, M + N);
            return new Mapped<>(x, 0);
        }

        private static void project(double[] x, int from, int to) {
            double square = 0;
            for (int k = from; k < to; k++) {
                square += x[k] * x[k];
            }
            for (int k = from; square > 1 && k < to; k++) {
                x[k] /= Math.sqrt(square);
            }
        }

        @Override
        public double distance(double[] u, double[] other) {
            double sum = 0;
            for (int k = 0; k < u.length; k++) {
                sum += (u[k] - other[k]) * (u[k] - other[k]) / 2;
            }
            return sum;
        }

        @Override
        public double product(double[] g, double[] x) {
            double sum = 0;
            for (int k = 0; k < g.length; k++) {
                sum += g[k] * x[k];
            }
            return sum;
        }

        @Override
        public Mean<double[]> points() {
            return new Mean<>() {
                private final double[] sum = new double[M + N];
                private double weights;

                @Override
                public void add(double weight, double[] x) {
                    weights += weight;
                    Arrays.setAll(sum, k -> sum[k] + weight * x[k]);
                }

                @Override
                public double[] value() {
                    return Arrays.stream(sum).map(v -> v / weights).toArray();
                }
            };
        }

        @Override
        public Mean<double[]> values() {
            return points();
        }
    };

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theBoundHoldsAndTheGapCloses(boolean search) {
        CompositeMirrorProx<double[], double[]> method =
                new CompositeMirrorProx<>(GAME, BALLS, new double[M + N], search);
        double resolution = Double.NaN;
        for (int t = 1; t <= 400; t++) {
            method.step(0);
            resolution = method.protocol().resolution(MatrixGameTest::least);
            assertThat(resolution).isBetween(-1e-12, method.bound(1) + 1e-12);
            assertThat(saddleGap(method.protocol().mean())).isBetween(-1e-12, resolution + 1e-12);
            assertThat(method.excess()).isLessThanOrEqualTo(1e-12);
        }
        assertThat(resolution).isLessThan(2e-2);
        if (search) {
            assertThat(method.gamma()).isGreaterThan(1 / GAME.lipschitz());
            assertThat(method.rejected()).isPositive();
        }
    }

    /** The least of a linear function over both balls, by their oracle. */
    private static double least(double[] g) {
        L2Ball ball = new L2Ball(1);
        return ball.least(Arrays.copyOf(g, M)).value()
                + ball.least(Arrays.copyOfRange(g, M, M + N)).value();
    }

    /** max over y of x'Ay + c'x, less min over x of the same at the mean's y. */
    private static double saddleGap(double[] mean) {
        double[] f = GAME.at(mean);
        double linear = 0;
        for (int i = 0; i < M; i++) {
            linear += 0.3 * mean[i];
        }
        double most = -new L2Ball(1).least(Arrays.copyOfRange(f, M, M + N)).value();
        return linear + most - new L2Ball(1).least(Arrays.copyOf(f, M)).value();
    }

    /** min |x - c|^2 / 2 over |x|_1 at most 1: every delta bounds the distance to the optimum, and the rate is the paper's. */
    @Test
    void conditionalGradientsCertifyThemselves() {
        double[] c = {2, -1, 0.5, 0, 0.1};
        // the projection: c lowered by 1 in size, what is left has norm 1
        double optimum = 0.5 * (1 + 1 + 0.25 + 0 + 0.01);
        LinearOracle<double[]> ball = new L1Ball(1);
        for (int t = 2; t <= 40; t++) {
            CompositeConditionalGradient.Steps<double[], double[]> steps = new CompositeConditionalGradient.Steps<>() {
                @Override
                public Answer<double[]> oracle(double[] x) {
                    double[] g = new double[c.length];
                    Arrays.setAll(g, k -> x[k] - c[k]);
                    LinearOracle.Answer answer = ball.least(g);
                    double at = 0;
                    for (int k = 0; k < c.length; k++) {
                        at += g[k] * x[k];
                    }
                    Vertex.Coordinate one = (Vertex.Coordinate) answer.vertex();
                    double[] atom = new double[c.length];
                    atom[one.index()] = one.value();
                    assertThat(at - answer.value()).isGreaterThanOrEqualTo(value(x, c) - optimum - 1e-12);
                    return new Answer<>(atom, at - answer.value());
                }

                @Override
                public double[] next(int k, double[] x, double[] atom) {
                    double tau = 2.0 / (k + 1);
                    double[] next = new double[c.length];
                    Arrays.setAll(next, e -> (1 - tau) * x[e] + tau * atom[e]);
                    return next;
                }
            };
            Reached<double[]> reached =
                    CompositeConditionalGradient.minimise(steps, new double[c.length], 1e-12, t - 1);
            // L0 = 1 and the diameter is 2
            assertThat(value(reached.point(), c) - optimum).isBetween(-1e-12, 2.0 * 4 / (t + 1));
        }
    }

    private static double value(double[] x, double[] c) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += (x[k] - c[k]) * (x[k] - c[k]) / 2;
        }
        return sum;
    }
}
