package org.fenchel.cli.linear;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.select.SelectOptions;
import org.fenchel.cli.train.ClassWeights;
import org.fenchel.cli.train.TrainJob;
import org.fenchel.cli.train.TrainOptions;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the four kinds of training of a linear model share: everything but the loss and what belongs to it. */
abstract class TrainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    CommandSpec spec;

    @Mixin
    TrainOptions options = new TrainOptions();

    @Mixin
    SelectOptions select = new SelectOptions();

    @Mixin
    InferenceOptions inference = new InferenceOptions();

    /** What is learned. */
    abstract Task task();

    /**
     * The loss that the options choose.
     *
     * @throws org.fenchel.data.InvalidInput if they make no sense
     */
    abstract Loss loss();

    /** The class to be +1, where there are classes and the user chose. */
    @Nullable
    String positive() {
        return null;
    }

    /** The column of exposures, where there may be one. */
    @Nullable
    String exposure() {
        return null;
    }

    /** Whether the targets of a model of counts are rates. */
    boolean rates() {
        return false;
    }

    /** How much rows of each class count, where there are classes and the user said. */
    @Nullable
    ClassWeights classWeights() {
        return null;
    }

    @Override
    public Integer call() throws IOException {
        TrainPlan plan = Usage.of(spec, () -> options.plan(select));
        LinearPlan linear = Usage.of(spec, this::linear);
        return new TrainJob<>(plan, new LinearLearner(plan, linear, spec), spec).run();
    }

    private LinearPlan linear() {
        Loss loss = loss();
        return new LinearPlan(
                task(),
                loss,
                positive(),
                exposure(),
                rates(),
                options.columns,
                options.penalty,
                !options.noIntercept,
                SolverChoice.of(options.fit.solver, options.fit.rule().relativeGap()),
                options.explain,
                options.fit.warmStart,
                classWeights(),
                select.plan(task().metrics(loss)),
                inference.estimator(loss, options.penalty));
    }
}
