package org.fenchel.solver.proximal;

import java.util.SplittableRandom;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run.Health;

/**
 * A start from an eighth of the rows. With many rows for each column the minimiser on a sample is as near to the minimiser on all
 * as the columns are few beside the sample's rows, and most of Newton's steps can be taken at an eighth of the price; on a large
 * sample, these again begin with a sample of it.
 *
 * <p>Rows are drawn one from each eight that follow one another, so that data in some order are sampled evenly. The draw is the
 * same each time. Cost: a copy of an eighth of the data, and the steps there.
 */
final class SampledStart {
    /** Rows of the problem for each row of the sample. */
    private static final int THINNING = 8;

    /** Rows of the sample for each column, at least: fewer say too little about all. */
    private static final int ROWS_A_COLUMN = 20;

    /** Entries of the whole data, at least: with fewer there is nothing to save. */
    private static final long LEAST_ENTRIES = 200_000;

    private static final int MOST_STEPS = 20;

    private final FiniteSum problem;
    private double passes;

    SampledStart(FiniteSum problem) {
        this.problem = problem;
    }

    /** Whether a sample is worth its price. */
    boolean pays() {
        return problem.rows().nonZeros() >= LEAST_ENTRIES
                && problem.n() / THINNING >= (long) ROWS_A_COLUMN * Math.max(1, problem.d());
    }

    /** Minimises on a sample, until what is left to gain there is small beside what the sample says about all rows. */
    Linear find(StepSchedule schedule) {
        int[] chosen = new int[problem.n() / THINNING];
        SplittableRandom random = new SplittableRandom(42);
        for (int k = 0; k < chosen.length; k++) {
            chosen[k] = k * THINNING + random.nextInt(THINNING);
        }
        Linear zero = new Linear(new double[problem.d()], 0);
        FullBatchRun run = new FullBatchRun(problem.on(chosen), 0, schedule, zero);
        double enough = 0.1 * problem.d() / chosen.length;
        int steps = 0;
        do {
            run.step();
            steps++;
        } while (run.decrement() > enough && steps < MOST_STEPS && run.health() == Health.WELL);
        passes = run.passes() / THINNING;
        return run.iterate();
    }

    /** Passes over all rows that the search was worth. */
    double passes() {
        return passes;
    }
}
