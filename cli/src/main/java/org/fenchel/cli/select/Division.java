package org.fenchel.cli.select;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntFunction;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.Split;
import org.fenchel.cli.data.Strata;
import org.fenchel.cli.train.FitRun;
import org.fenchel.cli.train.Learned;
import org.fenchel.cli.train.Lesson;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.metric.Metric;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;
import org.fenchel.select.Folds;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * Examples divided into rows to learn from and rows to be judged by. Knows no kind of model.
 *
 * @param run whose seed draws the rows
 * @param select how many parts, or which share
 * @param strata the class of each row, of which every part has its share; null where there are no classes
 */
public record Division(
        TrainPlan run,
        SelectPlan select,
        Examples examples,
        @Nullable Strata strata) {
    /** Encodes rows on their own: what the rows to be judged by hold has no part in it. */
    @FunctionalInterface
    public interface Encoder<B> {
        /**
         * Encodes them.
         *
         * @param whole what all rows were encoded to, of which these are a part; null where these are all
         * @throws InvalidInput if the rows do not suit
         */
        B encode(Examples rows, @Nullable B whole) throws IOException;
    }

    /** Fits models of one kind. */
    public interface Fitting<P extends Problem<S>, S extends Solution, B, M extends TrainedModel> {
        /** One fit, which ends by the rows held out where there are such. */
        Learned<M> learn(B subject, @Nullable HeldOut<S, ?> held, FitRun fits);

        /** The choice of a penalty, and the fit with it. */
        Learned<M> select(B subject, Selection<P, S> selection, FitRun fits);
    }

    /** Whether some of the rows judge what the others learn. */
    public static boolean needed(SelectPlan select) {
        return select.compares() || select.stopsEarly();
    }

    /**
     * The lesson that the plan asks for.
     *
     * @param encoder of all rows, and of parts of them
     * @throws InvalidInput if the rows do not suit, there are too few, or a path has no beginning
     */
    public <P extends Problem<S>, S extends Solution, B extends Subject<P, S>, M extends TrainedModel> Lesson<M> lesson(
            Encoder<B> encoder, Solver<P, S> solver, List<? extends Metric<?>> metrics, Fitting<P, S, B, M> fitting)
            throws IOException {
        if (select.stopsEarly()) {
            Split split = validation();
            B subject = encoder.encode(examples.select(split.train()), null);
            HeldOut<S, ?> held = subject.judge(examples.select(split.test()));
            return fits -> fitting.learn(subject, held, fits);
        }
        B subject = encoder.encode(examples, null);
        if (!select.compares()) {
            return fits -> fitting.learn(subject, null, fits);
        }
        Selection<P, S> selection = selection(subject, encoder, solver, metrics);
        return fits -> fitting.select(subject, selection, fits);
    }

    /**
     * The share held out.
     *
     * @throws InvalidInput if one side would be empty
     */
    private Split validation() {
        try {
            return strata == null
                    ? Split.of("validation split", examples.n(), select.validation(), run.seed())
                    : Split.stratified("validation split", strata.of(), select.validation(), run.seed());
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private <P extends Problem<S>, S extends Solution, B extends Subject<P, S>> Selection<P, S> selection(
            B whole, Encoder<B> encoder, Solver<P, S> solver, List<? extends Metric<?>> metrics) {
        try {
            return new Selection<>(select, whole.factors(), solver, whole::problem, parts(whole, encoder), metrics);
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private <P extends Problem<S>, S extends Solution, B extends Subject<P, S>> IntFunction<Selection.Part<P, S>> parts(
            B whole, Encoder<B> encoder) {
        if (select.folds() > 0) {
            Folds folds = folds();
            return fold -> part(whole, encoder, folds.train(fold), folds.test(fold));
        }
        Split split = select.validation() > 0 ? validation() : new Split(new int[0], new int[0]);
        return one -> part(whole, encoder, split.train(), split.test());
    }

    private Folds folds() {
        if (strata == null) {
            return Folds.of(examples.n(), select.folds(), run.seed());
        }
        strata.require(select.folds());
        return Folds.stratified(strata.of(), select.folds(), run.seed());
    }

    private <P extends Problem<S>, S extends Solution, B extends Subject<P, S>> Selection.Part<P, S> part(
            B whole, Encoder<B> encoder, int[] train, int[] test) {
        try {
            Subject<P, S> part = encoder.encode(examples.select(train), whole);
            return new Selection.Part<>(part::problem, part.judge(examples.select(test)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
