package org.fenchel.solver.quasinewton;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.smooth.Accepts;
import org.fenchel.solver.smooth.BatchRun;
import org.fenchel.solver.smooth.ScalarPart;
import org.fenchel.solver.smooth.Starts;
import org.jspecify.annotations.Nullable;

/**
 * L-BFGS with bounds on the weights, by two-metric projection: weights at a bound that the gradient presses them against keep to
 * gradient steps, the others take a quasi-Newton step made for them alone, and the way is bent at the bounds it meets. It solves
 * what L-BFGS-B solves (Byrd, Lu, Nocedal and Zhu 1995), without that method's Cauchy points and subspace steps.
 *
 * <p>Every direction is one of descent on its arc, and a search of the length along the arc makes the method converge. Cost of a step:
 * a pass, and half a pass for each length that was too long.
 *
 * <p>Sources: D. Bertsekas, "Projected Newton methods for optimization problems with simple constraints", SIAM J. Control Optim. 20
 * (1982); M. Schmidt, D. Kim and S. Sra, "Projected Newton-type methods in machine learning" (2011).
 *
 * @param memory steps remembered, 1 to 1000
 */
@AutoService(Solver.class)
@Described("quasi-Newton steps bent at the bounds of weights; smooth losses, l2, and l1 where weights have one sign")
public record ProjectedLbfgs(int memory) implements Solver<FiniteSum, Linear> {
    /** Ten steps. */
    public ProjectedLbfgs() {
        this(10);
    }

    /**
     * Checks the memory.
     *
     * @throws InvalidInput if it is not 1 to 1000
     */
    public ProjectedLbfgs {
        MemorySize.check(memory);
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return isSmoothBetweenBounds(problem.penalty())
                ? Accepts.smoothLoss(problem)
                : Optional.of(
                        "the penalty " + problem.penaltyInWords()
                                + " has kinks between its bounds: this method takes l2 and bounds, and l1 where weights have one sign");
    }

    private static boolean isSmoothBetweenBounds(Penalty penalty) {
        return penalty instanceof Separable separable
                && (separable.l1() == 0 || separable.low() >= 0 || separable.high() <= 0);
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        ScalarPart smooth = new ScalarPart(problem);
        return BatchRun.of(
                problem,
                new ProjectedSteps(
                        smooth,
                        (Separable) problem.penalty(),
                        Starts.of(problem, start),
                        new QuasiNewtonMemory(memory, smooth.size())));
    }
}
