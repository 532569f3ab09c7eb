package org.fenchel.lab.poisson;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Chart.Axis;
import org.fenchel.lab.Chart.Mark;
import org.fenchel.lab.Claim;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.ResultTable;
import org.fenchel.lab.Shelf;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.run.Driver;
import org.fenchel.run.Listener;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.dual.ConvergenceRates;
import org.fenchel.solver.dual.DualBounds;
import org.fenchel.solver.dual.Sampling;
import org.fenchel.solver.dual.Sdca;

/**
 * The paper's table 1: four proven rates of dual coordinate ascent for linear Poisson regression, from log-smoothness and from
 * strong convexity, with uniform and with importance sampling, beside the passes that are really needed.
 *
 * @param repeats runs with different seeds, of which the middle one counts
 * @param passes most passes of a run
 * @param seed of the first run
 */
@AutoService(Experiment.class)
@Described("proven rates of dual coordinate ascent beside the passes it needs (table 1)")
public record SdcaRates(int repeats, int passes, long seed) implements Experiment {
    /** The l2 of the paper, 1 / sqrt(n), and its multiples. */
    private static final double[] MULTIPLES = {10, 1, 0.1, 0.01};

    private static final double[] GAPS = {1e-3, 1e-6, 1e-9};
    private static final String SEVERAL = "l2 as a multiple of 1/sqrt(n)";
    private static final String RATE = "rate";
    private static final String ANALYSIS = "analysis";

    /** Three runs of at most 3000 passes. */
    public SdcaRates() {
        this(3, 3000, 42);
    }

    /** Checks the sizes. */
    public SdcaRates {
        if (repeats < 1 || passes < 1) {
            throw InvalidInput.of("repeats=" + repeats + ", passes=" + passes, "give 1 or more of each");
        }
    }

    @Override
    public Experiment full() {
        return new SdcaRates(11, 100_000, seed);
    }

    @Override
    public String title() {
        return "Proven rates of dual coordinate ascent for linear Poisson regression";
    }

    @Override
    public String source() {
        return Paper.CITATION + ", table 1 and section 2";
    }

    @Override
    public List<String> data() {
        return List.of(CountData.FACEBOOK.known());
    }

    /** The runs with one sampling: from the method's own start, and one with all duals 1 at first. */
    private record Measured(Sampling sampling, List<Trace> traces, Trace fromOnes) {
        double needed(double gap) {
            return Progressed.median(traces.stream()
                    .mapToDouble(trace -> Progressed.passes(trace, gap))
                    .toArray());
        }
    }

    /** What was computed and measured for one l2. */
    private record Line(double multiple, double gap, ConvergenceRates rates, Measured uniform, Measured importance) {}

    @Override
    public Findings run(Shelf shelf, Consumer<String> progress) {
        CountData.Loaded loaded = CountData.FACEBOOK.load(shelf, 0, seed);
        int n = loaded.rows().n();
        List<Line> lines = new ArrayList<>();
        double rarest = Double.NaN;
        for (double multiple : MULTIPLES) {
            progress.accept("l2 = " + Digits.of(multiple) + " / sqrt(n)");
            FiniteSum problem =
                    FiniteSum.of(loaded.rows(), new PoissonIdentity(), new L2(multiple / Math.sqrt(n)), false);
            rarest = multiple == 1 ? passesBetweenDraws(problem) : rarest;
            Optimum optimum = Optimum.of(problem, seed);
            ConvergenceRates rates = ConvergenceRates.of(problem, optimum.duals(), DualBounds.of(problem));
            lines.add(new Line(
                    multiple,
                    optimum.certificate().relativeGap(),
                    rates,
                    measured(problem, Sampling.UNIFORM),
                    measured(problem, Sampling.IMPORTANCE)));
        }
        return new Findings(
                claims(lines),
                table(lines),
                List.of(rates(lines), course(lines.get(1))),
                List.of(loaded.used()),
                List.of(
                        "A rate is sigma: a step shrinks the expected distance of the dual from its optimum by the factor"
                                + " 1 - sigma / n at least, so a pass by about exp(-sigma).",
                        "Passes are those until the certified relative gap was first measured at that size (it is measured each"
                                + " tenth of the way), the middle one of " + repeats
                                + " runs; a dash where no run of at most " + passes
                                + " passes got there. From 1: all duals 1 at first instead of the method's own start.",
                        "Importance sampling draws rows in proportion to 1 / sigma from strong convexity, which needs no"
                                + " knowledge of the optimum. At l2 = 1/sqrt(n) it draws the rarest row once in "
                                + Digits.of(rarest) + " passes on average: the gap waits for such rows.",
                        "The paper counts 41 features and does not say which columns it takes for categories; here there are "
                                + loaded.rows().d() + "."));
    }

    /** Passes between two draws of the row that importance sampling draws least: the mean of 1 / sigma_i by the least of them. */
    private static double passesBetweenDraws(FiniteSum problem) {
        double[] bounds = DualBounds.of(problem);
        double l2 = problem.penalty().l2();
        double[] slowness = IntStream.range(0, problem.n())
                .filter(i -> problem.targets()[i] > 0)
                .mapToDouble(i -> 1
                        + problem.shares()[i]
                                * problem.rows().squaredNorm(i)
                                * bounds[i]
                                * bounds[i]
                                / (l2 * problem.targets()[i]))
                .toArray();
        return Arrays.stream(slowness).average().orElseThrow()
                / Arrays.stream(slowness).min().orElseThrow();
    }

