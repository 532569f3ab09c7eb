package org.fenchel.lab.poisson;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fenchel.catalogue.Described;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Chart.Axis;
import org.fenchel.lab.Chart.Mark;
import org.fenchel.lab.Claim;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.ResultTable;
import org.fenchel.lab.Shelf;
import org.fenchel.lab.poisson.UnguardedSteps.End;
import org.fenchel.lab.poisson.UnguardedSteps.Walk;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.dual.Sdca;
import org.fenchel.solver.newton.Newton;
import org.fenchel.solver.quasinewton.Lbfgs;
import org.jspecify.annotations.Nullable;

/**
 * The paper's figure 1: a Poisson regression with two features and three rows that L-BFGS-B fails on. The paper's numbers are not
 * published; here the counts are 8, 2 and 1 at x = 0, 1 and 2, and the rate is w_1 + w_2 x.
 *
 * @param l2 weight of half the squared norm
 * @param grid starts tried along each weight, from -4 to 8
 * @param seed of the order of the rows
 */
@AutoService(Experiment.class)
@Described("two features, three rows: dual ascent against L-BFGS-B on an open polytope (figure 1)")
public record SdcaToy(double l2, int grid, long seed) implements Experiment {
    private static final double[][] X = {{1, 0}, {1, 1}, {1, 2}};
    private static final double[] Y = {8, 2, 1};
    private static final double LOW = -4;
    private static final double HIGH = 8;
    private static final double[] START = {3, 1};
    private static final double CLOSE = 1e-5;
    private static final int PASSES = 60;
    private static final double[] LEVELS = {0.02, 0.2, 1};

    private static final String FREE = "L-BFGS-B, no bounds";
    private static final String PROJECTED = "L-BFGS-B, weights at 0 or more";
    private static final String ASCENT = "sdca";

    /** l2 = 0.1 and 61 x 61 starts. */
    public SdcaToy() {
        this(0.1, 61, 42);
    }

    /** Checks the sizes. */
    public SdcaToy {
        if (!(l2 > 0) || l2 > 1e3 || grid < 4 || grid > 1000) {
            throw InvalidInput.of(
                    "l2=" + l2 + ", grid=" + grid, "give l2 above 0, at most 1000, and a grid of 4 to 1000");
        }
    }

    @Override
    public Experiment full() {
        return new SdcaToy(l2, 201, seed);
    }

    @Override
    public String title() {
        return "Three counts and two weights that L-BFGS-B fails on";
    }

    @Override
    public String source() {
        return Paper.CITATION + ", figure 1";
    }

    @Override
    public List<String> data() {
        return List.of();
    }

    /** Where the walks from the grid ended. */
    private record Ends(Map<End, Integer> counts, int optimal, int starts) {
        int count(End end) {
            return counts.getOrDefault(end, 0);
        }

        double share(int count) {
            return (double) count / starts;
        }
    }

    @Override
    public Findings run(Shelf shelf, Consumer<String> progress) {
        FiniteSum problem = FiniteSum.of(Dataset.of(X, Y), new PoissonIdentity(), new L2(l2), false);
        progress.accept("optimum");
        double[] best = optimum(problem, new Newton());
        progress.accept("walks from " + grid + " x " + grid + " starts");
        ResultTable starts = ResultTable.of("w_1", "w_2", "L-BFGS-B from there");
        Ends free = ends(new UnguardedSteps(problem, false), best, starts);
        Ends projected = ends(new UnguardedSteps(problem, true), best, null);
        progress.accept("dual ascent");
        List<double[]> ascent = ascent(problem);
        double missed = distance(ascent.get(ascent.size() - 1), best);
        double guarded = distance(optimum(problem, new Lbfgs()), best);

        Walk left = new UnguardedSteps(problem, false).from(START);
        Walk bounded = new UnguardedSteps(problem, true).from(START);
        double excess = objective(problem, bounded.last()) - objective(problem, best);
        List<Claim> claims = List.of(
                new Claim(
                        "Dual coordinate ascent finds the optimum to " + Digits.of(CLOSE) + " in " + PASSES + " passes",
                        missed <= CLOSE,
                        "distance " + Digits.of(missed)),
                new Claim(
                        "L-BFGS-B leaves the polytope from most starts in it",
                        free.count(End.OUTSIDE) > free.starts / 2.0,
                        free.count(End.OUTSIDE) + " of " + free.starts + ", " + free.optimal + " find the optimum"),
                new Claim(
                        "L-BFGS-B projected on weights of 0 or more never finds the optimum, which has a negative weight",
                        projected.optimal == 0 && Math.min(best[0], best[1]) < 0,
                        projected.optimal + " of " + projected.starts + "; the optimum is " + words(best) + ", from "
                                + words(START) + " it ends " + Digits.of(excess) + " above"));
        ResultTable table = ResultTable.of(
                "method", "starts", "find the optimum", "leave the polytope", "end elsewhere or nowhere");
        add(table, FREE, free);
        add(table, PROJECTED, projected);
        table.add(ASCENT, 1, missed <= CLOSE ? 1.0 : 0.0, 0.0, missed <= CLOSE ? 0.0 : 1.0);
        return new Findings(
                claims,
                table,
                List.of(plane(problem, best, left, bounded, ascent), course(best, left, bounded, ascent), map(starts)),
                List.of(new DataUsed("toy(x=(1,0),(1,1),(1,2); y=8,2,1)", 3, 2, "")),
                List.of(
                        "Rates must be positive: the weights lie in the cone w_1 > 0, w_1 + 2 w_2 > 0. The columns of the table"
                                + " are shares of the starts.",
                        "L-BFGS-B is what the paper compares with: quasi-Newton steps whose search sees only that the objective rises, not that it"
                                + " does not exist. Fenchel's lbfgs keeps its search inside and ends "
                                + Digits.of(guarded) + " from the optimum."));
    }

