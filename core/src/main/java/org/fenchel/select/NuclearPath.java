package org.fenchel.select;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.metric.AreaUnderCurve;
import org.fenchel.metric.Scored;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.links.LinkFit;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.ResidualNorm;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.Listener;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Solver;
import org.fenchel.solver.links.LinkSolver;
import org.fenchel.solver.lowrank.LowRankSolver;

/**
 * The multiplier of a nuclear norm chosen on entries held out: fits from strong penalties to weak ones, each beginning where the last one ended,
 * until the held-out score gets worse twice in a row.
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
     * @param score on the entries held out, lower is better: f, or one less the area under the curve for links
     * @param rank of the solution
     */
    public record Point(double nuclear, double score, int rank) {}

    /**
     * Walks the path of a completed matrix.
     *
     * @param problem with any multiplier
     * @param seed which entries are held out follows from it
     * @param listener told of each step of each fit
     * @throws InvalidInput if there are fewer than ten entries, or it is interrupted
     */
    public static NuclearPath of(LowRankFit problem, LowRankSolver solver, long seed, Listener listener) {
        Division division = Division.of(problem.entries(), seed);
        LowRankFit train = LowRankFit.of(division.train(), problem.fit(), problem.nuclear());
        ObservedEntries test = division.test();
        double[] z = new double[test.count()];
        ToDoubleFunction<LowRank> score = solution -> {
            solution.matrix().entries(test, z);
            return problem.fit().value(z, test.value());
        };
        double scale = problem.fit() instanceof ResidualNorm ? 1 : division.scale();
        return walk(train::withNuclear, solver, FIRST * train.lambdaMax(), score, division, scale, seed, listener);
    }

    /**
     * Walks the path of a matrix of links; the l1 norm keeps its weight beside that of a pair.
     *
     * @param problem with any multiplier
     * @param seed which pairs are held out follows from it
     * @param listener told of each step of each fit
     * @throws InvalidInput if there are fewer than ten pairs, or it is interrupted
     */
    public static NuclearPath of(LinkFit problem, LinkSolver solver, long seed, Listener listener) {
        Division division = Division.of(problem.pairs(), seed);
        double share = (double) division.train().count() / problem.pairs().count();
        LinkFit train = LinkFit.of(division.train(), problem.l1() / share, problem.nuclear());
        ObservedEntries test = division.test();
        double[] z = new double[test.count()];
        ToDoubleFunction<LowRank> score = solution -> {
            solution.matrix().entries(test, z);
            Scored scored = Scored.of(z, z, test.value(), null);
            double area = new AreaUnderCurve().over(scored).at(scored.weights());
            if (Double.isNaN(area)) {
                throw InvalidInput.of(
                        "the pairs held out are all links, or all none", "say what the nuclear norm is multiplied by");
            }
            return 1 - area;
        };
        double first = FIRST * train.lambdaMax();
        return walk(train::withNuclear, solver, first, score, division, division.scale(), seed, listener);
    }

    private static <P extends Problem<LowRank>> NuclearPath walk(
            DoubleFunction<P> problemAt,
            Solver<P, LowRank> solver,
            double first,
            ToDoubleFunction<LowRank> score,
            Division division,
            double scale,
            long seed,
            Listener listener) {
        if (!(first > 0)) {
            throw InvalidInput.of("the entries are all fitted by zeros", "there is nothing to complete");
        }
        LowRank start = new LowRank(
                LowRankMatrix.zero(division.train().m(), division.train().n()));
        LowRank bestStart = start;
        List<Point> points = new ArrayList<>();
        Point best = new Point(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
        int worse = 0;
        double nuclear = first;
        for (int k = 0; k < MOST && worse < 2; k++, nuclear *= RATIO) {
            Fit<LowRank> fit = Driver.fit(problemAt.apply(nuclear), solver, RULE, seed, start, listener);
            if (fit.trace().reason() == StopReason.INTERRUPTED) {
                throw InvalidInput.of(
                        "interrupted while the penalty was chosen", "nothing was chosen, and nothing saved");
            }
            start = fit.solution();
            Point point = new Point(
                    nuclear, score.applyAsDouble(start), start.matrix().rank());
            points.add(point);
            worse = point.score() < best.score() ? 0 : worse + 1;
            if (worse == 0) {
                best = point;
                bestStart = start;
            }
        }
        return new NuclearPath(points, best.nuclear() * scale, bestStart);
    }

    /** Entries to learn from, and a tenth of them held out. */
    private record Division(ObservedEntries train, ObservedEntries test) {
        static Division of(ObservedEntries all, long seed) {
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
            return new Division(all.part(out, false), all.part(out, true));
        }

        /** What means over fewer entries ask more of the penalty. */
        double scale() {
            return Math.sqrt((double) train.count() / (train.count() + test.count()));
        }
    }
}
