package org.fenchel.lab.classical;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Described;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.lab.Cell;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Chart.Axis;
import org.fenchel.lab.Chart.Mark;
import org.fenchel.lab.Claim;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Plan;
import org.fenchel.lab.ResultTable;
import org.fenchel.lab.Shared;
import org.fenchel.lab.Shelf;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Listener;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.Solver;
import org.fenchel.solver.direct.LeastSquares;
import org.fenchel.solver.gradient.GradientDescent;
import org.fenchel.solver.gradient.StepSize;

/**
 * Ridge regression in closed form, n d^2 + d^3, and by gradient descent, n d for each of T ~ kappa log(1/eps) iterations, on columns
 * whose squared lengths are prescribed: their products vanish, so that the condition number is known.
 *
 * @param rows of the simulated data
 * @param features few features; the wide data have ten times as many
 * @param passes most iterations
 * @param seconds most seconds of a run
 * @param seed of the targets
 */
@AutoService(Experiment.class)
@Described("least squares in closed form and by gradient descent, over condition numbers")
public record LeastSquaresCosts(int rows, int features, int passes, double seconds, long seed) implements Experiment {
    private static final double[] CONDITIONS = {1e1, 1e2, 1e3, 1e4};
    private static final double GOAL = 1e-6;
    private static final double SLACK = 1e-12;
    private static final String EXCESS = "excess, of that at the start";
    private static final Solver<FiniteSum, Linear> DIRECT = new LeastSquares();
    private static final Solver<FiniteSum, Linear> DESCENT = new GradientDescent(StepSize.FIXED);

    /** 8,192 rows of 100 and of 1,000 features, 5 seconds a run. */
    public LeastSquaresCosts() {
        this(8192, 100, 100_000, 5, 7);
    }

    /** Checks the sizes. */
    public LeastSquaresCosts {
        if (Integer.bitCount(rows) != 1 || features < 2 || rows < 10 * features || passes < 1 || !(seconds > 0)) {
            throw InvalidInput.of(
                    "rows=" + rows + ", features=" + features + ", passes=" + passes + ", seconds=" + seconds,
                    "give a power of 2 of rows, at least ten times the features, of which there are 2 or more");
        }
    }

    @Override
    public Experiment full() {
        return new LeastSquaresCosts(16_384, 200, 1_000_000, 120, seed);
    }

    @Override
    public String title() {
        return "Least squares in closed form and by gradient descent";
    }

    @Override
    public String source() {
        return Course.CITATION + ", costs of linear regression";
    }

    @Override
    public List<String> data() {
        return List.of();
    }

    /**
     * A run of a method.
     *
     * @param wide whether with ten times the features
     */
    record Ran(boolean wide, double condition, String solver, Trace trace) {
        boolean isDirect() {
            return solver.equals(words(DIRECT));
        }
    }

    @Override
    public Plan<Ran> plan(Shelf shelf) {
        List<Cell<Ran>> cells = new ArrayList<>();
        List<DataUsed> used = new ArrayList<>();
        for (double condition : CONDITIONS) {
            add(cells, used, false, condition);
        }
        add(cells, used, true, CONDITIONS[0]);
        return Plan.of(
                        used,
                        Ran.class,
                        cells,
                        runs -> new Findings(claims(runs), table(runs), List.of(figure(runs)), used, notes()))
                .after(() -> {
                    FiniteSum small = problem(features, CONDITIONS[0]);
                    ran(false, CONDITIONS[0], small, DIRECT, seconds / 10, Listener.NONE);
                    ran(false, CONDITIONS[0], small, DESCENT, seconds / 10, Listener.NONE);
                });
    }

    private void add(List<Cell<Ran>> cells, List<DataUsed> used, boolean wide, double condition) {
        int d = wide ? 10 * features : features;
        Shared<FiniteSum> problem = Shared.of(() -> problem(d, condition));
        String name = d + " features, condition " + Digits.of(condition);
        used.add(new DataUsed("simulated, " + name, rows, d, ""));
        for (Solver<FiniteSum, Linear> solver : List.of(DIRECT, DESCENT)) {
            cells.add(Cell.<Ran>of(
                            name + ", " + words(solver),
                            live -> ran(wide, condition, problem.get(), solver, seconds, live))
                    .alone());
        }
    }

