package org.fenchel.solver.stochastic;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.VectorMethod;
import org.fenchel.solver.proximal.RowOrder;
import org.fenchel.solver.proximal.StepSchedule;
import org.fenchel.solver.smooth.Accepts;
import org.jspecify.annotations.Nullable;

/**
 * Stochastic gradient descent on single rows, mini-batches or all rows, with momentum on request: v = beta v - alpha g, x = x + v.
 * l2 is part of the gradient g; l1, bounds and groups are taken by their prox after the step. At kinks of a loss, g is a subgradient.
 *
 * <p>It comes near an optimum quickly and then closes in slowly, with an error of about 1 / sqrt(t) after t steps of the default
 * schedule.
 *
 * <p>Without momentum a step costs the entries of its rows, for separable penalties; with momentum, penalties that tie columns
 * together, or a step of 1 / l2 and more, it costs d besides.
 *
 * <p>Losses with an open domain are refused. Sources: H. Robbins and S. Monro (1951); B. Polyak (1964) for momentum; Y. Nesterov (1983).
 *
 * @param batch rows of a step; 0 for all rows
 * @param step the first step size; 0 for (1 - momentum) / (L + l2), where L is the Lipschitz constant that counts for batches of
 *     this size
 * @param schedule how the step size goes on from there, step by step
 * @param momentum beta, from 0 to below 1
 * @param nesterov whether the gradient is taken where the momentum leads, instead of where the weights are
 * @param order how a pass goes through the rows
 */
@AutoService(Solver.class)
@Described(
        "stochastic gradient descent on single rows, mini-batches or all rows, with momentum; near the optimum, not at it")
public record Sgd(int batch, double step, StepSchedule schedule, double momentum, boolean nesterov, RowOrder order)
        implements Solver<FiniteSum, Linear>, VectorForm {
    /** Single rows in random order, with steps that fall like 1 / sqrt(t) from 1 / L. */
    public Sgd() {
        this(1, 0, StepSchedule.SQRT, 0, false, RowOrder.SHUFFLED);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if the batch or the step is negative, or the momentum is not from 0 to below 1
     */
    public Sgd {
        Checks.batch(batch);
        Checks.step(step);
        if (!(momentum >= 0) || momentum >= 1) {
            throw InvalidInput.of("momentum=" + momentum, "give 0 for none, or a number below 1, such as 0.9");
        }
    }

    /** The same with so many rows a step. */
    public Sgd withBatch(int rows) {
        return new Sgd(rows, step, schedule, momentum, nesterov, order);
    }

    /** The same with another first step and schedule. */
    public Sgd withStep(double newStep, StepSchedule newSchedule) {
        return new Sgd(batch, newStep, newSchedule, momentum, nesterov, order);
    }

    /** The same with momentum. */
    public Sgd withMomentum(double beta, boolean isNesterov) {
        return new Sgd(batch, step, schedule, beta, isNesterov, order);
    }

    /** The same with another order of rows. */
    public Sgd withOrder(RowOrder newOrder) {
        return new Sgd(batch, step, schedule, momentum, nesterov, newOrder);
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return Refusals.noMinimiser(problem).or(() -> Refusals.openDomain(problem));
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        Linear from = Standing.start(problem, start);
        double curvature = step > 0 ? 0 : Curvature.of(problem, from).ofBatch(DescentRun.size(batch, problem.n()));
        Design design = new Design(problem.rows(), 1);
        Descent descent = descent(design, problem.penalty(), curvature, DescentRun.flat(from));
        return DescentRun.of(problem, descent, batch, order, seed, from);
    }

    @Override
    public Solver<VectorSum, MultiLinear> onVectors() {
        return new VectorMethod(this, Accepts::classes, (problem, seed, start) -> {
            MultiLinear from = Standing.start(problem, start);
            double curvature = step > 0 ? 0 : Curvature.of(problem).ofBatch(DescentRun.size(batch, problem.n()));
            Design design = new Design(problem.rows(), problem.classes());
            Descent descent = descent(design, problem.penalty(), curvature, from);
            return DescentRun.of(problem, descent, batch, order, seed, from);
        });
    }

    /**
     * @param curvature the Lipschitz constant that counts, where the step is to be chosen
     */
    private Descent descent(Design design, Penalty whole, double curvature, MultiLinear from) {
        SplitPenalty penalty = SplitPenalty.of(whole);
        double first = step > 0 ? step : (1 - momentum) / (curvature + penalty.l2());
        Pace pace = new Pace(first, schedule);
        if (momentum == 0 && first * penalty.l2() < 1) {
            if (penalty.rest() == null) {
                return new ScaledDescent(design, penalty.l2(), pace, from);
            }
            if (penalty.rest() instanceof Separable rest && !(design.rows() instanceof DenseRows)) {
                return new LazyDescent(design, penalty.l2(), rest, pace, from);
            }
        }
        return new MomentumDescent(design, penalty, pace, momentum, nesterov, from);
    }
}
