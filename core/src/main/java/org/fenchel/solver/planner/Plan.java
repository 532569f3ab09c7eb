package org.fenchel.solver.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Solver;

/**
 * The choice of a method for a problem, with all that it was made by. The same problem has the same plan on every machine.
 *
 * @param n rows
 * @param d features
 * @param margins numbers that a row is scored by: 1, or one for each class
 * @param density stored entries by n d
 * @param accuracy relative gap to be reached
 * @param spectrum what a few Lanczos steps saw; empty where the choice was clear without
 * @param candidates the methods that can solve the problem, the quickest first; the first one is chosen
 * @param refusals the methods that cannot, in alphabetical order
 */
public record Plan(
        int n,
        int d,
        int margins,
        double density,
        double accuracy,
        Optional<Spectrum> spectrum,
        List<Candidate> candidates,
        List<Refusal> refusals) {
    /** Copies the lists. */
    public Plan {
        candidates = List.copyOf(candidates);
        refusals = List.copyOf(refusals);
    }

    /** A method that can solve the problem, and what it would cost. */
    public record Candidate(Solver<FiniteSum, Linear> method, Estimate estimate) {}

    /** A method that cannot, and why. */
    public record Refusal(Solver<FiniteSum, Linear> method, String why) {}

    /**
     * Makes a plan. Cost: the rows' squared norms, and nine passes where a method is in question whose cost follows from the spectrum.
     *
     * @param accuracy relative gap to be reached
     */
    static Plan of(FiniteSum problem, double accuracy) {
        return of(new Facts(problem, accuracy), 1, 1, method -> method.refusal(problem));
    }

    /**
     * Makes a plan by these facts.
     *
     * @param margins numbers that a row is scored by
     * @param factor of all costs
     * @param refusal why a method does not come into question, in words, or empty
     */
    static Plan of(
            Facts facts, int margins, double factor, Function<Solver<FiniteSum, Linear>, Optional<String>> refusal) {
        List<CostModel> models = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (CostModel model : ServiceLoader.load(CostModel.class, CostModel.class.getClassLoader())) {
            Optional<String> why = refusal.apply(model.method());
            if (why.isPresent()) {
                refusals.add(new Refusal(model.method(), why.get()));
            } else {
                models.add(model);
            }
        }
        List<Candidate> candidates = ranked(models, facts, factor);
        if (!candidates.isEmpty() && candidates.get(0).estimate().lowerBound()) {
            facts.look();
            candidates = ranked(models, facts, factor);
        }
        refusals.sort(Comparator.comparing(refused -> refused.method().toString()));
        double cells = Math.max(1, (double) facts.n() * facts.d());
        return new Plan(
                facts.n(),
                facts.d(),
                margins,
                facts.entries() / cells,
                facts.accuracy(),
                facts.spectrum(),
                candidates,
                refusals);
    }

    private static List<Candidate> ranked(List<CostModel> models, Facts facts, double factor) {
        List<Candidate> candidates = new ArrayList<>();
        for (CostModel model : models) {
            candidates.add(new Candidate(model.method(), model.estimate(facts).times(factor)));
        }
        // by name where two cost the same, so that nothing depends on the order they are found in
        candidates.sort(Comparator.comparingDouble(
                        (Candidate candidate) -> candidate.estimate().seconds())
                .thenComparing(candidate -> candidate.method().toString()));
        return candidates;
    }

    /** The method that is expected to be the quickest; empty where all refuse. */
    public Optional<Solver<FiniteSum, Linear>> chosen() {
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(candidates.get(0).method());
    }
}
