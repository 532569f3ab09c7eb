package org.fenchel.select;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.VectorLoss;
import org.fenchel.metric.ClassMetric;
import org.fenchel.metric.ClassScored;
import org.fenchel.model.MultiLinearModel;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Solution;
import org.fenchel.problem.VectorSum;

/**
 * Folds of a data set of several classes as they are: for features that need no encoding fitted to them. A model's scores weigh
 * rows by their sample weights.
 *
 * @param data features, numbers of classes and weights
 * @param folds of its rows, best ones that have their share of each class
 * @param loss to fit with
 * @param penalties the penalty for a factor
 * @param classes how many there are, K
 * @param intercept whether models have intercepts
 * @param metrics to score by
 */
public record ClassTrials(
        Dataset data,
        Folds folds,
        VectorLoss loss,
        DoubleFunction<? extends Penalty> penalties,
        int classes,
        boolean intercept,
        List<ClassMetric> metrics)
        implements IntFunction<Trial<VectorSum, Solution.MultiLinear>> {

    @Override
    public Trial<VectorSum, Solution.MultiLinear> apply(int fold) {
        Dataset train = data.select(folds.train(fold));
        Dataset test = data.select(folds.test(fold));
        VectorSum problem = VectorSum.of(train, loss, penalties.apply(1), classes, intercept);
        return new Trial<>(factor -> problem.with(penalties.apply(factor)), solution -> scores(test, solution));
    }

    private double[] scores(Dataset test, Solution.MultiLinear solution) {
        List<String> names = test.featureNames();
        List<String> labels =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        double[] probabilities =
                MultiLinearModel.of(loss, solution, names, labels).probabilities(test.rows());
        ClassScored scored = ClassScored.of(classes, probabilities, test.targets(), test.weights());
        return metrics.stream()
                .mapToDouble(metric -> metric.over(scored).at(scored.weights()))
                .toArray();
    }
}
