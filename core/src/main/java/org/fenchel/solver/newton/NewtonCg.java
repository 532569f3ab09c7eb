package org.fenchel.solver.newton;

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
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.Iteration;
import org.fenchel.solver.smooth.MultiLinearPoints;
import org.fenchel.solver.smooth.ScalarPart;
import org.fenchel.solver.smooth.SmoothPart;
import org.fenchel.solver.smooth.Starts;
import org.fenchel.solver.smooth.VectorPart;
import org.jspecify.annotations.Nullable;

/**
 * Newton's method without a matrix: directions by conjugate gradients, as exact as the gradient is small, lengths by a search. For
 * many columns; converges superlinearly. Kinks and bounds of the penalty stay in the model as they are: see {@link ProximalNewtonSteps}.
 *
 * <p>Cost of a step: a pass, and one for each inner iteration; memory of a few times n and the columns.
 *
 * <p>Source: J. Nocedal and S. Wright, "Numerical Optimization" (2006), section 7.1, the line search version.
 */
@AutoService(Solver.class)
@Described("Newton steps by inner conjugate gradients, no matrix; smooth losses with any penalty, many columns")
public record NewtonCg() implements Solver<FiniteSum, Linear>, VectorForm {
    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return Kinks.refusal(problem).or(() -> Accepts.smoothLoss(problem));
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        ScalarPart smooth = new ScalarPart(problem);
        return BatchRun.of(problem, steps(smooth, Starts.of(problem, start)));
    }

    @Override
    public Solver<VectorSum, MultiLinear> onVectors() {
        return new VectorMethod(this, NewtonCg::refusalOfClasses, (problem, seed, start) -> {
            SmoothPart smooth = new VectorPart(problem);
            return BatchRun.of(problem, steps(smooth, MultiLinearPoints.start(problem, start)));
        });
    }

    private static Optional<String> refusalOfClasses(VectorSum problem) {
        return Kinks.refusal(problem).or(() -> Accepts.classes(problem));
    }

    private static Iteration steps(SmoothPart smooth, double[] start) {
        if (Accepts.isSquares(smooth.penalty())) {
            return new NewtonSteps(new DescentPoint(smooth, start), new ConjugateDirection(smooth), 0, true);
        }
        Kinks kinks = Kinks.of(smooth.penalty(), smooth.weights(), smooth.size());
        PenalisedDirection direction = new FaceDirection(new HessianProducts(smooth), kinks);
        return new ProximalNewtonSteps(smooth, DescentPoint.withoutKinks(smooth, start), direction, kinks, 0, true);
    }
}
