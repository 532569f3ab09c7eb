package org.fenchel.solver.stochastic;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.penalty.Penalty;
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
import org.jspecify.annotations.Nullable;

/**
 * Adam: steps along a running mean of the gradients, divided by the root of a running mean of their squares, both corrected for having
 * begun at 0. l2 is part of the gradient; l1 and bounds are taken by their prox, with each weight's own step size. A step costs d
 * beside its rows, since means go on where gradients are 0.
 *
 * <p>Each weight moves by about the step size, whatever the size of the gradients. Losses with kinks are descended by subgradients;
 * losses with an open domain are refused. The prox of groups, where step sizes differ, is the root of one equation a group.
 *
 * <p>D. Kingma and J. Ba, "Adam: a method for stochastic optimization", ICLR 2015.
 *
 * @param batch rows of a step; 0 for all rows
 * @param step the first step size, alpha
 * @param schedule how the step size goes on from there, step by step
 * @param beta1 how much of the mean of gradients is kept at a step
 * @param beta2 how much of the mean of their squares
 * @param order how a pass goes through the rows
 */
@AutoService(Solver.class)
@Described("Adam: running means of gradients and of their squares, on mini-batches; near the optimum, not at it")
public record Adam(int batch, double step, StepSchedule schedule, double beta1, double beta2, RowOrder order)
        implements Solver<FiniteSum, Linear>, VectorForm {
    /** Mini-batches of 32, a step of 0.01 and the paper's means. */
    public Adam() {
        this(32, 0.01, StepSchedule.CONSTANT, 0.9, 0.999, RowOrder.SHUFFLED);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if the batch is negative, the step is not positive, or a beta is not from 0 to below 1
     */
    public Adam {
        Checks.batch(batch);
        Checks.positiveStep(step);
        if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
            throw InvalidInput.of("beta1=" + beta1 + ", beta2=" + beta2, "give numbers from 0 to below 1");
        }
    }

    /** The same with so many rows a step. */
    public Adam withBatch(int rows) {
        return new Adam(rows, step, schedule, beta1, beta2, order);
    }

    /** The same with another first step and schedule. */
    public Adam withStep(double newStep, StepSchedule newSchedule) {
        return new Adam(batch, newStep, newSchedule, beta1, beta2, order);
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return Refusals.noMinimiser(problem)
                .or(() -> Refusals.openDomain(problem))
                .or(() -> Refusals.unknownProx(problem));
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        Linear from = Standing.start(problem, start);
        Descent descent = descent(new Design(problem.rows(), 1), problem.penalty(), DescentRun.flat(from));
        return DescentRun.of(problem, descent, batch, order, seed, from);
    }

    @Override
    public Solver<VectorSum, MultiLinear> onVectors() {
        return new VectorMethod(this, Refusals::classesWithOwnSteps, (problem, seed, start) -> {
            MultiLinear from = Standing.start(problem, start);
            Descent descent = descent(new Design(problem.rows(), problem.classes()), problem.penalty(), from);
            return DescentRun.of(problem, descent, batch, order, seed, from);
        });
    }

    private Descent descent(Design design, Penalty penalty, MultiLinear from) {
        return new AdamDescent(design, penalty, new Pace(step, schedule), beta1, beta2, from);
    }
}
