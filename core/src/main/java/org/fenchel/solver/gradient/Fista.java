package org.fenchel.solver.gradient;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
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
 * Accelerated proximal gradient with adaptive restart: steps from a point ahead of the last two iterates, and a new beginning
 * whenever the way ahead points uphill. Without knowing the strong convexity it needs about sqrt(L / mu) log(1/eps) steps.
 *
 * <p>Margins of the point ahead are a combination of those of the iterates, so a step costs what a gradient step costs.
 *
 * <p>Sources: A. Beck and M. Teboulle, SIAM J. Imaging Sci. 2 (2009); B. O'Donoghue and E. Candès, "Adaptive restart for
 * accelerated gradient schemes", Found. Comput. Math. 15 (2015), the gradient scheme.
 *
 * @param step how long steps are
 */
@AutoService(Solver.class)
@Described("accelerated gradient steps on all rows with adaptive restarts, any penalty")
public record Fista(StepSize step) implements Solver<FiniteSum, Linear>, VectorForm {
    /** With backtracking. */
    public Fista() {
        this(StepSize.BACKTRACKING);
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return GradientRefusal.of(problem, step);
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        ScalarPart smooth = new ScalarPart(problem);
        double fixed = step == StepSize.FIXED ? LipschitzConstant.of(smooth, seed) : 0;
        return BatchRun.of(problem, new AcceleratedDescent(smooth, Starts.of(problem, start), fixed));
    }

    @Override
    public Solver<VectorSum, MultiLinear> onVectors() {
        return new VectorMethod(this, Accepts::classes, (problem, seed, start) -> {
            SmoothPart smooth = new VectorPart(problem);
            double fixed = step == StepSize.FIXED ? LipschitzConstant.of(smooth, seed) : 0;
            return BatchRun.of(problem, new AcceleratedDescent(smooth, MultiLinearPoints.start(problem, start), fixed));
        });
    }
}
