package org.fenchel.lab.poisson;

import java.util.Arrays;
import java.util.Optional;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.dual.Sdca;
import org.jspecify.annotations.Nullable;

/**
 * Coordinate ascent from chosen duals instead of its own.
 *
 * @param sdca the method
 * @param a duals as the paper writes them, u_i = 1 - a_i, length n
 */
record FromDuals(Sdca sdca, double[] a) implements Solver<FiniteSum, Linear> {
    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return sdca.refusal(problem);
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        return sdca.startFrom(
                problem, seed, Arrays.stream(a).map(each -> 1 - each).toArray());
    }
}
