package org.fenchel.solver.quasinewton;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.VectorMethod;
import org.fenchel.solver.smooth.Accepts;
import org.fenchel.solver.smooth.BatchRun;
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.MultiLinearPoints;
import org.fenchel.solver.smooth.ScalarPart;
import org.fenchel.solver.smooth.SmoothPart;
import org.fenchel.solver.smooth.Starts;
import org.fenchel.solver.smooth.VectorPart;
import org.jspecify.annotations.Nullable;

/**
 * L-BFGS: second derivatives guessed from the last few steps, lengths by a Wolfe search. Converges linearly, in practice much faster
 * than gradients alone.
 *
 * <p>Cost of a step: a pass, however many lengths are tried, since margins are affine on a line; four times the memory times d.
 *
 * <p>Source: D. Liu and J. Nocedal, "On the limited memory BFGS method for large scale optimization", Math. Programming 45 (1989).
 *
 * @param memory steps remembered, 1 to 1000
 */
@AutoService(Solver.class)
@Described("limited-memory quasi-Newton steps on all rows; smooth losses with l2 or no penalty")
public record Lbfgs(int memory) implements Solver<FiniteSum, Linear>, VectorForm {
    /** Ten steps. */
    public Lbfgs() {
        this(10);
    }

    /**
     * Checks the memory.
     *
     * @throws InvalidInput if it is not 1 to 1000
     */
    public Lbfgs {
        MemorySize.check(memory);
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return Accepts.smooth(problem);
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        ScalarPart smooth = new ScalarPart(problem);
        DescentPoint point = new DescentPoint(smooth, Starts.of(problem, start));
        return BatchRun.of(problem, new QuasiNewtonSteps(point, new QuasiNewtonMemory(memory, smooth.size())));
    }

    @Override
    public Solver<VectorSum, MultiLinear> onVectors() {
        return new VectorMethod(this, Accepts::smooth, (problem, seed, start) -> {
            SmoothPart smooth = new VectorPart(problem);
            DescentPoint point = new DescentPoint(smooth, MultiLinearPoints.start(problem, start));
            return BatchRun.of(problem, new QuasiNewtonSteps(point, new QuasiNewtonMemory(memory, smooth.size())));
        });
    }
}
