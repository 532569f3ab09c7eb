package org.fenchel.solver.bounded;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.smooth.Accepts;
import org.fenchel.solver.smooth.BatchRun;
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.ScalarPart;
import org.fenchel.solver.smooth.SmoothPenalty;
import org.fenchel.solver.smooth.Starts;
import org.jspecify.annotations.Nullable;

/**
 * L-BFGS-B: quasi-Newton steps under bounds on the weights. A path of steepest descent, bent at the bounds, says which weights rest at
 * theirs; the quadratic model is minimised over the others. Without bounds it takes the steps of L-BFGS.
 *
 * <p>Cost of a step: a pass, however many lengths are tried, since margins are affine on a line; two times the memory squared times d.
 *
 * <p>Source: R. Byrd, P. Lu, J. Nocedal and C. Zhu, "A limited memory algorithm for bound constrained optimization", SIAM J. Sci.
 * Comput. 16 (1995).
 *
 * @param memory steps remembered, 1 to 100
 */
@AutoService(Solver.class)
@Described("quasi-Newton steps under bounds on weights; smooth losses, l2, and l1 where weights have one sign")
public record Lbfgsb(int memory) implements Solver<FiniteSum, Linear> {
    private static final int LARGEST_MEMORY = 100;

    /** Ten steps. */
    public Lbfgsb() {
        this(10);
    }

    /**
     * Checks the memory.
     *
     * @throws InvalidInput if it is not 1 to 100
     */
    public Lbfgsb {
        checkMemory(memory);
    }

    static void checkMemory(int memory) {
        if (memory < 1 || memory > LARGEST_MEMORY) {
            throw InvalidInput.of("memory=" + memory + " steps", "give 1 to " + LARGEST_MEMORY);
        }
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return SmoothPenalty.refusal(problem).or(() -> Accepts.smoothLoss(problem));
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        ScalarPart smooth = new ScalarPart(problem);
        DescentPoint point = new DescentPoint(smooth, Starts.of(problem, start));
        return BatchRun.of(problem, new BoundedSteps(point, SmoothPenalty.of(problem.penalty()), problem.d(), memory));
    }
}
