package org.fenchel.solver.factorization;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.catalogue.Named;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/**
 * Adam on single rows with the usual decays .9 and .999, for the numbers of the row's features only (D. Kingma, J. Ba, ICLR 2015; lazy,
 * as sparse implementations are: numbers of other features keep their moments).
 *
 * @param step the step size
 * @param passes after how many the run is over
 */
@AutoService(FactorizationSolver.class)
@Named("adam")
@Described("stochastic gradients with momentum and a step size for each number")
public record AdamFactorization(double step, int passes) implements FactorizationSolver {
    /** The defaults. */
    public AdamFactorization() {
        this(0.001, 25);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of its range
     */
    public AdamFactorization {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw InvalidInput.of("step=" + step, "give a positive number, such as 0.001");
        }
        if (passes < 1) {
            throw InvalidInput.of("passes=" + passes, "give at least 1");
        }
    }

    @Override
    public Run<Factorized> start(FactorizationFit problem, long seed, @Nullable Factorized start) {
        GradientStep steps = new GradientStep(
                problem,
                Starts.of(problem, start, 0.01, false, seed),
                start == null ? 0 : start.intercept(),
                new AdamRule(step, GradientStep.coordinates(problem)));
        return new Passes(problem, new InTurn(steps, problem.rows()), passes, false, seed);
    }
}
