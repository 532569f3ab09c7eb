package org.fenchel.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.fenchel.kernel.Vectors;
import org.fenchel.loss.Absolute;
import org.fenchel.loss.Huber;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Squared;
import org.fenchel.problem.lowrank.DataFit;
import org.fenchel.problem.lowrank.MeanLoss;
import org.fenchel.problem.lowrank.MoreauEnvelope;
import org.fenchel.problem.lowrank.ResidualNorm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every fit of a vector of entries. */
class DataFitTest {
    private static final int N = 12;

    static List<DataFit> fits() {
        return List.of(
                new MeanLoss(new Absolute()),
                new MeanLoss(new Squared()),
                new MeanLoss(new Huber()),
                new MeanLoss(new Logistic()),
                new ResidualNorm(),
                new MoreauEnvelope(new ResidualNorm(), 0.7),
                new MoreauEnvelope(new MeanLoss(new Absolute()), 3));
    }

    private static double[] targets(Random random) {
        return random.ints(N, 0, 2).mapToDouble(v -> 2 * v - 1).toArray(); // suits every loss
    }

    private static double[] normal(Random random, double size) {
        return random.doubles(N, -size, size).toArray();
    }

    private static double dot(double[] a, double[] b) {
        return Vectors.dot(N, a, 0, b, 0);
    }

    @ParameterizedTest
    @MethodSource("fits")
    void fenchelAndYoungAgreeAtProximalPoints(DataFit fit) {
        Random random = new Random(5);
        for (int trial = 0; trial < 50; trial++) {
            double[] b = targets(random);
            double[] z = normal(random, trial < 25 ? 3 : 300);
            double step = Math.exp(random.nextGaussian());
            double[] p = new double[N];
            double[] u = new double[N];
            fit.prox(z, step, b, p);
            fit.proxGradient(z, step, b, u);
            for (int k = 0; k < N; k++) {
                assertThat(p[k] + step * u[k]).isCloseTo(z[k], within(1e-9 * (1 + Math.abs(z[k])))); // Moreau
            }
            double conjugate = fit.conjugate(u, 1, b);
            double sum = fit.value(p, b) + conjugate;
            assertThat(sum).isCloseTo(dot(p, u), within(1e-8 * (1 + Math.abs(conjugate))));
            double[] other = normal(random, 3);
            assertThat(fit.value(other, b) + conjugate)
                    .isGreaterThanOrEqualTo(dot(other, u) - 1e-9 * (1 + Math.abs(conjugate)));
        }
    }

    @ParameterizedTest
    @MethodSource("fits")
    void proximalPointsAreBestNearby(DataFit fit) {
        Random random = new Random(6);
        for (int trial = 0; trial < 20; trial++) {
            double[] b = targets(random);
            double[] z = normal(random, 2);
            double step = Math.exp(random.nextGaussian());
            double[] p = new double[N];
            fit.prox(z, step, b, p);
            double best = proximal(fit, z, step, b, p);
            for (int direction = 0; direction < 20; direction++) {
                double[] q = normal(random, direction < 10 ? 0.1 : 1);
                Vectors.axpy(N, 1, p, 0, q, 0);
                assertThat(proximal(fit, z, step, b, q)).isGreaterThanOrEqualTo(best - 1e-12);
            }
        }
    }

    private static double proximal(DataFit fit, double[] z, double step, double[] b, double[] x) {
        double square = 0;
        for (int k = 0; k < N; k++) {
            square += (x[k] - z[k]) * (x[k] - z[k]);
        }
        return step * fit.value(x, b) + square / 2;
    }

    @ParameterizedTest
    @MethodSource("fits")
    void gradientsAreSubgradients(DataFit fit) {
        Random random = new Random(7);
        for (int trial = 0; trial < 50; trial++) {
            double[] b = targets(random);
            double[] z = normal(random, 2);
            double[] g = new double[N];
            fit.gradient(z, b, g);
            double[] other = normal(random, 2);
            double[] step = other.clone();
            Vectors.axpy(N, -1, z, 0, step, 0);
            assertThat(fit.value(other, b)).isGreaterThanOrEqualTo(fit.value(z, b) + dot(g, step) - 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("fits")
    void projectedVectorsHaveAFiniteConjugateHoweverTheyAreScaledDown(DataFit fit) {
        Random random = new Random(8);
        for (int trial = 0; trial < 50; trial++) {
            double[] b = targets(random);
            double[] u = normal(random, 10);
            fit.projectDual(u, b);
            for (double scale : new double[] {1, 0.9999, 0.5, 1e-6}) {
                assertThat(fit.conjugate(u, scale, b)).isFinite();
            }
        }
    }
}