    private Measured measured(FiniteSum problem, Sampling sampling) {
        Sdca solver = new Sdca().withSampling(sampling).withoutFinish();
        StopRule rule = new StopRule().withRelativeGap(GAPS[GAPS.length - 1]).withPasses(passes);
        List<Trace> traces = new ArrayList<>();
        for (int k = 0; k < repeats; k++) {
            traces.add(Driver.fit(problem, solver, rule, seed + k, null, Listener.NONE)
                    .trace());
        }
        FromDuals ones = new FromDuals(solver, Objects.requireNonNull(Start.ONES.of(problem)));
        Trace fromOnes =
                Driver.fit(problem, ones, rule, seed, null, Listener.NONE).trace();
        return new Measured(sampling, traces, fromOnes);
    }

    private static ResultTable table(List<Line> lines) {
        ResultTable table = ResultTable.of(
                "l2 sqrt(n)",
                "sampling",
                "strongly convex",
                "log-smooth",
                "passes to 1e-3",
                "to 1e-6",
                "to 1e-9",
                "from 1, to 1e-6",
                "optimum's gap");
        for (Line line : lines) {
            ConvergenceRates rates = line.rates;
            add(table, line, line.uniform, rates.stronglyConvexUniform(), rates.logSmoothUniform());
            add(table, line, line.importance, rates.stronglyConvexImportance(), rates.logSmoothImportance());
        }
        return table;
    }

    private static void add(ResultTable table, Line line, Measured measured, double strong, double logSmooth) {
        table.add(
                line.multiple,
                measured.sampling.name().toLowerCase(Locale.ROOT),
                strong,
                logSmooth,
                measured.needed(GAPS[0]),
                measured.needed(GAPS[1]),
                measured.needed(GAPS[2]),
                Progressed.passes(measured.fromOnes, GAPS[1]),
                line.gap);
    }

    private static List<Claim> claims(List<Line> lines) {
        ConvergenceRates paper = lines.get(1).rates;
        double worst = lines.stream().mapToDouble(Line::gap).max().orElseThrow();
        return List.of(
                new Claim(
                        "Log-smoothness proves a better rate than strong convexity, with uniform sampling",
                        lines.stream()
                                .allMatch(line -> line.rates.logSmoothUniform() > line.rates.stronglyConvexUniform()),
                        pair(paper.logSmoothUniform(), paper.stronglyConvexUniform())),
                new Claim(
                        "Log-smoothness proves a better rate than strong convexity, with importance sampling",
                        lines.stream()
                                .allMatch(line ->
                                        line.rates.logSmoothImportance() > line.rates.stronglyConvexImportance()),
                        pair(paper.logSmoothImportance(), paper.stronglyConvexImportance())),
                new Claim(
                        "Importance sampling has a better proven rate than uniform sampling, in both analyses",
                        lines.stream()
                                .allMatch(line -> line.rates.logSmoothImportance() > line.rates.logSmoothUniform()
                                        && line.rates.stronglyConvexImportance() > line.rates.stronglyConvexUniform()),
                        pair(paper.logSmoothImportance(), paper.logSmoothUniform())),
                new Claim(
                        "Log-smoothness with importance sampling is orders of magnitude (100 times at least) better than the"
                                + " theory from strong convexity",
                        paper.logSmoothImportance() >= 100 * paper.stronglyConvexUniform(),
                        pair(paper.logSmoothImportance(), paper.stronglyConvexUniform())),
                new Claim(
                        "Importance sampling converges faster in practice: fewer passes to a gap of 1e-6, at each l2",
                        lines.stream().allMatch(line -> line.importance.needed(GAPS[1]) < line.uniform.needed(GAPS[1])),
                        lines.stream()
                                .map(line -> Digits.of(line.importance.needed(GAPS[1])) + " against "
                                        + Digits.of(line.uniform.needed(GAPS[1])))
                                .reduce((a, b) -> a + ", " + b)
                                .orElseThrow()),
                new Claim(
                        "The optima behind the rates are certified to a relative gap of 1e-10",
                        worst <= 1e-10,
                        "at most " + Digits.of(worst)));
    }

    private static String pair(double better, double worse) {
        return Digits.of(better) + " against " + Digits.of(worse) + " at l2 = 1/sqrt(n), " + Digits.of(better / worse)
                + " times";
    }

    private static Figure rates(List<Line> lines) {
        ResultTable table = ResultTable.of(SEVERAL, RATE, ANALYSIS);
        for (Line line : lines) {
            table.add(line.multiple, line.rates.logSmoothImportance(), "log-smooth, importance");
            table.add(line.multiple, line.rates.logSmoothUniform(), "log-smooth, uniform");
            table.add(line.multiple, line.rates.stronglyConvexImportance(), "strongly convex, importance");
            table.add(line.multiple, line.rates.stronglyConvexUniform(), "strongly convex, uniform");
        }
        return new Figure(
                "rates",
                "What is proven",
                "Higher is faster. The paper's table is at 1 on the horizontal axis.",
                new Chart(Mark.LINES, Axis.log(SEVERAL), Axis.log(RATE), ANALYSIS),
                table);
    }

    private static Figure course(Line line) {
        ResultTable table = ResultTable.of("passes", "relative gap", "sampling");
        course(table, line.uniform.traces.get(0), "uniform");
        course(table, line.importance.traces.get(0), "importance");
        return new Figure(
                "passes",
                "What is needed at l2 = 1/sqrt(n)",
                "The certified relative gap of the first run with each sampling; lower and further left is better.",
                new Chart(Mark.LINES, Axis.linear("passes"), Axis.log("relative gap"), "sampling"),
                table);
    }

    private static void course(ResultTable table, Trace trace, String series) {
        trace.points().stream()
                .filter(point -> Double.isFinite(point.relativeGap()))
                .forEach(point -> table.add(point.passes(), point.relativeGap(), series));
    }
}
