package org.fenchel.solver.factorization;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.catalogue.Named;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/**
 * Stochastic proximal point for factorization machines: each step minimises the loss of a row itself, not a linear model of it, near
 * the current parameters; see {@link RowStep}. Steps fall geometrically from pass to pass, and the run is over when they have done so
 * often enough.
 *
 * <p>Source: A. Shtoff, "Proximal point to the extreme: factorization machines" (2020), made tight (the bound on the step), cheap (two
 * scalars instead of vectors in the search) and general (values, ridge, metric, any loss).
 *
 * @param step eta in the first pass; 0 for half the largest that is safe for every row
 * @param decay the step of a pass divided by that of the pass before
 * @param passes after how many the run is over
 * @param members machines fitted with other seeds, whose mean score is the model's: again a factorization machine, with so many times
 *     the factors
 * @param adaptive whether steps also fall feature by feature with the pulls on it
 * @param average whether the solution is the mean of the ends of passes since the last power of two of them
 * @param deviation standard deviation of the normal numbers that latent vectors start from
 * @param single whether parameters take four bytes instead of eight
 * @param threads how many work on one machine at once, each on rows of its own, see {@link Rounds}; the result depends on this
 *     number, never on timing
 */
@AutoService(FactorizationSolver.class)
@Named("proximal-point")
@Described("exact proximal steps on single rows; nothing to tune, no step size diverges, any loss")
public record ProximalFactorization(
        double step,
        double decay,
        int passes,
        int members,
        boolean adaptive,
        boolean average,
        double deviation,
        boolean single,
        int threads)
        implements FactorizationSolver {
    private static final int MOST_THREADS = 256;

    /** The defaults. */
    public ProximalFactorization() {
        this(0, 0.85, 35, 1, false, false, 0.01, false, 1);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of its range
     */
    public ProximalFactorization {
        if (!(step >= 0) || Double.isInfinite(step)) {
            throw InvalidInput.of("step=" + step, "give a positive number, or 0 to let the method choose");
        }
        if (!(decay > 0) || decay > 1) {
            throw InvalidInput.of("decay=" + decay, "give 1 for constant steps, or less, such as 0.85");
        }
        if (passes < 1 || members < 1) {
            throw InvalidInput.of("passes=" + passes + ", members=" + members, "give at least 1 of each");
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw InvalidInput.of("threads=" + threads, "give 1 to " + MOST_THREADS);
        }
        if (!(deviation >= 0) || Double.isInfinite(deviation)) {
            throw InvalidInput.of("deviation=" + deviation, "give a number that is 0 or more, such as 0.01");
        }
    }

    /** The same with another first step and decay. */
    public ProximalFactorization withStep(double first, double factor) {
        return new ProximalFactorization(first, factor, passes, members, adaptive, average, deviation, single, threads);
    }

    /** The same with another number of passes. */
    public ProximalFactorization withPasses(int number) {
        return new ProximalFactorization(step, decay, number, members, adaptive, average, deviation, single, threads);
    }

    /** The same with so many members. */
    public ProximalFactorization withMembers(int number) {
        return new ProximalFactorization(step, decay, passes, number, adaptive, average, deviation, single, threads);
    }

    /** The same with or without the adaptive metric. */
    public ProximalFactorization withAdaptive(boolean is) {
        return new ProximalFactorization(step, decay, passes, members, is, average, deviation, single, threads);
    }

    /** The same with or without averaging. */
    public ProximalFactorization withAverage(boolean is) {
        return new ProximalFactorization(step, decay, passes, members, adaptive, is, deviation, single, threads);
    }

    /** The same from other random vectors. */
    public ProximalFactorization withDeviation(double of) {
        return new ProximalFactorization(step, decay, passes, members, adaptive, average, of, single, threads);
    }

    /** The same in single or double precision. */
    public ProximalFactorization withSingle(boolean is) {
        return new ProximalFactorization(step, decay, passes, members, adaptive, average, deviation, is, threads);
    }

    /** The same on so many threads. */
    public ProximalFactorization withThreads(int number) {
        return new ProximalFactorization(step, decay, passes, members, adaptive, average, deviation, single, number);
    }

    @Override
    public Run<Factorized> start(FactorizationFit problem, long seed, @Nullable Factorized start) {
        return members == 1
                ? member(problem, seed, start)
                : new Ensemble(problem, members, seed, s -> member(problem, s, start));
    }

    private Run<Factorized> member(FactorizationFit problem, long seed, @Nullable Factorized start) {
        double first = step > 0 ? step : 0.5 / Math.max(1, problem.mostEntries() - 1);
        int working = Math.min(threads, problem.mostRows());
        int room = working > 1 ? Rounds.room(problem, working) : 0;
        Factors factors = Starts.of(problem, room, start, deviation, single, seed);
        double constant = start == null ? 0 : start.intercept();
        Rounds.Steps steps = (on, from) -> new RowStep(problem, on, from, first, decay, adaptive);
        Walk walk = working > 1
                ? new Rounds(problem, factors, constant, working, steps)
                : new InTurn(steps.on(factors, constant), problem.rows());
        return new Passes(problem, walk, passes, average, seed);
    }
}
