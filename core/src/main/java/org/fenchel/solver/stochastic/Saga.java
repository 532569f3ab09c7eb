package org.fenchel.solver.stochastic;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * SAGA: each step corrects the mean of the gradients that rows had when they were last drawn by what has changed in one of them, then
 * takes the penalty's prox. Converges linearly where the objective is strongly convex, without being told how strongly.
 *
 * <p>Remembers one number a row. A step costs the row's entries where rows are sparse and the penalty is separable, d otherwise.
 *
 * <p>Losses with kinks and losses with an open domain are refused. For losses whose derivative is not Lipschitz on an
 * unbounded domain (Poisson with the log link), L is a guess from the start and the targets, and nothing is promised.
 *
 * <p>A. Defazio, F. Bach, S. Lacoste-Julien, "SAGA: a fast incremental gradient method with support for non-strongly convex
 * composite objectives", NIPS 2014.
 *
 * @param step the step size; 0 for 1 / (3 L), L the largest Lipschitz constant of a row's gradient
 */
@AutoService(Solver.class)
@Described("gradients of single rows with reduced variance; linear convergence, smooth losses, any penalty")
public record Saga(double step) implements Solver<FiniteSum, Linear> {
    /** The step size of the theory. */
    public Saga() {
        this(0);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if the step is negative, not a number or above 1e12
     */
    public Saga {
        Checks.step(step);
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return Refusals.noMinimiser(problem).or(() -> Refusals.kinks(problem)).or(() -> Refusals.openDomain(problem));
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        Linear from = Standing.start(problem, start);
        double eta = step > 0 ? step : 1 / (3 * Curvature.of(problem, from).largest());
        return new SagaRun(problem, eta, seed, from);
    }
}
