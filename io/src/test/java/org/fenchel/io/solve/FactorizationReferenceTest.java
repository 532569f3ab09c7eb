package org.fenchel.io.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.fenchel.data.Dataset;
import org.fenchel.io.RealData;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.libsvm.LibsvmReader;
import org.fenchel.io.ratings.MovieLens;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Logistic;
import org.fenchel.metric.AreaUnderCurve;
import org.fenchel.metric.LogLoss;
import org.fenchel.metric.Scored;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.run.Driver;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Run;
import org.fenchel.solver.factorization.ProximalFactorization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Factorization machines on MovieLens 100K: an article's losses, and the split on which other programs were scored. */
class FactorizationReferenceTest {
    /** A. Shtoff, "Proximal point to the extreme", 2020: mean loss before each step, in each of ten epochs. */
    private static final double[] ARTICLE = {
        0.4695, 0.4362, 0.4270, 0.4224, 0.4194, 0.4173, 0.4167, 0.4155, 0.4145, 0.4146
    };

    private static final double STEP = 1.0 / 23;

    private static Dataset movies(MovieLens.Join join) {
        Table table = MovieLens.read(RealData.file("movielens-100k/u.data"), join);
        TableEncoding encoding = Encoding.fit(table, new Roles("rating"), new EncodingOptions());
        Dataset rows = Dataset.of(encoding.encode(table).rows(), ((Column.Numeric) table.column("rating")).values());
        double[] labels = rows.targets();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labels[i] >= 5 ? 1 : -1;
        }
        return rows.withTargets(labels);
    }

    /** Normal numbers with standard deviation 0.01, where the article begins. */
    private static Factors start(int d, int rank) {
        Random random = new Random(1);
        Factors factors = Factors.zero(d, rank, false);
        for (int j = 0; j < d; j++) {
            factors.setWeight(j, 0.01 * random.nextGaussian());
            for (int f = 0; f < rank; f++) {
                factors.setFactor(j, f, 0.01 * random.nextGaussian());
            }
        }
        return factors;
    }

    private static double[] losses(FactorizationFit problem, Factors start, int epochs) {
        ProximalFactorization constant = new ProximalFactorization().withStep(STEP, 1);
        Run<Factorized> run = constant.start(problem, 5, new Factorized(start, 0));
        double[] losses = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            run.step();
            losses[epoch] = run.onlineLoss().orElseThrow();
        }
        return losses;
    }

    /** Vectors that never move are an offset of each row, and what is left is a linear model. */
    @Test
    void frozenVectorsGiveTheArticlesLosses() {
        Dataset data = movies(MovieLens.Join.OFF_BY_ONE);
        assertThat(data.n()).isEqualTo(99_831);
        assertThat(data.d()).isEqualTo(2726);
        Factors frozen = start(data.d(), 20);
        double[] pairs = new double[data.n()];
        Factors vectors = frozen.copy();
        for (int j = 0; j < data.d(); j++) {
            vectors.setWeight(j, 0);
        }
        FactorizationFit.of(data, new Logistic(), 20, 0, 0).scores(new Factorized(vectors, 0), pairs);
        FactorizationFit linear = FactorizationFit.of(data.withOffsets(pairs), new Logistic(), 0, 0, 0);
        double[] losses = losses(linear, start(data.d(), 0), 10);
        for (int epoch = 0; epoch < 10; epoch++) {
            assertThat(losses[epoch]).as("epoch %d", epoch).isCloseTo(ARTICLE[epoch], within(0.004));
        }
    }

    /** With vectors that move, and nothing to hold them, constant steps of this size make the loss rise. */
    @Test
    void theTrueStepAtTheArticlesSettingRises() {
        Dataset data = movies(MovieLens.Join.RIGHT);
        assertThat(data.n()).isEqualTo(100_000);
        assertThat(data.d()).isEqualTo(2728);
        double[] losses = losses(FactorizationFit.of(data, new Logistic(), 20, 0, 0), start(data.d(), 20), 3);
        assertThat(losses[0]).isCloseTo(0.86, within(0.05)); // .86, 1.03 in an independent program
        assertThat(losses[1]).isCloseTo(1.03, within(0.08)).isGreaterThan(losses[0]);
    }

    /** Tuned libFM has 0.4165 and 0.7959 on this split; standard errors are about 0.004. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void defaultsAreAsGoodAsTunedPeers(int threads) {
        Dataset train = split("train");
        FactorizationFit problem = FactorizationFit.of(train, new Logistic(), 20, 0.004, 0.02);
        Factorized machine = Driver.fit(problem, new ProximalFactorization().withThreads(threads), new StopRule())
                .solution();
        Dataset test = split("test");
        double[] scores = new double[test.n()];
        FactorizationFit.of(test, new Logistic(), 20, 0, 0).scores(machine, scores);
        double[] probabilities = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = new Logistic().response(scores[i]);
        }
        Scored scored = Scored.of(scores, probabilities, test.targets(), null);
        assertThat(new LogLoss().over(scored).at(scored.weights())).isLessThan(0.4165);
        assertThat(new AreaUnderCurve().over(scored).at(scored.weights())).isGreaterThan(0.796);
    }

    private static Dataset split(String part) {
        Dataset raw = LibsvmReader.read(RealData.file("../reference/fm/ml100k." + part + ".libsvm.gz"), 2728);
        double[] labels = raw.targets();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labels[i] > 0 ? 1 : -1;
        }
        return raw.withTargets(labels);
    }
}
