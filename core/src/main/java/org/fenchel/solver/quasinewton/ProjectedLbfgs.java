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
import org.fenchel.solver.smooth.MultiLinearPoints;
import org.fenchel.solver.smooth.ScalarPart;
import org.fenchel.solver.smooth.SmoothPart;
import org.fenchel.solver.smooth.Starts;
import org.fenchel.solver.smooth.VectorPart;
import org.jspecify.annotations.Nullable;

/**
 * L-BFGS with l1 and bounds on the weights, by two-metric projection: see {@link ProjectedSteps}. It solves what L-BFGS-B solves
 * (Byrd, Lu, Nocedal and Zhu 1995), without that method's Cauchy points and subspace steps, and with l1 what OWL-QN solves (Andrew and
 * Gao 2007).
 *
 * <p>Cost of a step: a pass, and half a pass for each length that was too long.
 *
 * @param memory steps remembered, 1 to 1000
 */
@AutoService(Solver.class)
@Described("quasi-Newton steps bent where weights meet 0 or a bound; smooth losses with l1, l2 and bounds")
public record ProjectedLbfgs(int memory) implements Solver<FiniteSum, Linear>, VectorForm {
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
        return Accepts.separable(problem);
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        ScalarPart smooth = new ScalarPart(problem);
        return BatchRun.of(problem, new ProjectedSteps(smooth, Starts.of(problem, start), remembered(smooth)));
    }

    @Override
    public Solver<VectorSum, MultiLinear> onVectors() {
        return new VectorMethod(this, Accepts::separable, (problem, seed, start) -> {
            SmoothPart smooth = new VectorPart(problem);
            return BatchRun.of(
                    problem, new ProjectedSteps(smooth, MultiLinearPoints.start(problem, start), remembered(smooth)));
        });
    }

    private QuasiNewtonMemory remembered(SmoothPart smooth) {
        return new QuasiNewtonMemory(memory, smooth.size());
    }
}
