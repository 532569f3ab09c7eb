package org.fenchel.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.ResidualNorm;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.Listener;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.lowrank.LowRankSolver;

/**
 * The multiplier of a nuclear norm chosen on entries held out: fits from strong penalties to weak ones, each beginning where the last one ended,
 * until the held-out fit gets worse twice in a row.
 *
 * @param points from strong to weak
 * @param best the multiplier for all entries. Noise in a mean over N entries has a norm of the order 1 / sqrt(N), so it is lower than that
 *     of the best point by the square root of the share that was learned from
 * @param start the best point's solution
 */
public record NuclearPath(List<Point> points, double best, LowRank start) {
    private static final double SHARE = 0.1;
    private static final double FIRST = 0.7;
    private static final double RATIO = 0.8;
    private static final int MOST = 30;

    /** The gap at which fits of the path end: their scores differ by more. */
    public static final StopRule RULE = new StopRule().withRelativeGap(5e-3).withPasses(300);

    /**
     * One fit.
     *
     * @param nuclear the multiplier
     * @param score f on the entries held out, lower is better
     * @param rank of the solution
     */
    public record Point(double nuclear, double score, int rank) {}

    /**
     * Walks the path.
     *
     * @param problem with any multiplier
     * @param seed which entries are held out follows from it
     * @param listener told of each step of each fit
     * @throws InvalidInput if there are fewer than ten entries, or it is interrupted
     */
    public static NuclearPath of(LowRankFit problem, LowRankSolver solver, long seed, Listener listener) {
        ObservedEntries all = problem.entries();
        int held = (int) Math.round(SHARE * all.count());
        if (held < 1) {
            throw InvalidInput.of(
                    all.count() + " entries are too few to hold some out",
                    "say what the nuclear norm is multiplied by");
        }
        boolean[] out = new boolean[all.count()];
        SplittableRandom random = new SplittableRandom(seed);
        for (int left = held, e = 0; e < out.length; e++) {
            out[e] = random.nextInt(out.length - e) < left;
            left -= out[e] ? 1 : 0;
        }
        ObservedEntries test = part(all, out, true);
        LowRankFit train = LowRankFit.of(part(all, out, false), problem.fit(), problem.nuclear());
        double[] z = new double[test.count()];
        double nuclear = FIRST * train.lambdaMax();
        if (!(nuclear > 0)) {
            throw InvalidInput.of("the entries are all fitted by zeros", "there is nothing to complete");
        }
        LowRank start = new LowRank(LowRankMatrix.zero(all.m(), all.n()));
        LowRank bestStart = start;
        List<Point> points = new ArrayList<>();
        Point best = new Point(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
        int worse = 0;
        for (int k = 0; k < MOST && worse < 2; k++, nuclear *= RATIO) {
            Fit<LowRank> fit = Driver.fit(train.withNuclear(nuclear), solver, RULE, seed, start, listener);
            if (fit.trace().reason() == StopReason.INTERRUPTED) {
                throw InvalidInput.of(
                        "interrupted while the penalty was chosen", "nothing was chosen, and nothing saved");
            }
            start = fit.solution();
            start.matrix().entries(test, z);
            Point point = new Point(
                    nuclear,
                    problem.fit().value(z, test.value()),
                    start.matrix().rank());
            points.add(point);
            worse = point.score() < best.score() ? 0 : worse + 1;
            if (worse == 0) {
                best = point;
                bestStart = start;
            }
        }
        double scale = problem.fit() instanceof ResidualNorm
                ? 1
                : Math.sqrt((double) train.entries().count() / all.count());
        return new NuclearPath(points, best.nuclear() * scale, bestStart);
    }

    private static ObservedEntries part(ObservedEntries all, boolean[] out, boolean which) {
        int[] rows = new int[all.count()];
        int[] columns = new int[all.count()];
        double[] values = new double[all.count()];
        int count = 0;
        for (int i = 0; i < all.m(); i++) {
            for (int e = all.rowStart()[i]; e < all.rowStart()[i + 1]; e++) {
                if (out[e] == which) {
                    rows[count] = i;
                    columns[count] = all.column()[e];
                    values[count++] = all.value()[e];
                }
            }
        }
        return ObservedEntries.of(
                all.m(),
                all.n(),
                Arrays.copyOf(rows, count),
                Arrays.copyOf(columns, count),
                Arrays.copyOf(values, count));
    }
}
