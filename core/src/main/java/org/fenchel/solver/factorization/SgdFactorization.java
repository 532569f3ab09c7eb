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
 * Stochastic gradient descent on single rows with a constant step, the method of libFM's and many others' plain fits.
 *
 * @param step the step size
 * @param passes after how many the run is over
 */
@AutoService(FactorizationSolver.class)
@Named("sgd")
@Described("stochastic gradients with one constant step size; the plainest method, to compare with")
public record SgdFactorization(double step, int passes) implements FactorizationSolver {
    /** The defaults. */
    public SgdFactorization() {
        this(0.01, 25);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of its range
     */
    public SgdFactorization {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw InvalidInput.of("step=" + step, "give a positive number, such as 0.01");
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
                (p, g) -> step * g);
        return new Passes(problem, new InTurn(steps, problem.rows()), passes, false, seed);
    }
}
