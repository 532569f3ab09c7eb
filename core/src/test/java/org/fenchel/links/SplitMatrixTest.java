package org.fenchel.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.fenchel.kernel.LinearMap;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.links.LinkFit;
import org.fenchel.problem.links.SplitMatrix;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.links.DouglasRachford;
import org.fenchel.solver.links.SemiLpadmm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitMatrixTest {
    private static final LinkFit PROBLEM = LinkFit.of(Graphs.kinds(13, 9, 0.5, 7), 0.002, 0.05);

    private static LowRankMatrix random(int m, int n) {
        Random random = new Random(5);
        return LowRankMatrix.product(
                m,
                n,
                2,
                random.doubles(2L * m, -1, 1).toArray(),
                random.doubles(2L * n, -1, 1).toArray());
    }

    /** Products with one vector, and with several at once, forth and back. */
    @Test
    void productsAgree() {
        SplitMatrix split = new SplitMatrix(PROBLEM, random(13, 9), 20);
        for (LinearMap map : new LinearMap[] {split.reflected(), split.multiplier()}) {
            int k = 5;
            double[] x = new Random(1).doubles(9L * k, -1, 1).toArray();
            double[] y = new Random(2).doubles(13L * k, -1, 1).toArray();
            double[] forth = new double[13 * k];
            double[] back = new double[9 * k];
            map.multiply(k, x, forth);
            map.transposed(k, y, back);
            for (int c = 0; c < k; c++) {
                double[] one = new double[13];
                map.multiply(1, column(9, k, x, c), one);
                assertThat(one).containsExactly(column(13, k, forth, c), within(1e-12));
                double[] other = new double[9];
                map.transposed(1, column(13, k, y, c), other);
                assertThat(other).containsExactly(column(9, k, back, c), within(1e-12));
            }
        }
    }

    private static double[] column(int rows, int k, double[] all, int c) {
        double[] column = new double[rows];
        for (int i = 0; i < rows; i++) {
            column[i] = all[i * k + c];
        }
        return column;
    }

    /** W = Z - gamma M is the matrix it began with; another gamma keeps both. */
    @Test
    void theStartAndItsMultiplierAreKept() {
        LowRankMatrix start = random(13, 9);
        SplitMatrix split = new SplitMatrix(PROBLEM, start, 20);
        split.rescale(3);
        double[] unit = new double[9];
        unit[4] = 1;
        double[] reflected = new double[13];
        double[] multiplier = new double[13];
        split.reflected().multiply(1, unit, reflected);
        split.multiplier().multiply(1, unit, multiplier);
        for (int i = 0; i < 13; i++) {
            assertThat(reflected[i] + 3 * multiplier[i]).isCloseTo(start.at(i, 4), within(1e-12));
        }
        assertThat(split.multiplierNorm()).isPositive();
    }

    /** Any split matrix bounds the optimum from below. */
    @Test
    void boundsAreBelowTheOptimum() {
        Fit<LowRank> fit = Driver.fit(PROBLEM, new DouglasRachford(), new StopRule().withRelativeGap(1e-8));
        double optimum = fit.certificate().primal();
        assertThat(fit.certificate().bound()).isLessThanOrEqualTo(1e-8);
        for (double gamma : new double[] {1, 20, 400}) {
            SplitMatrix split = new SplitMatrix(PROBLEM, random(13, 9), gamma);
            Certificate.DualityGap gap = (Certificate.DualityGap) PROBLEM.certify(fit.solution(), split);
            assertThat(gap.dual()).isLessThanOrEqualTo(optimum + 1e-12);
        }
    }

    /** On all shapes, without an l1 norm too, where the multiplier is sparse. */
    @ParameterizedTest
    @CsvSource({"13, 9, 0.002", "8, 21, 0.002", "13, 9, 0"})
    void methodsAgree(int m, int n, double l1) {
        LinkFit problem = LinkFit.of(Graphs.kinds(m, n, 0.5, 7), l1, 0.05);
        StopRule rule = new StopRule().withPasses(5000);
        Fit<LowRank> one = Driver.fit(problem, new DouglasRachford(), rule.withRelativeGap(1e-7));
        Fit<LowRank> other = Driver.fit(problem, new SemiLpadmm(), rule.withRelativeGap(1e-6));
        Fit<LowRank> linearised = Driver.fit(problem, new SemiLpadmm(0, 1.5, 0, 0.01, 1), rule.withRelativeGap(1e-3));
        assertThat(one.certificate().bound()).isLessThanOrEqualTo(1e-7);
        assertThat(other.certificate().bound()).isLessThanOrEqualTo(1e-6);
        assertThat(linearised.certificate().bound()).isLessThanOrEqualTo(1e-3);
        assertThat(other.certificate().primal()).isCloseTo(one.certificate().primal(), within(2e-6));
        assertThat(problem.objective(one.solution()))
                .isEqualTo(one.certificate().primal());
    }

    @Test
    void zerosAreASolutionFromLambdaMaxOn() {
        LinkFit problem = PROBLEM.withNuclear(1.001 * PROBLEM.lambdaMax());
        Fit<LowRank> fit = Driver.fit(problem, new DouglasRachford(), new StopRule().withRelativeGap(1e-7));
        assertThat(fit.certificate().primal()).isCloseTo(1, within(1e-6));
    }
}
