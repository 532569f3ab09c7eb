package org.fenchel.select;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Loss;
import org.fenchel.metric.Metric;
import org.fenchel.metric.Scored;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;

/**
 * Folds of a data set as they are: for features that need no encoding fitted to them. A model's scores weigh rows by their sample
 * weights and have their offsets added.
 *
 * @param data features, targets, weights and offsets
 * @param folds of its rows
 * @param loss to fit with
 * @param penalties the penalty for a factor
 * @param intercept whether models have one
 * @param metrics to score by
 */
public record LinearTrials(
        Dataset data,
        Folds folds,
        Loss loss,
        DoubleFunction<? extends Penalty> penalties,
        boolean intercept,
        List<Metric<Scored>> metrics)
        implements IntFunction<Trial<FiniteSum, Solution.Linear>> {

    @Override
    public Trial<FiniteSum, Solution.Linear> apply(int fold) {
        Dataset train = data.select(folds.train(fold));
        Dataset test = data.select(folds.test(fold));
        FiniteSum problem = FiniteSum.of(train, loss, penalties.apply(1), intercept);
        return new Trial<>(factor -> problem.with(penalties.apply(factor)), solution -> scores(test, solution));
    }

    private double[] scores(Dataset test, Solution.Linear solution) {
        double[] margins = new double[test.n()];
        double[] responses = new double[test.n()];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = test.rows().dot(i, solution.weights()) + solution.intercept() + test.offset(i);
            responses[i] = loss.response(margins[i]);
        }
        Scored scored = Scored.of(margins, responses, test.targets(), test.weights());
        return metrics.stream()
                .mapToDouble(metric -> metric.over(scored).at(scored.weights()))
                .toArray();
    }
}