    private static void add(ResultTable table, String method, Ends ends) {
        int outside = ends.count(End.OUTSIDE);
        table.add(
                method,
                ends.starts,
                ends.share(ends.optimal),
                ends.share(outside),
                ends.share(ends.starts - ends.optimal - outside));
    }

    private static double[] optimum(FiniteSum problem, Solver<FiniteSum, Linear> solver) {
        return Driver.fit(problem, solver, new StopRule().withRelativeGap(0).withPasses(500))
                .solution()
                .weights();
    }

    private static double objective(FiniteSum problem, double[] w) {
        return problem.objective(new Linear(w, 0));
    }

    private Ends ends(UnguardedSteps steps, double[] best, @Nullable ResultTable starts) {
        Map<End, Integer> counts = new EnumMap<>(End.class);
        int optimal = 0;
        int all = 0;
        for (int a = 0; a < grid; a++) {
            for (int b = 0; b < grid; b++) {
                double[] start = {place(a), place(b)};
                boolean allowed = !steps.projected() || Math.min(start[0], start[1]) >= 0;
                if (!allowed || !steps.isInside(start)) {
                    continue;
                }
                Walk walk = steps.from(start);
                boolean found = walk.end() == End.STATIONARY && distance(walk.last(), best) <= CLOSE;
                all++;
                optimal += found ? 1 : 0;
                counts.merge(walk.end(), 1, Integer::sum);
                if (starts != null) {
                    starts.add(
                            start[0],
                            start[1],
                            found
                                    ? "finds the optimum"
                                    : walk.end() == End.OUTSIDE ? "leaves the polytope" : "does not end");
                }
            }
        }
        return new Ends(counts, optimal, all);
    }

    private double place(int k) {
        return LOW + (HIGH - LOW) * k / (grid - 1);
    }

    /** The weights after each pass of dual ascent. */
    private List<double[]> ascent(FiniteSum problem) {
        Run<Linear> run = new Sdca().withoutFinish().start(problem, seed, null);
        List<double[]> points = new ArrayList<>(List.of(run.solution().weights().clone()));
        for (int pass = 0; pass < PASSES; pass++) {
            run.step();
            points.add(run.solution().weights().clone());
        }
        return points;
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }

    private static String words(double[] w) {
        return "(" + Digits.of(w[0]) + ", " + Digits.of(w[1]) + ")";
    }

    private static Figure plane(FiniteSum problem, double[] best, Walk left, Walk bounded, List<double[]> ascent) {
        ResultTable table = ResultTable.of("w_1", "w_2", "series");
        add(table, "border of the polytope", List.of(new double[] {0, HIGH}, new double[2], new double[] {
            HIGH, -HIGH / 2
        }));
        for (double level : LEVELS) {
            add(table, "optimum + " + Digits.of(level), contour(problem, best, level));
        }
        add(table, FREE, left.points());
        add(table, PROJECTED, bounded.points());
        add(table, ASCENT, ascent);
        add(table, "optimum", List.of(best));
        return new Figure(
                "toy-plane",
                "The weights on their ways",
                "Level sets of the objective, the border of the polytope outside of which there is none, and the points of each method. Both"
                        + " quasi-Newton walks start at " + words(START) + ".",
                new Chart(Mark.LINES, Axis.linear("w_1"), Axis.linear("w_2"), "series"),
                table);
    }

    private static void add(ResultTable table, String series, List<double[]> points) {
        points.forEach(point -> table.add(point[0], point[1], series));
    }

    /** Where the objective is so much above its minimum, along rays from there. */
    private static List<double[]> contour(FiniteSum problem, double[] best, double level) {
        int rays = 96;
        double wanted = objective(problem, best) + level;
        List<double[]> points = new ArrayList<>();
        for (int k = 0; k <= rays; k++) {
            double angle = 2 * Math.PI * k / rays;
            double low = 0;
            double high = 100;
            for (int halving = 0; halving < 60; halving++) {
                double middle = (low + high) / 2;
                boolean below = objective(problem, along(best, angle, middle)) <= wanted;
                low = below ? middle : low;
                high = below ? high : middle;
            }
            points.add(along(best, angle, low));
        }
        return points;
    }

    private static double[] along(double[] from, double angle, double way) {
        return new double[] {from[0] + way * Math.cos(angle), from[1] + way * Math.sin(angle)};
    }

    private static Figure course(double[] best, Walk left, Walk bounded, List<double[]> ascent) {
        ResultTable table = ResultTable.of("steps", "distance from the optimum", "method");
        addCourse(table, FREE, left.points(), best);
        addCourse(table, PROJECTED, bounded.points(), best);
        addCourse(table, ASCENT, ascent, best);
        return new Figure(
                "toy-course",
                "How far from the optimum",
                "A step is a pass over the three rows for dual ascent, and an iteration for the others. Where a line ends its method ended.",
                new Chart(Mark.LINES, Axis.linear("steps"), Axis.log("distance from the optimum"), "method"),
                table);
    }

    private static void addCourse(ResultTable table, String method, List<double[]> points, double[] best) {
        for (int k = 0; k < points.size(); k++) {
            table.add(k, distance(points.get(k), best), method);
        }
    }

    private static Figure map(ResultTable starts) {
        return new Figure(
                "toy-starts",
                "What becomes of L-BFGS-B without bounds",
                "Each point is a start inside the polytope.",
                new Chart(Mark.POINTS, Axis.linear("w_1"), Axis.linear("w_2"), "L-BFGS-B from there"),
                starts);
    }
}
