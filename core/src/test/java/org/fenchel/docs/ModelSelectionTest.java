package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fenchel.data.Dataset;
import org.fenchel.inference.Coefficient;
import org.fenchel.inference.Covariance;
import org.fenchel.inference.Estimator;
import org.fenchel.loss.Logistic;
import org.fenchel.metric.LogLoss;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.None;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.NullModel;
import org.fenchel.problem.Solution;
import org.fenchel.run.Driver;
import org.fenchel.run.EarlyStop;
import org.fenchel.run.Fit;
import org.fenchel.run.Listener;
import org.fenchel.run.StopRule;
import org.fenchel.select.CrossValidation;
import org.fenchel.select.Folds;
import org.fenchel.select.LinearTrials;
import org.fenchel.select.PathFactors;
import org.fenchel.select.RegularisationPath;
import org.fenchel.select.Rule;
import org.fenchel.select.Scores;
import org.fenchel.solver.Problems;
import org.fenchel.solver.planner.Auto;
import org.fenchel.solver.stochastic.Adam;
import org.junit.jupiter.api.Test;

/** The Java of docs/model-selection.md. */
class ModelSelectionTest {
    private final Dataset data = Problems.data(new Logistic(), 300, 6, 1, 8);
    private final List<Double> shown = new ArrayList<>();

    private void show(double penalty, Solution.Linear solution, Certificate certificate) {
        shown.add(penalty);
        assertThat(solution.weights()).hasSize(6);
        assertThat(certificate.relativeGap()).isLessThanOrEqualTo(1e-6);
    }

    @Test
    void pathsAndFolds() {
        // spotless:off
        FiniteSum problem = FiniteSum.of(data, new Logistic(), new None(), true);
        double top = NullModel.of(problem).factor(L1::new, 0); // all weights are 0 here
        double[] penalties = PathFactors.geometric(top, 1e-3 * top, 30);

        Folds folds = Folds.of(data.n(), 5, 42);
        LinearTrials trials = new LinearTrials(data, folds, new Logistic(), L1::new, true, List.of(new LogLoss()));
        Scores scores = new CrossValidation(5).run(trials, penalties, new Auto(), new StopRule(), 42);
        double best = penalties[Rule.ONE_STANDARD_ERROR.choose(scores.path(0), false)];

        new RegularisationPath<>(l1 -> problem.with(new L1(l1)), penalties, new Auto(), new StopRule(), 42)
                .walk(point ->
                        show(point.factor(), point.fit().solution(), point.fit().certificate()));
        // spotless:on
        assertThat(shown).hasSize(30).contains(best);
        assertThat(best).isLessThan(top);
    }

    @Test
    void stoppingAndErrors() {
        FiniteSum problem = FiniteSum.of(data.select(range(0, 200)), new Logistic(), new None(), true);
        FiniteSum heldOut = FiniteSum.of(data.select(range(200, 300)), new Logistic(), new None(), true);
        // spotless:off
        EarlyStop<Solution.Linear> early = new EarlyStop<>(heldOut::objective, 5);
        Fit<Solution.Linear> fit = Driver.fit(problem, new Adam(), new StopRule(), 42, null, Listener.NONE, early);
        // spotless:on
        assertThat(heldOut.objective(fit.solution())).isLessThan(Math.log(2));
        // spotless:off
        Covariance covariance = Covariance.of(problem, fit.solution(), Estimator.MODEL, data.featureNames());
        Coefficient first = covariance.weight(0); // estimate, standard error, z or t, p-value, 95 % interval
        // spotless:on
        assertThat(first.standardError()).isBetween(0.1, 0.4);
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }
}
