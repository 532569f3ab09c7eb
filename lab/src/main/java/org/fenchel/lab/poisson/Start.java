package org.fenchel.lab.poisson;

import java.util.Arrays;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.dual.DualStart;
import org.fenchel.solver.dual.DualStart.Direction;
import org.jspecify.annotations.Nullable;

/** Duals to begin with that are compared with each other. */
enum Start {
    /** The paper's. */
    CORRELATION("paper's", Direction.CORRELATION),
    /** Scaled y_i / ||x_i||. */
    NORM("y / norm", Direction.NORM),
    /** The same dual for all rows, scaled. */
    CONSTANT("constant", Direction.CONSTANT),
    /** 1 for all rows, what the paper compares its own with. */
    ONES("all 1", null);

    private final String words;
    private final @Nullable Direction direction;

    Start(String words, @Nullable Direction direction) {
        this.words = words;
        this.direction = direction;
    }

    /** The duals a, length n, 0 where the count is 0; null where these rows do not allow the start. */
    double @Nullable [] of(FiniteSum problem) {
        return direction == null
                ? Arrays.stream(problem.targets()).map(y -> y > 0 ? 1 : 0).toArray()
                : DualStart.along(problem, direction);
    }

    @Override
    public String toString() {
        return words;
    }
}
