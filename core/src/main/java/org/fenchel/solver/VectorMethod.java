package org.fenchel.solver;

import java.util.Optional;
import java.util.function.Function;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.jspecify.annotations.Nullable;

/** A {@link VectorForm}'s solver, put together of what the method refuses and how it starts. Equal and printed like the method. */
public record VectorMethod(VectorForm method, Function<VectorSum, Optional<String>> refuses, Start starts)
        implements Solver<VectorSum, MultiLinear> {
    /** How a method starts. */
    public interface Start {
        /** See {@link Solver#start}. */
        Run<MultiLinear> on(VectorSum problem, long seed, @Nullable MultiLinear start);
    }

    @Override
    public Optional<String> refusal(VectorSum problem) {
        return refuses.apply(problem);
    }

    @Override
    public Run<MultiLinear> start(VectorSum problem, long seed, @Nullable MultiLinear start) {
        return starts.on(problem, seed, start);
    }

    @Override
    public String toString() {
        return method.toString();
    }
}
