package org.fenchel.solver.stochastic;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
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
import org.jspecify.annotations.Nullable;

/**
 * Adagrad: each weight has a step size of its own, step / (sqrt(G_j) + 1e-10), G_j the sum of the squares of all its gradients so
 * far: large for rare columns, falling like 1 / sqrt(t). The penalty is taken by its prox with these step sizes, l2 too (the composite
 * form of the paper), so that a step costs the entries of its rows: weights of other columns keep their step size, and catch up when
 * they are next read.
 *
 * <p>Losses with kinks are descended by subgradients; losses with an open domain are refused. Penalties that tie columns together are taken at each
 * step on all columns, by the root of one equation a group.
 *
 * <p>J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods for online learning and stochastic optimization", JMLR 12 (2011).
 *
 * @param batch rows of a step; 0 for all rows
 * @param step the size of each weight's first step; by the theory, of the order of the weights at the optimum
 * @param order how a pass goes through the rows
 */
@AutoService(Solver.class)
@Described(
        "stochastic gradients with a step size for each weight that falls with its gradients; rare columns learn fast")
public record Adagrad(int batch, double step, RowOrder order) implements Solver<FiniteSum, Linear>, VectorForm {
    /** Single rows in random order, first steps of 0.1. */
    public Adagrad() {
        this(1, 0.1, RowOrder.SHUFFLED);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if the batch is negative, or the step is not positive
     */
    public Adagrad {
        Checks.batch(batch);
        Checks.positiveStep(step);
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
        return penalty instanceof Separable separable
                ? new AdagradDescent(design, separable, step, from)
                : new WholeAdagradDescent(design, penalty, step, from);
    }
}
