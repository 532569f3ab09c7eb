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
 * Adagrad on single rows: each number's step is step / (sqrt(G) + 1e-10), G the sum of the squares of its derivatives so far (J. Duchi,
 * E. Hazan, Y. Singer, JMLR 12, 2011).
 *
 * @param step the size of each number's first move
 * @param passes after how many the run is over
 */
@AutoService(FactorizationSolver.class)
@Named("adagrad")
@Described("stochastic gradients with a step size for each number that falls with its gradients")
public record AdagradFactorization(double step, int passes) implements FactorizationSolver {
    /** The defaults. */
    public AdagradFactorization() {
        this(0.05, 25);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of its range
     */
    public AdagradFactorization {
        if (!(step > 0) || Double.isInfinite(step)) {
            throw InvalidInput.of("step=" + step, "give a positive number, such as 0.05");
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
                new AdagradRule(step, GradientStep.coordinates(problem)));
        return new Passes(problem, new InTurn(steps, problem.rows()), passes, false, seed);
    }
}
