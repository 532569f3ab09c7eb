package org.fenchel.solver.stochastic;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.Certifier;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.step.FeasiblePoint;
import org.jspecify.annotations.Nullable;

/**
 * SVRG: a full gradient, then 2n steps on single rows that correct it by what has changed in the row's gradient since, each
 * with the penalty's prox; the last point is where the next full gradient is taken. Converges linearly where the objective is strongly
 * convex.
 *
 * <p>A step costs the row's entries where rows are sparse and the penalty is separable, d otherwise. Remembers one number a row.
 * Three passes make a step of the run.
 *
 * <p>Barzilai and Borwein's step is ||s||^2 / (2n s'y), s the way between the last two full gradients and y their difference. It adapts
 * to the curvature that is there, and is held at 1 / (2 L) or the first step, whichever is larger, since nothing keeps it from being too
 * long where 2n steps are few for the problem's condition.
 *
 * <p>Losses with kinks are refused. For losses whose derivative is not Lipschitz, L is a guess from the start and the targets, and nothing
 * is promised. With the identity-link Poisson loss the run begins inside the domain; a step may leave it, where the objective is
 * infinite, and rows outside then pull by the derivative of the loss's Moreau envelope, which leads back. A start next to the border
 * has a large second derivative there, and makes steps short.
 *
 * <p>R. Johnson and T. Zhang, NIPS 2013; L. Xiao and T. Zhang, SIAM J. Optim. 24 (2014) for the prox; C. Tan et al., "Barzilai-Borwein step
 * size for stochastic gradient descent", NIPS 2016.
 *
 * @param step the first step size; 0 for 1 / (4 L), L the largest Lipschitz constant of a row's gradient
 * @param steps how it goes on
 */
@AutoService(Solver.class)
@Described("full gradients corrected by single rows, steps by Barzilai and Borwein; linear convergence, smooth losses")
public record Svrg(double step, SvrgSteps steps) implements Solver<FiniteSum, Linear> {
    /** Steps by Barzilai and Borwein. */
    public Svrg() {
        this(0, SvrgSteps.BARZILAI_BORWEIN);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if the step is negative, not a number or above 1e12
     */
    public Svrg {
        Checks.step(step);
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return Refusals.noMinimiser(problem).or(() -> Refusals.kinks(problem));
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        Linear from = Standing.start(problem, start);
        if (Refusals.hasOpenDomain(problem)) {
            from = inside(problem, from);
        }
        double largest = Curvature.of(problem, from).largest();
        double first = step > 0 ? step : 1 / (4 * largest);
        return new SvrgRun(problem, steps, first, Math.max(first, 1 / (2 * largest)), seed, from);
    }

    /** A point of the loss's domain: by the best intercept where there is one, else along the mean of the rows if that leads there. */
    private static Linear inside(FiniteSum problem, Linear from) {
        double[] weights = from.weights().clone();
        FeasiblePoint feasible = FeasiblePoint.of(problem);
        if (feasible != null) {
            feasible.move(weights);
        }
        Certifier certifier = new Certifier(problem);
        certifier.certify(weights, from.intercept(), null);
        return new Linear(weights, certifier.intercept());
    }
}
