package org.fenchel.lab.poisson;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fenchel.catalogue.Described;
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
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Listener;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.Solver;
import org.fenchel.solver.dual.Sdca;

/**
 * The paper's figures 6 to 8: how near the optimal duals the heuristic starts are, on five data sets, and what a good start is
 * worth in passes.
 *
 * @param rows of the largest data sets to use, drawn at random; 0 for all
 * @param passes most passes of a run
 * @param drawn points of a scatter for each start
 * @param seed of draws and runs
 */
@AutoService(Experiment.class)
@Described("optimal duals against heuristic starts, and what the starts are worth (figures 6 to 8)")
public record SdcaStart(int rows, int passes, int drawn, long seed) implements Experiment {
    private static final double GAP = 1e-6;

    /** What counts as a good correlation of the logarithms. */
    private static final double GOOD = 0.8;

    private static final String OPTIMAL = "optimal dual a*";
    private static final String STARTING = "starting dual a";
    private static final String START = "start";

    /** 5000 rows of each set at most, 2000 passes, 300 points. */
    public SdcaStart() {
        this(5000, 2000, 300, 42);
    }

    /** Checks the sizes. */
    public SdcaStart {
        if (rows < 0 || passes < 1 || drawn < 1) {
            throw InvalidInput.of("rows=" + rows + ", passes=" + passes + ", drawn=" + drawn, "give 1 or more of each");
        }
    }

    @Override
    public Experiment full() {
        return new SdcaStart(0, 50_000, drawn, seed);
    }

    @Override
    public String title() {
        return "Heuristic starts of dual coordinate ascent for linear Poisson regression";
    }

    @Override
    public String source() {
        return Paper.CITATION + ", section 4.3, figures 6 to 8";
    }

    @Override
    public List<String> data() {
        return List.of(CountData.values()).stream().map(CountData::known).toList();
    }

    /**
     * What a start is worth on one data set; its numbers are NaN where it does not exist.
     *
     * @param ratio geometric mean of optimal by starting duals: 1 is the right scale
     */
    private record Worth(
            CountData data,
            Start start,
            double correlation,
            double ratio,
            double value,
            double optimum,
            double passes) {}

    @Override
    public Findings run(Shelf shelf, Consumer<String> progress) {
        List<Worth> worths = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<DataUsed> used = new ArrayList<>();
        for (CountData data : CountData.values()) {
            progress.accept(data.known());
            CountData.Loaded loaded = data.load(shelf, rows, seed);
            used.add(loaded.used());
            int n = loaded.rows().n();
            FiniteSum problem = FiniteSum.of(loaded.rows(), new PoissonIdentity(), new L2(1 / Math.sqrt(n)), false);
            Optimum optimum = Optimum.of(problem, seed);
            ResultTable scatter = ResultTable.of(STARTING, OPTIMAL, START);
            for (Start start : Start.values()) {
                worths.add(worth(data, problem, start, optimum, scatter));
            }
            figures.add(new Figure(
                    data.known(),
                    "Optimal and starting duals: " + data.known(),
                    "A dot is a row with a positive count. The dots of a perfect start would lie on a line with the same numbers on both axes.",
                    new Chart(Mark.POINTS, Axis.log(STARTING), Axis.log(OPTIMAL), START),
                    scatter));
        }
        return new Findings(
                claims(worths),
                table(worths),
                figures,
                used,
                List.of(
                        "l2 = 1/sqrt(n). Correlations are of the logarithms of optimal duals a* and starting duals a over all rows"
                                + " with a positive count (a constant has none), a* / a is the geometric mean. Charts show "
                                + drawn
                                + " rows a start at most, evenly spaced.",
                        "Passes are those until the certified relative gap was first measured at 1e-6 (it is measured each tenth of"
                                + " the way); a dash where " + passes + " passes did not suffice."));
    }

    private Worth worth(CountData data, FiniteSum problem, Start start, Optimum optimum, ResultTable scatter) {
        double best = optimum.certificate() instanceof Certificate.DualityGap gap ? gap.dual() : Double.NaN;
        double[] a = start.of(problem);
        if (a == null) {
            return new Worth(data, start, Double.NaN, Double.NaN, Double.NaN, best, Double.NaN);
        }
        int[] positive = IntStream.range(0, a.length).filter(i -> a[i] > 0).toArray();
        int every = (positive.length + drawn - 1) / drawn;
        for (int k = 0; k < positive.length; k += every) {
            scatter.add(a[positive[k]], optimum.a()[positive[k]], start.toString());
        }
        Logarithms logarithms = Logarithms.of(a, optimum.a(), positive);
        StopRule rule = new StopRule().withRelativeGap(GAP).withPasses(passes);
        Solver<FiniteSum, Linear> solver = new FromDuals(new Sdca().withoutFinish(), a);
        Trace trace =
                Driver.fit(problem, solver, rule, seed, null, Listener.NONE).trace();
        return new Worth(
                data,
                start,
                logarithms.correlation(),
                logarithms.ratio(),
                DualValue.at(problem, a),
                best,
                Progressed.passes(trace, GAP));
    }

    private static ResultTable table(List<Worth> worths) {
        ResultTable table = ResultTable.of(
                "data",
                START,
                "correlation",
                "a* / a",
                "starting dual",
                "optimal dual",
                "passes to 1e-6",
                "of the constant's");
        for (Worth worth : worths) {
            table.add(
                    worth.data.known(),
                    worth.start.toString(),
                    worth.correlation,
                    worth.ratio,
                    worth.value,
                    worth.optimum,
                    worth.passes,
                    worth.passes / of(worths, worth.data, Start.CONSTANT).passes);
        }
        return table;
    }

    private static Worth of(List<Worth> worths, CountData data, Start start) {
        return worths.stream()
                .filter(worth -> worth.data == data && worth.start == start)
                .findFirst()
                .orElseThrow();
    }

    private static List<Claim> claims(List<Worth> worths) {
        List<Claim> claims = new ArrayList<>();
        List<Worth> paper = worths.stream()
                .filter(worth -> worth.start == Start.CORRELATION)
                .toList();
        for (Worth worth : paper) {
            claims.add(new Claim(
                    "Optimal duals go well with the paper's start on " + worth.data.known()
                            + ": their logarithms correlate by " + GOOD + " or more",
                    worth.correlation >= GOOD,
                    "correlation " + Digits.of(worth.correlation)));
        }
        claims.add(new Claim(
                "The scale of the paper's start is right: optimal by starting duals are between 1/2 and 2 in the mean",
                paper.stream().allMatch(worth -> worth.ratio >= 0.5 && worth.ratio <= 2),
                listed(paper, worth -> Digits.of(worth.ratio))));
        claims.add(new Claim(
                "The paper's start reaches a gap of 1e-6 in fewer passes than a start with all duals 1, on each data set",
                paper.stream().noneMatch(worth -> slower(worth, of(worths, worth.data, Start.ONES))),
                listed(
                        paper,
                        worth -> Digits.of(worth.passes) + " against "
                                + Digits.of(of(worths, worth.data, Start.ONES).passes))));
        return claims;
    }

    /** Whether one run needs as many passes as another or more; one that did not get there needs more than any that did. */
    private static boolean slower(Worth one, Worth other) {
        return Double.isNaN(one.passes) || one.passes >= other.passes;
    }

    private static String listed(List<Worth> worths, Function<Worth, String> found) {
        return worths.stream()
                .map(worth -> worth.data.known() + " " + found.apply(worth))
                .collect(Collectors.joining(", "));
    }
}
