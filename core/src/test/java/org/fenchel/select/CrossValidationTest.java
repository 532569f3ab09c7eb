package org.fenchel.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Squared;
import org.fenchel.metric.Accuracy;
import org.fenchel.metric.LogLoss;
import org.fenchel.metric.RootMeanSquaredError;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.planner.Auto;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final StopRule RULE = new StopRule().withRelativeGap(1e-10);

    /** One feature that is always 0, least squares: each fold is scored by the mean of the other rows. */
    @Test
    void scoresAreThoseOfModelsThatNeverSawTheRows() {
        Dataset data = Dataset.of(new double[4][1], new double[] {1, 2, 4, 9});
        Folds folds = Folds.of(4, 4, 1);
        Scores scores = new CrossValidation(4)
                .run(
                        new LinearTrials(
                                data, folds, new Squared(), L2::new, true, List.of(new RootMeanSquaredError())),
                        new double[] {1},
                        new Auto(),
                        RULE,
                        42);
        for (int f = 0; f < 4; f++) {
            double left = data.target(folds.test(f)[0]);
            assertThat(scores.values(0, 0)[f]).isCloseTo(Math.abs(left - (16 - left) / 3), within(1e-9));
        }
    }

    @Test
    void weightsAndOffsetsCountInScores() {
        Dataset data = Dataset.of(new double[4][1], new double[] {1, 2, 4, 9})
                .withOffsets(new double[] {1, 2, 4, 9})
                .withWeights(new double[] {1, 2, 1, 3});
        Scores scores = new CrossValidation(2)
                .run(
                        new LinearTrials(
                                data,
                                Folds.of(4, 2, 1),
                                new Squared(),
                                L2::new,
                                true,
                                List.of(new RootMeanSquaredError())),
                        new double[] {1},
                        new Auto(),
                        RULE,
                        42);
        // the offsets are the targets: nothing is left to learn, and nothing is missed
        assertThat(scores.score(0, 0).mean()).isCloseTo(0, within(1e-9));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Dataset data = Problems.data(new Logistic(), 200, 8, 1, 3);
        int[] classes = new int[200];
        for (int i = 0; i < 200; i++) {
            classes[i] = data.target(i) > 0 ? 1 : 0;
        }
        LinearTrials trials = new LinearTrials(
                data,
                Folds.stratified(classes, 5, 7),
                new Logistic(),
                L1::new,
                true,
                List.of(new LogLoss(), new Accuracy()));
        double[] factors = Factors.geometric(0.1, 1e-3, 6);
        Scores alone = new CrossValidation(5, 1).run(trials, factors, new Auto(), RULE, 42);
        Scores many = new CrossValidation(5, 4).run(trials, factors, new Auto(), RULE, 42);
        assertThat(alone.path(0)).isEqualTo(many.path(0)).hasSize(6);
        assertThat(alone.path(1)).isEqualTo(many.path(1));
        assertThat(alone.path(0).get(0).mean())
                .isGreaterThan(alone.path(0).get(4).mean());
    }

    @Test
    void mistakesAreThoseOfTheFirstFold() {
        assertThatThrownBy(() -> new CrossValidation(3)
                        .<org.fenchel.problem.FiniteSum, org.fenchel.problem.Solution.Linear>run(
                                fold -> {
                                    throw InvalidInput.of("fold " + fold, "");
                                },
                                new double[] {1},
                                new Auto(),
                                RULE,
                                42))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("fold 0");
    }

    @Test
    void anInterruptEndsEverything() {
        Dataset data = Problems.data(new Logistic(), 200, 8, 1, 3);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new CrossValidation(2)
                        .run(
                                new LinearTrials(
                                        data,
                                        Folds.of(200, 2, 7),
                                        new Logistic(),
                                        L1::new,
                                        true,
                                        List.of(new LogLoss())),
                                new double[] {1e-3},
                                new Auto(),
                                RULE,
                                42))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
