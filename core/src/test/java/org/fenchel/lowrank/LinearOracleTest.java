package org.fenchel.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.fenchel.data.ObservedEntries;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.lowrank.SparsePlusLowRank;
import org.fenchel.solver.oracle.L1Ball;
import org.fenchel.solver.oracle.L2Ball;
import org.fenchel.solver.oracle.LInfinityBall;
import org.fenchel.solver.oracle.LinearOracle;
import org.fenchel.solver.oracle.NuclearBall;
import org.fenchel.solver.oracle.NuclearCone;
import org.fenchel.solver.oracle.Simplex;
import org.fenchel.solver.oracle.Vertex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles answer with points of their set that no other point beats. */
class LinearOracleTest {
    private static final int D = 7;

    @Test
    void vectorsAreBestInTheirBalls() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            double[] g = random.doubles(D, -1, 1).toArray();
            double[] x = random.doubles(D, -1, 1).toArray();
            for (LinearOracle<double[]> oracle :
                    List.of(new L1Ball(2), new Simplex(2), new L2Ball(2), new LInfinityBall(2))) {
                LinearOracle.Answer answer = oracle.least(g);
                double[] vertex = dense(answer.vertex());
                assertThat(size(oracle, vertex)).isLessThanOrEqualTo(2 + 1e-12);
                assertThat(dot(g, vertex)).isCloseTo(answer.value(), within(1e-12));
                double[] inside = x.clone();
                for (int j = 0; j < D; j++) {
                    inside[j] = (oracle instanceof Simplex ? Math.abs(x[j]) : x[j]);
                }
                double scale = 2 / size(oracle, inside);
                assertThat(scale * dot(g, inside)).as("%s", oracle).isGreaterThanOrEqualTo(answer.bound() - 1e-12);
            }
        }
    }

    private static double size(LinearOracle<double[]> ball, double[] x) {
        double sum = 0;
        for (double v : x) {
            if (ball instanceof LInfinityBall) {
                sum = Math.max(sum, Math.abs(v));
            } else {
                sum += ball instanceof L2Ball ? v * v : Math.abs(v);
            }
        }
        return ball instanceof L2Ball ? Math.sqrt(sum) : sum;
    }

    private static double[] dense(Vertex vertex) {
        double[] x = new double[D];
        if (vertex instanceof Vertex.Coordinate one) {
            x[one.index()] = one.value();
        } else if (vertex instanceof Vertex.Dense all) {
            return all.x();
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void matricesAreBestBesideAFullDecomposition(long seed) {
        int n = 20;
        ObservedEntries entries = Instances.noisy(n, n, 0.4, seed);
        SparsePlusLowRank map = new SparsePlusLowRank(entries);
        map.set(1, Instances.random(n, n, 2, seed), 1, entries.value());
        double[] unit = new double[n * n];
        for (int j = 0; j < n; j++) {
            unit[j * n + j] = 1;
        }
        double[] dense = new double[n * n];
        map.multiply(n, unit, dense);
        double sigma = LowRankMatrix.product(n, n, n, dense, unit).values()[0];
        LinearOracle.Answer ball = new NuclearBall(3, 20, seed).least(map);
        assertThat(ball.value()).isCloseTo(-3 * sigma, within(1e-9 * sigma));
        assertThat(ball.bound()).isLessThanOrEqualTo(-3 * sigma * (1 - 1e-14));
        Vertex.RankOne pair = (Vertex.RankOne) ball.vertex();
        double product = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                product += dense[i * n + j] * pair.value() * pair.left()[i] * pair.right()[j];
            }
        }
        assertThat(product).isCloseTo(ball.value(), within(1e-9 * sigma));
        assertThat(new NuclearCone(3, 0.5 * sigma, 20, seed).least(map).value())
                .isCloseTo(-1.5 * sigma, within(1e-9 * sigma));
        assertThat(new NuclearCone(3, 1.01 * sigma, 20, seed).least(map).vertex())
                .isEqualTo(new Vertex.Zero());
    }
}
