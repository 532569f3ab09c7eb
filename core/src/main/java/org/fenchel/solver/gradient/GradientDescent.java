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
 * Gradient descent on all rows, with the penalty's prox after each step where there is a penalty (proximal gradient):
 * b+ = prox_(r / L)(b - f'(b) / L).
 *
 * <p>The objective's distance from its minimum shrinks by a factor of at least 1 - mu / L a step where it is strongly convex,
 * and like L / t where it is not. Cost of a step: a pass, and half a pass for each step length that was too long.
 *
 * <p>Source: A. Beck and M. Teboulle, "A fast iterative shrinkage-thresholding algorithm for linear inverse problems", SIAM J.
 * Imaging Sci. 2 (2009), where it is called ISTA.
 *
 * @param step how long steps are
 */
@AutoService(Solver.class)
@Described("gradient steps on all rows with the penalty's prox; the yardstick, slow where columns are correlated")
public record GradientDescent(StepSize step) implements Solver<FiniteSum, Linear>, VectorForm {
    /** With backtracking. */
    public GradientDescent() {
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
        return BatchRun.of(problem, new Descent(smooth, Starts.of(problem, start), fixed));
    }

    @Override
    public Solver<VectorSum, MultiLinear> onVectors() {
        return new VectorMethod(this, Accepts::classes, (problem, seed, start) -> {
            SmoothPart smooth = new VectorPart(problem);
            double fixed = step == StepSize.FIXED ? LipschitzConstant.of(smooth, seed) : 0;
            return BatchRun.of(problem, new Descent(smooth, MultiLinearPoints.start(problem, start), fixed));
        });
    }
}
