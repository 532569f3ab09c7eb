package org.fenchel.solver.factorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.Squared;
import org.fenchel.solver.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The proximal step of factorization machines is exact: checked against plain code in all variables. */
class ExactStepTest {
    private static final int CASES = 400;

    private static Stream<Loss> losses() {
        return Problems.losses();
    }

    private static OneRow row(Random random, Loss loss, int c, double eta) {
        double y = Problems.target(loss, random.nextGaussian(), random);
        return new OneRow(random, loss, y, c % 2 == 0, c % 3 == 0, c % 5 < 3, eta);
    }

    /** Up to far beyond the bound; the step that was taken may be shorter. */
    private static double step(Random random) {
        return Math.pow(10, -3 + 3.5 * random.nextDouble());
    }

    @ParameterizedTest
    @MethodSource("losses")
    void allVariablesAreStationary(Loss loss) {
        Random random = new Random(3);
        for (int c = 0; c < CASES; c++) {
            double asked = step(random);
            OneRow row = row(random, loss, c, asked);
            row.step.take(0);
            double eta = row.step.lastStep();
            assertThat(eta).as("case %d", c).isLessThanOrEqualTo(asked * (1 + 1e-9));
            double[] x = row.now();
            double pull = row.step.lastPull();
            for (double g : row.gradient(x, eta, pull)) {
                assertThat(eta * g).as("case %d", c).isCloseTo(0, within(1e-9));
            }
            double z = row.score(x);
            double u = -pull / row.scale;
            double gap = loss.value(z, row.y) + loss.conjugate(u, row.y) - u * z;
            assertThat(gap).as("Fenchel-Young, case %d", c).isBetween(-1e-9, 1e-9 * (1 + Math.abs(u * z)));
        }
    }

    @Test
    void logisticPullIsTheProbabilityOfTheOtherLabelAfterTheStep() {
        Random random = new Random(4);
        for (int c = 0; c < 5000; c++) {
            OneRow row = row(random, new Logistic(), c, step(random));
            row.step.take(0);
            double z = 1 / (1 + Math.exp(row.y * row.score(row.now())));
            assertThat(row.step.lastPull() * row.y / row.scale).as("case %d", c).isCloseTo(z, within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void eachStepLowersWhatItMinimises(Loss loss) {
        Random random = new Random(5);
        for (int c = 0; c < CASES; c++) {
            double asked = step(random);
            OneRow row = row(random, loss, c, asked);
            row.step.take(0);
            double eta = row.step.lastStep();
            double[] x = row.now();
            double was = row.objective(row.before, eta);
            double is = row.objective(x, eta);
            double moved = 0;
            for (int p = 0; p < x.length; p++) {
                moved += Math.abs(x[p] - row.before[p]);
            }
            assertThat(is).as("case %d", c).isLessThanOrEqualTo(was + 1e-12 * (1 + Math.abs(was)));
            if (moved > 1e-5) {
                assertThat(is).as("case %d", c).isLessThan(was);
            }
        }
    }

    @Test
    void goldenSectionOverTheDualFindsTheSamePull() {
        Random random = new Random(6);
        for (int c = 0; c < 200; c++) {
            OneRow row = new OneRow(random, new Logistic(), c % 2 == 0 ? 1 : -1, c % 4 < 2, false, c % 8 < 4, 0.04);
            row.step.take(0);
            double eta = row.step.lastStep();
            double z = GoldenSection.maximise(dual -> GoldenSection.dual(row, eta, dual));
            assertThat(row.step.lastPull() * row.y / row.scale).as("case %d", c).isCloseTo(z, within(3e-7));
        }
    }

    @Test
    void aGenericMinimiserFindsTheSamePoint() {
        Random random = new Random(7);
        for (int c = 0; c < 60; c++) {
            Loss loss = c % 2 == 0 ? new Logistic() : new Squared();
            double asked = step(random);
            OneRow row = row(random, loss, c, asked);
            row.step.take(0);
            double eta = row.step.lastStep();
            double[] x = row.now();
            double[] best = PlainNewton.minimise(row, eta);
            assertThat(row.objective(x, eta))
                    .as("case %d", c)
                    .isLessThanOrEqualTo(row.objective(best, eta) + 1e-10 * (1 + row.objective(best, eta)));
            for (int p = 0; p < x.length; p++) {
                assertThat(x[p]).as("case %d", c).isCloseTo(best[p], within(1e-6 * (1 + Math.abs(best[p]))));
            }
        }
    }
}
