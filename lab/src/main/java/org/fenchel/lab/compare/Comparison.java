package org.fenchel.lab.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Entry;
import org.fenchel.data.InvalidInput;
import org.fenchel.lab.Cell;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Plan;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Listener;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * A race of methods on one problem, each alone on the machine, until a goal is reached or its share of the time is over.
 *
 * @param problem that all solve
 * @param used what is said of the data
 * @param solvers as the catalogue writes them
 * @param measure what they are compared by
 * @param heldOut the loss on rows held out where they are compared by that, else null
 * @param goal how low the measure is to get
 * @param seconds of work of all runs together, measuring excluded
 * @param steps step sizes to try of each method that has them, in equal factors from 1e-3 to 1e3; 0 for none
 * @param seed everything random follows from it
 */
public record Comparison(
        FiniteSum problem,
        DataUsed used,
        List<String> solvers,
        Measure measure,
        @Nullable ToDoubleFunction<Linear> heldOut,
        double goal,
        double seconds,
        int steps,
        long seed) {
    private static final double SMALLEST = 1e-3;
    private static final double LARGEST = 1e3;

    /** Runs of a tenth of a run's time, and no more than this, compile the loops. */
    private static final double WARM_UP = 0.5;

    /**
     * Checks the numbers.
     *
     * @throws InvalidInput if one makes no sense
     */
    public Comparison {
        solvers = List.copyOf(solvers);
        if (!(seconds > 0) || !(goal > 0) || steps < 0 || steps == 1) {
            throw InvalidInput.of(
                    "seconds=" + seconds + ", goal=" + goal + ", steps=" + steps,
                    "give some time, a goal above 0, and no step sizes or 2 and more");
        }
    }

    /** All methods of the catalogue but the one that chooses among them. */
    public static List<String> all() {
        return Catalogue.of(Solver.class).names().stream()
                .filter(name -> !name.equals("auto"))
                .toList();
    }

    /** A method with the step size that was set, NaN for its own. */
    private record Contender(String words, double step, Solver<FiniteSum, Linear> solver) {
        String name() {
            return Double.isNaN(step) ? words : words + ", step " + Digits.of(step);
        }
    }

    @SuppressWarnings("unchecked") // every solver of the catalogue is one of finite sums
    private static Contender contender(String words, double step, String call) {
        return new Contender(words, step, (Solver<FiniteSum, Linear>)
                Catalogue.of(Solver.class).parse(call));
    }

    private List<Contender> contenders() {
        List<Contender> all = new ArrayList<>();
        for (String words : solvers) {
            all.add(contender(words, Double.NaN, words));
        }
        for (String words : steps == 0 ? List.<String>of() : solvers) {
            for (int k = 0; k < steps && hasStep(words); k++) {
                double step = SMALLEST * Math.pow(LARGEST / SMALLEST, k / (steps - 1.0));
                all.add(contender(words, step, words + "(step=" + step + ")"));
            }
        }
        return all;
    }

    /** Whether a method that is written without parameters has a number called step. */
    private static boolean hasStep(String words) {
        return Catalogue.of(Solver.class).entries().stream()
                .filter(entry -> entry.name().equals(words))
                .map(Entry::parameters)
                .anyMatch(parameters -> parameters.stream()
                        .anyMatch(parameter -> parameter.name().equals("step")
                                && parameter.values().equals("a number")));
    }

    /** What a runner is to do. */
    public Plan<?> plan() {
        List<Contender> contenders = contenders();
        List<Contender> able = contenders.stream()
                .filter(each -> each.solver.refusal(problem).isEmpty())
                .toList();
        double share = seconds / Math.max(1, able.size());
        List<Cell<Raced>> cells = contenders.stream()
                .map(each -> Cell.<Raced>of(each.name(), live -> raced(each, share, live))
                        .unless(each.solver.refusal(problem))
                        .alone())
                .toList();
        return Plan.of(List.of(used), Raced.class, cells, rows -> new Verdict(this, rows).findings())
                .after(() -> able.forEach(each -> raced(each, Math.min(WARM_UP, share / 10), Listener.NONE)));
    }

    private Raced raced(Contender contender, double most, Listener live) {
        // by the objective or rows held out nobody knows on the way how far it is: the gap ends the run far below
        double gap = measure == Measure.GAP ? goal : goal * 1e-3;
        StopRule rule = new StopRule()
                .withRelativeGap(gap)
                .withPasses(Double.POSITIVE_INFINITY)
                .withSeconds(most);
        return new Raced(
                contender.words, contender.step, Timed.run(contender.solver, problem, rule, seed, heldOut, live));
    }
}
