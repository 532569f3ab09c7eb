package org.fenchel.solver.planner;

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
import org.fenchel.solver.dual.Sdca;
import org.jspecify.annotations.Nullable;

/**
 * The method that is expected to reach the accuracy first, by a {@link Plan}: of all methods that can solve and certify the problem,
 * the one with the lowest estimate.
 *
 * @param accuracy the relative gap that will be asked for: with a smaller one, methods with more and cheaper steps lose ground
 */
@AutoService(Solver.class)
@Described("chooses the quickest of the others by shapes, spectra and stored constants; --explain says how")
public record Auto(double accuracy) implements Solver<FiniteSum, Linear>, VectorForm {
    /** For six digits. */
    public Auto() {
        this(1e-6);
    }

    /**
     * Checks the accuracy.
     *
     * @throws InvalidInput if it is negative or no number
     */
    public Auto {
        if (!(accuracy >= 0)) {
            throw InvalidInput.of("accuracy=" + accuracy + " is no relative gap", "give 0 or more, such as 1e-6");
        }
    }

    /** The plan for this problem. Cost: the rows' squared norms, and some passes where the spectrum matters. */
    public Plan plan(FiniteSum problem) {
        return Plan.of(problem, accuracy);
    }

    /** The method for this problem; where all refuse, one that says why. */
    public Solver<FiniteSum, Linear> choose(FiniteSum problem) {
        return plan(problem).chosen().orElse(new Sdca());
    }

    /** The plan for a model of several classes. Cost: as for one margin. */
    public Plan plan(VectorSum problem) {
        return VectorPlan.of(problem, accuracy);
    }

    /** The method for a model of several classes. */
    public Solver<VectorSum, MultiLinear> choose(VectorSum problem) {
        return VectorPlan.choose(problem, accuracy);
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        // ascent takes every loss and penalty: what it refuses, nothing can solve
        return new Sdca().refusal(problem);
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        return choose(problem).start(problem, seed, start);
    }

    @Override
    public Solver<VectorSum, MultiLinear> onVectors() {
        return new VectorMethod(
                this,
                VectorPlan::refusal,
                (problem, seed, start) -> choose(problem).start(problem, seed, start));
    }
}
