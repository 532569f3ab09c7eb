package org.fenchel.solver.planner;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Costs;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.VectorMethod;
import org.fenchel.solver.dual.Sdca;
import org.fenchel.solver.proximal.ProximalPoint;
import org.jspecify.annotations.Nullable;

/**
 * The method that is expected to reach six digits first, by the shapes of the data and the strength of the penalty: dual
 * coordinate ascent where passes are cheap against Newton steps and few of them suffice, otherwise the full-batch proximal point
 * method.
 *
 * <p>Ascent gains about one e-fold each 1 + L mean ||x_i||^2 / (n l2) passes, L being the smoothness of the loss.
 */
@AutoService(Solver.class)
@Described("chooses one of the others by the shapes of the data and the penalty")
public record Auto() implements Solver<FiniteSum, Linear>, VectorForm {
    /** Six digits are fourteen e-folds; a pass does better than its worst case by about this factor. */
    private static final double PASSES_PER_CONDITION = 14 / 2.0;

    /** So many passes show whether ascent is fast; where they cost little against a second-order fit, they are tried. */
    private static final double TRIAL_PASSES = 6;

    private static final double TRIAL_PART = 0.2;

    /** The method for this problem. Cost: the rows' squared norms. */
    public Solver<FiniteSum, Linear> choose(FiniteSum problem) {
        ProximalPoint secondOrder = new ProximalPoint();
        if (secondOrder.refusal(problem).isPresent()) {
            return new Sdca();
        }
        Costs costs = Costs.of(problem);
        if (TRIAL_PASSES * costs.pass() < TRIAL_PART * costs.newtonFit()) {
            return new Sdca();
        }
        return passes(problem) * costs.pass() < costs.newtonFit() ? new Sdca() : secondOrder;
    }

    /** The method for a model of several classes. */
    public Solver<VectorSum, MultiLinear> choose(VectorSum problem) {
        return VectorPlan.choose(problem);
    }

    private static double passes(FiniteSum problem) {
        double l2 = problem.penalty().l2();
        if (l2 == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double meanSquare = 0;
        for (int i = 0; i < problem.n(); i++) {
            meanSquare += problem.shares()[i] * problem.rows().squaredNorm(i);
        }
        double smoothness = Math.min(problem.loss().smoothness(), 1);
        return PASSES_PER_CONDITION * (1 + smoothness * meanSquare / (problem.n() * l2));
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return choose(problem).refusal(problem);
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        return choose(problem).start(problem, seed, start);
    }

    @Override
    public Solver<VectorSum, MultiLinear> onVectors() {
        return new VectorMethod(
                this,
                problem -> choose(problem).refusal(problem),
                (problem, seed, start) -> choose(problem).start(problem, seed, start));
    }
}