    /**
     * Columns are Walsh functions, which are orthogonal, with squared lengths over n from 1 down to so little that with the ridge the
     * condition number is the one asked for. Targets are what random weights give, plus noise.
     */
    private FiniteSum problem(int d, double condition) {
        ZigguratSampler.NormalizedGaussian normal =
                ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(seed));
        double ridge = ridge(condition);
        double smallest = (1 + ridge) / condition - ridge;
        double[] lengths = new double[d];
        double[] weights = new double[d];
        for (int j = 0; j < d; j++) {
            lengths[j] = Math.sqrt(Math.pow(smallest, j / (d - 1.0)));
            weights[j] = normal.sample() / lengths[j];
        }
        double[] x = new double[Math.multiplyExact(rows, d)];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < d; j++) {
                double value = Integer.bitCount(i & (j + 1)) % 2 == 0 ? lengths[j] : -lengths[j];
                x[i * d + j] = value;
                y[i] += value * weights[j];
            }
            y[i] += normal.sample();
        }
        return FiniteSum.of(Dataset.of(DenseRows.wrap(rows, d, x), y), new Squared(), new L2(ridge), false);
    }

    /** A tenth of the smallest curvature, so that the ridge is there but changes little. */
    private static double ridge(double condition) {
        return 0.1 / condition;
    }

    private Ran ran(
            boolean wide,
            double condition,
            FiniteSum problem,
            Solver<FiniteSum, Linear> solver,
            double most,
            Listener live) {
        StopRule rule = new StopRule().withRelativeGap(0).withPasses(passes).withSeconds(most);
        Trace trace = Driver.fit(problem, solver, rule, seed, null, live).trace();
        return new Ran(wide, condition, words(solver), trace);
    }

    private static String words(Solver<FiniteSum, Linear> solver) {
        return Catalogue.of(Solver.class).print(solver);
    }

    private static Ran of(List<Ran> runs, Ran like, boolean direct) {
        return runs.stream()
                .filter(run -> run.isDirect() == direct && run.wide == like.wide && run.condition == like.condition)
                .findFirst()
                .orElseThrow();
    }

    private static double optimum(List<Ran> runs, Ran like) {
        return Math.min(Course.least(of(runs, like, true).trace), Course.least(of(runs, like, false).trace));
    }

    /** How far above the optimum a run began. */
    private static double first(List<Ran> runs, Ran run) {
        return run.trace.points().get(0).objective() - optimum(runs, run);
    }

    private static double seconds(List<Ran> runs, Ran run) {
        return Course.seconds(run.trace, optimum(runs, run), GOAL * first(runs, run));
    }

    private static double iterations(List<Ran> runs, Ran run) {
        return Course.passes(run.trace, optimum(runs, run), GOAL * first(runs, run));
    }

    private static List<Claim> claims(List<Ran> runs) {
        List<Claim> claims = new ArrayList<>();
        List<Ran> descents = runs.stream().filter(run -> !run.isDirect()).toList();
        for (Ran run : descents) {
            if (!run.wide) {
                claims.add(rate(runs, run));
            }
        }
        Ran well = descents.get(0);
        Ran badly = descents.get(CONDITIONS.length - 1);
        Ran wide = descents.get(CONDITIONS.length);
        Ran worse = descents.get(1);
        double ratio = iterations(runs, worse) / iterations(runs, well);
        claims.add(new Claim(
                "Iterations of gradient descent grow in proportion to the condition number: from 10 to 100 between 5 and 20 times",
                ratio >= 5 && ratio <= 20,
                Digits.of(iterations(runs, well)) + " and " + Digits.of(iterations(runs, worse)) + ", "
                        + Digits.of(ratio) + " times"));
        claims.add(sooner(runs, badly, true, "With few features and a bad condition the closed form is there first"));
        claims.add(
                sooner(runs, wide, false, "With many features and a good condition gradient descent is there first"));
        return claims;
    }

    /** f(w_t) - f* against (1 - 1 / kappa)^t (f(w_0) - f*) at each measurement. */
    private static Claim rate(List<Ran> runs, Ran run) {
        double start = first(runs, run);
        double optimum = optimum(runs, run);
        double worst = run.trace.points().stream()
                .filter(point -> Double.isFinite(point.objective()))
                .filter(point -> point.objective() - optimum > SLACK * start)
                .mapToDouble(point ->
                        (point.objective() - optimum) / (start * Math.pow(1 - 1 / run.condition, point.passes())))
                .max()
                .orElse(0);
        return new Claim(
                "Gradient descent with steps of 1/L keeps to (1 - 1/kappa)^t, kappa = " + Digits.of(run.condition),
                worst <= 1 + 1e-6,
                "at most " + Digits.of(worst) + " of it");
    }

    private static Claim sooner(List<Ran> runs, Ran like, boolean direct, String text) {
        double closed = seconds(runs, of(runs, like, true));
        double descent = seconds(runs, of(runs, like, false));
        boolean closedFirst = !(descent <= closed); // one that never got there has NaN
        return new Claim(
                text,
                closedFirst == direct,
                Digits.of(closed) + " s in closed form, "
                        + (Double.isNaN(descent) ? "not in its time" : Digits.of(descent) + " s")
                        + " by gradient descent");
    }

    private static ResultTable table(List<Ran> runs) {
        ResultTable table = ResultTable.of(
                "features", "condition", "method", "iterations to 1e-6", "seconds to 1e-6", "excess at the end");
        for (Ran run : runs) {
            table.add(
                    run.wide ? "many" : "few",
                    run.condition,
                    run.solver,
                    iterations(runs, run),
                    seconds(runs, run),
                    (Course.least(run.trace) - optimum(runs, run)) / first(runs, run));
        }
        return table;
    }

    private static Figure figure(List<Ran> runs) {
        ResultTable table = ResultTable.of("iterations", EXCESS, "condition number");
        for (Ran run : runs) {
            if (!run.isDirect() && !run.wide) {
                double start = first(runs, run);
                double optimum = optimum(runs, run);
                for (Trace.Point point : run.trace.points()) {
                    double excess = (point.objective() - optimum) / start;
                    if (excess > SLACK) {
                        table.add(point.passes(), excess, Digits.of(run.condition) + ", measured");
                        table.add(
                                point.passes(),
                                Math.pow(1 - 1 / run.condition, point.passes()),
                                Digits.of(run.condition) + ", proven");
                    }
                }
            }
        }
        return new Figure(
                "rates",
                "Gradient descent: what is proven and what is measured",
                "A measured curve lies below the proven one of its condition number, and stops where rounding begins.",
                new Chart(Mark.LINES, Axis.log("iterations"), Axis.log(EXCESS), "condition number"),
                table);
    }

    private List<String> notes() {
        return List.of(
                rows
                        + " rows; columns are orthogonal, their squared lengths fall in equal factors. The condition number is"
                        + " (largest + l2) / (smallest + l2).",
                "Excesses are parts of the excess at the start, over the lower of the two objectives at the end.");
    }
}
