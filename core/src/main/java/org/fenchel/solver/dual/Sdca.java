package org.fenchel.solver.dual;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Recession;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.VectorMethod;
import org.fenchel.solver.smooth.Accepts;
import org.fenchel.solver.smooth.MultiLinearPoints;
import org.jspecify.annotations.Nullable;

/**
 * Stochastic dual coordinate ascent: each step maximises the dual exactly over one row's variable (or a few rows' at once) and
 * keeps the weights that belong to it. No step size; every loss and every penalty; a sparse row costs its own entries.
 *
 * <p>It is at its best with many columns and a penalty that is not too small against the rows: it converges at a rate of
 * about 1 / (1 + L max ||x_i||^2 / (n l2)) a pass. Where it turns out slow, it hands its point over to the second-order steps of the
 * full-batch proximal point method, unless told not to. Without them, kinked losses without l2 may take thousands of passes.
 *
 * <p>The intercept and weights without l2 are held near a centre which follows them (a proximal point method around the
 * ascent), since the dual of an unpenalised weight has no step of its own.
 *
 * <p>Sources: S. Shalev-Shwartz and T. Zhang, "Accelerated proximal stochastic dual coordinate ascent for regularized loss
 * minimization", Mathematical Programming 155 (2016); M. Bompaire, E. Bacry, S. Gaïffas, arXiv 1807.03545 (2018), for losses whose
 * derivative is not Lipschitz; C. Ma et al., "Adding vs. averaging in distributed primal-dual optimization", ICML 2015
 * (CoCoA+), for several threads, here with a factor of the sum that is as large as is safe.
 *
 * @param sampling which rows a pass visits
 * @param block rows of a step
 * @param threads how many threads work at once, each on rows of its own; the result depends on this number, never on timing
 * @param finish whether second-order steps take over where ascent is slow
 */
@AutoService(Solver.class)
@Described("dual coordinate ascent, row by row; nothing to tune, best with many columns, any loss and penalty")
public record Sdca(Sampling sampling, int block, int threads, boolean finish)
        implements Solver<FiniteSum, Linear>, VectorForm {
    private static final int LARGEST_BLOCK = 256;
    private static final int MOST_THREADS = 256;

    /** Single rows, each once a pass in random order, on one thread. */
    public Sdca() {
        this(Sampling.PERMUTED, 1, 1, true);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if the block is not of 1 to 256 rows, or the threads are not 1 to 256
     */
    public Sdca {
        if (block < 1 || block > LARGEST_BLOCK) {
            throw InvalidInput.of("block=" + block + " rows", "give 1 to " + LARGEST_BLOCK);
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw InvalidInput.of("threads=" + threads, "give 1 to " + MOST_THREADS);
        }
    }

    /** The same with another sampling of rows. */
    public Sdca withSampling(Sampling newSampling) {
        return new Sdca(newSampling, block, threads, finish);
    }

    /** The same with blocks of so many rows. */
    public Sdca withBlock(int rows) {
        return new Sdca(sampling, rows, threads, finish);
    }

    /** The same on so many threads. */
    public Sdca withThreads(int newThreads) {
        return new Sdca(sampling, block, newThreads, finish);
    }

    /** The same, coordinate ascent to the end. */
    public Sdca withoutFinish() {
        return new Sdca(sampling, block, threads, false);
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return Recession.alongIntercept(problem)
                ? Optional.of("the objective has no minimiser: all targets pull the intercept the same way without end")
                : Optional.empty();
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        if (start != null && start.weights().length != problem.d()) {
            throw InvalidInput.of(
                    "the start has " + start.weights().length + " weights for " + problem.d() + " features",
                    "start from a model of the same features");
        }
        return new SdcaRun(problem, this, seed, start, DualStart.of(problem, start));
    }

    @Override
    public Solver<VectorSum, MultiLinear> onVectors() {
        return new VectorMethod(
                this,
                this::refusalOfClasses,
                (problem, seed, start) -> new VectorAscentRun(
                        problem,
                        this,
                        seed,
                        new MultiLinearPoints(problem).solution(MultiLinearPoints.start(problem, start))));
    }

    private Optional<String> refusalOfClasses(VectorSum problem) {
        return block > 1 || threads > 1
                ? Optional.of(
                        "with several classes the ascent goes row by row on one thread: leave block and threads at 1")
                : Accepts.classes(problem);
    }

    /**
     * Starts from duals, such as those of {@link DualStart#along} (u_i = dualHigh - a_i), and the weights that belong to them.
     *
     * @param duals u, length n; each is moved into its interval; copied
     */
    public Run<Linear> startFrom(FiniteSum problem, long seed, double[] duals) {
        if (duals.length != problem.n()) {
            throw InvalidInput.of(duals.length + " duals for " + problem.n() + " rows", "give one for each row");
        }
        return new SdcaRun(problem, this, seed, null, DualStart.feasible(problem, duals.clone()));
    }
}
