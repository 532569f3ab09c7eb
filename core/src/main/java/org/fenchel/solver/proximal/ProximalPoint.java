package org.fenchel.solver.proximal;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Recession;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.VectorMethod;
import org.fenchel.solver.newton.NewtonCg;
import org.fenchel.solver.smooth.Accepts;
import org.fenchel.solver.smooth.BatchRun;
import org.fenchel.solver.smooth.MultiLinearPoints;
import org.fenchel.solver.smooth.VectorPart;
import org.jspecify.annotations.Nullable;

/**
 * The mini-batch stochastic proximal point method: each step minimises the losses of a batch themselves, plus the penalty, near
 * the current point,
 *
 * <pre>x+ = argmin_x  mean_(i in batch) l(a_i'x + c, y_i) + r(x) + ||x - x_t||^2 / (2 eta)</pre>
 *
 * exactly: the small problem is solved to rounding, with its own duality gap as proof. No step size makes it diverge. With all rows in one batch it is the proximal
 * point method, also known as the dual augmented Lagrangian method, which converges superlinearly to a certified optimum.
 *
 * <p>Sources: A. Shtoff, "Proximal Point with Mini Batches - Convex On Linear" (2020), equation (DM); R. T. Rockafellar,
 * "Monotone operators and the proximal point algorithm", SIAM J. Control Optim. 14 (1976) for batches of all rows.
 *
 * @param batch rows of a step; 0 for all rows
 * @param step the step size eta; 0 lets the method choose: 1 for mini-batches, for all rows as large as the arithmetic allows
 * @param schedule how the step size goes on from there
 * @param order how a pass goes through the rows
 * @param average whether the solution is the average of the iterates since the last power of two of passes (Polyak, Ruppert)
 */
@AutoService(Solver.class)
@Described("exact proximal steps on mini-batches or on all rows; nothing to tune, never diverges, any loss and penalty")
public record ProximalPoint(int batch, double step, StepSchedule schedule, RowOrder order, boolean average)
        implements Solver<FiniteSum, Linear>, VectorForm {
    /** All rows at once: the choice for a certified optimum. */
    public ProximalPoint() {
        this(0, 0, StepSchedule.CONSTANT, RowOrder.SHUFFLED, false);
    }

    /** Mini-batches of this size with a constant step, rows shuffled. */
    public ProximalPoint(int batch, double step) {
        this(batch, step, StepSchedule.CONSTANT, RowOrder.SHUFFLED, false);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if the batch is negative, or the step is negative, not a number or above 1e12
     */
    public ProximalPoint {
        if (batch < 0) {
            throw InvalidInput.of("batch=" + batch + " is negative", "give the rows of a step, or 0 for all rows");
        }
        if (!(step >= 0) || step > 1e12) {
            throw InvalidInput.of(
                    "step=" + step + " is no step size", "give one up to 1e12, or 0 to let the method choose");
        }
    }

    /** The same with another order of rows. */
    public ProximalPoint withOrder(RowOrder newOrder) {
        return new ProximalPoint(batch, step, schedule, newOrder, average);
    }

    /** The same with another step schedule. */
    public ProximalPoint withSchedule(StepSchedule newSchedule) {
        return new ProximalPoint(batch, step, newSchedule, order, average);
    }

    /** The same with or without averaging. */
    public ProximalPoint withAverage(boolean newAverage) {
        return new ProximalPoint(batch, step, schedule, order, newAverage);
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        if (!PenaltyTerm.isKnown(problem.penalty())) {
            return Optional.of(
                    "the penalty " + problem.penaltyInWords() + " is neither separable nor a sum of group norms,"
                            + " which are what Newton's method inside the steps can take");
        }
        return Recession.alongIntercept(problem)
                ? Optional.of("the objective has no minimiser: all targets pull the intercept the same way without end")
                : Optional.empty();
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        Linear from = start == null ? new Linear(new double[problem.d()], 0) : start;
        if (from.weights().length != problem.d()) {
            throw InvalidInput.of(
                    "the start has " + from.weights().length + " weights for " + problem.d() + " features",
                    "start from a model of the same features");
        }
        return batch == 0 || batch >= problem.n()
                ? new FullBatchRun(problem, step, schedule, from)
                : new MiniBatchRun(problem, this, seed, from);
    }

    @Override
    public Solver<VectorSum, MultiLinear> onVectors() {
        return new VectorMethod(this, this::refusalOfClasses, (problem, seed, start) -> {
            if (isWhole(problem)) {
                return new NewtonCg().onVectors().start(problem, seed, start);
            }
            if (!(problem.penalty() instanceof Separable separable)) {
                throw InvalidInput.of("the penalty ties weights together", "choose another solver");
            }
            double[] from = MultiLinearPoints.start(problem, start);
            if (batch > 0 && batch < problem.n()) {
                return new VectorMiniBatchRun(
                        problem, this, separable, seed, new MultiLinearPoints(problem).solution(from));
            }
            return BatchRun.of(problem, new DualNewtonSteps(new VectorPart(problem), separable, from, step, schedule));
        });
    }

    /**
     * Whether a step is the problem itself: on all rows and as long as arithmetic allows, where a penalty holds the weights. Newton's
     * method solves it with a tenth of the passes that a sequence of steps takes.
     */
    private boolean isWhole(VectorSum problem) {
        boolean held = problem.penalty().l2() > 0 || !Accepts.isSquares(problem.penalty());
        return step == 0 && (batch == 0 || batch >= problem.n()) && held;
    }

    private Optional<String> refusalOfClasses(VectorSum problem) {
        if (isWhole(problem)) {
            return new NewtonCg().onVectors().refusal(problem);
        }
        return problem.penalty() instanceof Separable
                ? Accepts.classes(problem)
                : Optional.of("the penalty " + problem.penaltyInWords()
                        + " is not separable, which is what mini-batches and steps of a given size can take with several classes;"
                        + " on all rows with step=0 groups are taken, and fista takes any penalty");
    }
}
