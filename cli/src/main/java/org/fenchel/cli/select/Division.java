package org.fenchel.cli.select;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntFunction;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.Split;
import org.fenchel.cli.data.Strata;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.data.InvalidInput;
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
    public interface Encoder<P extends Problem<S>, S extends Solution> {
        /** @throws InvalidInput if the rows do not suit */
        Subject<P, S> encode(Examples rows) throws IOException;
    }

    /**
     * The share held out.
     *
     * @throws InvalidInput if one side would be empty
     */
    public Split validation() {
        try {
            return strata == null
                    ? Split.of("validation split", examples.n(), select.validation(), run.seed())
                    : Split.stratified("validation split", strata.of(), select.validation(), run.seed());
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    /**
     * The choice of a penalty.
     *
     * @param whole all rows
     * @param encoder of parts of them
     * @throws InvalidInput if there are too few rows, or the path has no beginning
     */
    public <P extends Problem<S>, S extends Solution> Selection<P, S> selection(
            Subject<P, S> whole, Encoder<P, S> encoder, Solver<P, S> solver, List<? extends Metric<?>> metrics) {
        try {
            return new Selection<>(select, whole.factors(), solver, whole::problem, parts(encoder), metrics);
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private <P extends Problem<S>, S extends Solution> IntFunction<Selection.Part<P, S>> parts(Encoder<P, S> encoder) {
        if (select.folds() > 0) {
            Folds folds = folds();
            return fold -> part(encoder, folds.train(fold), folds.test(fold));
        }
        Split split = select.validation() > 0 ? validation() : new Split(new int[0], new int[0]);
        return one -> part(encoder, split.train(), split.test());
    }

    private Folds folds() {
        if (strata == null) {
            return Folds.of(examples.n(), select.folds(), run.seed());
        }
        strata.require(select.folds());
        return Folds.stratified(strata.of(), select.folds(), run.seed());
    }

    private <P extends Problem<S>, S extends Solution> Selection.Part<P, S> part(
            Encoder<P, S> encoder, int[] train, int[] test) {
        try {
            Subject<P, S> part = encoder.encode(examples.select(train));
            return new Selection.Part<>(part::problem, part.judge(examples.select(test)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
