package org.fenchel.solver.newton;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.smooth.Accepts;
import org.fenchel.solver.smooth.BatchRun;
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.ScalarPart;
import org.fenchel.solver.smooth.Starts;
import org.jspecify.annotations.Nullable;

/**
 * Newton's method, damped: the direction minimises the second-order model, its length is searched for or follows from
 * self-concordance. Converges quadratically, for losses whose second derivative jumps superlinearly. An l1 norm, bounds and groups
 * are in the model as they are: see {@link ProximalNewtonSteps}.
 *
 * <p>Cost of a step: n p^2 / 2 and p^3 / 6 multiply-adds on the side of the p columns, the same with n and p exchanged on that of the
 * rows where they are fewer (and l2 is positive). Above an order of 4000 the system is left to conjugate gradients, as in
 * {@link NewtonCg}.
 *
 * <p>Source: S. Boyd and L. Vandenberghe, "Convex Optimization" (2004), sections 9.5 and 9.6.
 *
 * @param damping how long steps are
 */
@AutoService(Solver.class)
@Described("damped Newton steps on all rows; few steps, smooth losses with any penalty")
public record Newton(Damping damping) implements Solver<FiniteSum, Linear> {
    private static final int LARGEST = 4000;

    /** With a search. */
    public Newton() {
        this(Damping.SEARCH);
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        if (damping == Damping.SELF_CONCORDANT && !(problem.loss() instanceof PoissonIdentity)) {
            return Optional.of(
                    "the loss " + problem.lossInWords() + " is not self-concordant; damping=search takes it");
        }
        return Kinks.refusal(problem).or(() -> Accepts.smoothLoss(problem));
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        ScalarPart smooth = new ScalarPart(problem);
        if (!Accepts.isSquares(problem.penalty())) {
            return penalised(problem, smooth, Starts.of(problem, start));
        }
        DescentPoint point = new DescentPoint(smooth, Starts.of(problem, start));
        boolean onRows = problem.penalty().l2() > 0 && smooth.n() < smooth.size();
        NewtonDirection direction = (onRows ? smooth.n() : smooth.size()) > LARGEST
                ? new ConjugateDirection(smooth)
                : onRows ? new RowSideDirection(smooth) : new ColumnSideDirection(smooth);
        return BatchRun.of(
                problem, new NewtonSteps(point, direction, SelfConcordance.of(problem), damping == Damping.SEARCH));
    }

    private Run<Linear> penalised(FiniteSum problem, ScalarPart smooth, double[] start) {
        DescentPoint point = DescentPoint.withoutKinks(smooth, start);
        Kinks kinks = Kinks.of(problem.penalty(), smooth.weights(), smooth.size());
        boolean tied = !(problem.penalty() instanceof Separable);
        boolean small = tied && smooth.size() <= LARGEST;
        PenalisedDirection direction =
                new FaceDirection(small ? new HessianMatrix(smooth) : new HessianProducts(smooth), kinks);
        if (problem.penalty() instanceof Separable separable) {
            direction = new WorkingSetDirection(smooth, separable, direction, LARGEST);
        }
        return BatchRun.of(
                problem,
                new ProximalNewtonSteps(
                        smooth, point, direction, kinks, SelfConcordance.of(problem), damping == Damping.SEARCH));
    }
}
