package org.fenchel.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.loss.Absolute;
import org.fenchel.loss.Huber;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Squared;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.lowrank.DataFit;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.MeanLoss;
import org.fenchel.problem.lowrank.ResidualNorm;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.lowrank.DouglasRachford;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds hold whatever they are made of, and close at the optimum. */
class CertificateTest {
    static List<DataFit> fits() {
        return List.of(
                new MeanLoss(new Absolute()),
                new MeanLoss(new Squared()),
                new MeanLoss(new Huber()),
                new MeanLoss(new Logistic()),
                new ResidualNorm());
    }

    static LowRankFit problem(DataFit fit, double share) {
        ObservedEntries numbers = Instances.noisy(25, 18, 0.5, 3);
        double[] signs = Arrays.stream(numbers.value()).map(v -> v > 0 ? 1 : -1).toArray();
        boolean classes = fit instanceof MeanLoss mean && mean.loss() instanceof Logistic;
        ObservedEntries entries = classes ? numbers.withValues(signs) : numbers;
        LowRankFit problem = LowRankFit.of(entries, fit, 1);
        return problem.withNuclear(share * problem.lambdaMax());
    }

    @ParameterizedTest
    @MethodSource("fits")
    void noBoundIsAboveTheOptimum(DataFit fit) {
        LowRankFit problem = problem(fit, 0.4);
        Fit<LowRank> best = Driver.fit(problem, new DouglasRachford(), new StopRule().withRelativeGap(1e-7));
        Certificate.DualityGap proof = (Certificate.DualityGap) best.certificate();
        assertThat(proof.relativeGap()).isLessThanOrEqualTo(1e-7);
        Random random = new Random(4);
        for (int trial = 0; trial < 40; trial++) {
            LowRank point = new LowRank(Instances.random(25, 18, 1 + trial % 4, trial));
            double[] u = random.doubles(problem.entries().count(), -1, 1)
                    .map(v -> v * Math.exp(4 * random.nextGaussian()))
                    .toArray();
            Certificate.DualityGap gap = (Certificate.DualityGap) problem.certify(point, u);
            assertThat(gap.dual()).isLessThanOrEqualTo(proof.primal() * (1 + 1e-14));
            assertThat(gap.primal()).isGreaterThanOrEqualTo(proof.dual() * (1 - 1e-14));
            Certificate.DualityGap own = (Certificate.DualityGap) problem.certify(point);
            assertThat(own.dual()).isLessThanOrEqualTo(proof.primal() * (1 + 1e-14));
        }
    }

    @ParameterizedTest
    @MethodSource("fits")
    void zerosAreBestFromLambdaMaxOn(DataFit fit) {
        LowRankFit strong = problem(fit, 1.0001);
        LowRank zero = new LowRank(LowRankMatrix.zero(25, 18));
        assertThat(strong.certify(zero).relativeGap()).isLessThan(1e-12);
        LowRankFit weaker = problem(fit, 0.98);
        Fit<LowRank> best = Driver.fit(weaker, new DouglasRachford(), new StopRule().withRelativeGap(1e-9));
        assertThat(best.solution().matrix().rank()).isPositive();
        assertThat(best.certificate().primal()).isLessThan(weaker.objective(zero));
    }

    @Test
    void objectiveIsThatOfTheFullMatrix() {
        LowRankFit problem = problem(new MeanLoss(new Squared()), 0.3);
        LowRankMatrix matrix = Instances.random(25, 18, 4, 9);
        ObservedEntries entries = problem.entries();
        double sum = 0;
        for (int i = 0; i < 25; i++) {
            for (int e = entries.rowStart()[i]; e < entries.rowStart()[i + 1]; e++) {
                double rest = matrix.at(i, entries.column()[e]) - entries.value()[e];
                sum += rest * rest / 2;
            }
        }
        assertThat(problem.objective(new LowRank(matrix)))
                .isCloseTo(sum / entries.count() + problem.nuclear() * matrix.nuclearNorm(), within(1e-12));
    }

    @Test
    void mistakesAreTold() {
        ObservedEntries entries = Instances.noisy(5, 5, 0.9, 1);
        assertThatThrownBy(() -> LowRankFit.of(entries, new ResidualNorm(), 0))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("nuclear=0");
        assertThatThrownBy(() -> LowRankFit.of(entries, new MeanLoss(new Logistic()), 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("does not suit the loss");
        assertThatThrownBy(() -> ObservedEntries.of(2, 2, new int[] {0, 0}, new int[] {1, 1}, new double[] {1, 2}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("(0, 1) is there twice");
        assertThatThrownBy(() -> ObservedEntries.of(2, 2, new int[] {2}, new int[] {1}, new double[] {1}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("outside a matrix of 2 x 2");
    }
}
