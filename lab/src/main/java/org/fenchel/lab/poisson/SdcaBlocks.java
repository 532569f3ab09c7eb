package org.fenchel.lab.poisson;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
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
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.run.Driver;
import org.fenchel.run.Listener;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.dual.Sdca;

/**
 * The paper's section 4.4: dual ascent on blocks of rows at once, in passes and in seconds, on simulated counts and on wine.
 *
 * @param rows of the simulated data
 * @param features of the simulated data
 * @param passes most passes of a run
 * @param repeats runs with different seeds after one that only warms up; the middle one counts
 * @param seed of the simulation and of the first run
 */
@AutoService(Experiment.class)
@Described("dual coordinate ascent on blocks of rows: passes and seconds (section 4.4)")
public record SdcaBlocks(int rows, int features, int passes, int repeats, long seed) implements Experiment {
    private static final int[] BLOCKS = {1, 2, 3, 10, 30};
    private static final double[] GAPS = {1e-3, 1e-6, 1e-9};
    private static final String SIMULATED = "simulated";
    private static final String BLOCK = "rows of a block";

    /** 5000 simulated rows with 100 features, 2000 passes, three runs. */
    public SdcaBlocks() {
        this(5000, 100, 2000, 3, 42);
    }

    /** Checks the sizes. */
    public SdcaBlocks {
        if (rows < 10 || features < 10 || passes < 1 || repeats < 1) {
            throw InvalidInput.of(
                    "rows=" + rows + ", features=" + features + ", passes=" + passes + ", repeats=" + repeats,
                    "give 10 rows and features or more, and 1 or more of the others");
        }
    }

    @Override
    public Experiment full() {
        return new SdcaBlocks(100_000, 100, 2000, repeats, seed);
    }

    @Override
    public String title() {
        return "Dual ascent on blocks of rows for linear Poisson regression";
    }

    @Override
    public String source() {
        return Paper.CITATION + ", section 4.4";
    }

    @Override
    public List<String> data() {
        return List.of(CountData.WINE.known());
    }

    /** The runs of one block size on one data set. */
    private record Line(String data, int block, List<Trace> traces) {
        double passes(double gap) {
            return Progressed.median(traces.stream()
                    .mapToDouble(trace -> Progressed.passes(trace, gap))
                    .toArray());
        }

        double seconds(double gap) {
            return Progressed.median(traces.stream()
                    .mapToDouble(trace -> Progressed.seconds(trace, gap))
                    .toArray());
        }
    }

    @Override
    public Findings run(Shelf shelf, Consumer<String> progress) {
        CountData.Loaded wine = CountData.WINE.load(shelf, 0, seed); // before anything slow: it may be missing
        SimulatedCounts simulated = new SimulatedCounts(rows, features, seed);
        List<Line> lines = new ArrayList<>();
        lines.addAll(lines(SIMULATED, simulated.dataset(), progress));
        lines.addAll(lines(CountData.WINE.known(), wine.rows(), progress));
        List<Figure> figures = new ArrayList<>();
        for (String data : List.of(SIMULATED, CountData.WINE.known())) {
            figures.add(figure(data, lines, "passes"));
            figures.add(figure(data, lines, "seconds"));
        }
        List<DataUsed> used = List.of(simulated.used(), wine.used());
        return new Findings(
                claims(lines),
                table(lines),
                figures,
                used,
                List.of(
                        "l2 = 1/sqrt(n), rows in a new random order each pass. Passes and seconds are those until the certified relative"
                                + " gap was first measured at that size (it is measured each tenth of the way, and the clock stands still"
                                + " meanwhile), the middle ones of " + repeats + " runs; a dash where " + passes
                                + " passes did not suffice."));
    }

    private List<Line> lines(String data, Dataset rowsOfData, Consumer<String> progress) {
        FiniteSum problem =
                FiniteSum.of(rowsOfData, new PoissonIdentity(), new L2(1 / Math.sqrt(rowsOfData.n())), false);
        StopRule rule = new StopRule().withRelativeGap(GAPS[GAPS.length - 1]).withPasses(passes);
        List<Line> lines = new ArrayList<>();
        for (int block : BLOCKS) {
            progress.accept(data + ", blocks of " + block);
            Sdca solver = new Sdca().withBlock(block).withoutFinish();
            Driver.fit(problem, solver, rule.withSeconds(1), seed, null, Listener.NONE); // compiles the loops
            List<Trace> traces = new ArrayList<>();
            for (int k = 0; k < repeats; k++) {
                traces.add(Driver.fit(problem, solver, rule, seed + k, null, Listener.NONE)
                        .trace());
            }
            lines.add(new Line(data, block, traces));
        }
        return lines;
    }

    private static ResultTable table(List<Line> lines) {
        ResultTable table = ResultTable.of(
                "data",
                BLOCK,
                "passes to 1e-3",
                "seconds to 1e-3",
                "passes to 1e-6",
                "seconds to 1e-6",
                "passes to 1e-9",
                "seconds to 1e-9");
        for (Line line : lines) {
            table.add(
                    line.data,
                    line.block,
                    line.passes(GAPS[0]),
                    line.seconds(GAPS[0]),
                    line.passes(GAPS[1]),
                    line.seconds(GAPS[1]),
                    line.passes(GAPS[2]),
                    line.seconds(GAPS[2]));
        }
        return table;
    }

    private static List<Claim> claims(List<Line> lines) {
        List<Claim> claims = new ArrayList<>();
        for (String data : List.of(SIMULATED, CountData.WINE.known())) {
            List<Line> own =
                    lines.stream().filter(line -> line.data.equals(data)).toList();
            claims.add(claim(
                    "Larger blocks never need more passes to a gap of 1e-6",
                    data,
                    own,
                    own.stream().mapToDouble(line -> line.passes(GAPS[1])).toArray()));
        }
        for (String data : List.of(SIMULATED, CountData.WINE.known())) {
            Line single = lines.stream()
                    .filter(line -> line.data.equals(data) && line.block == 1)
                    .findFirst()
                    .orElseThrow();
            Line best = lines.stream()
                    .filter(line -> line.data.equals(data) && line.block > 1)
                    .reduce((a, b) -> b.seconds(GAPS[1]) < a.seconds(GAPS[1]) ? b : a)
                    .orElseThrow();
            claims.add(new Claim(
                    "Blocks reach a gap of 1e-6 in less time than single rows, " + data,
                    best.seconds(GAPS[1]) < single.seconds(GAPS[1]),
                    "blocks of " + best.block + ": " + Digits.of(best.seconds(GAPS[1])) + " s against "
                            + Digits.of(single.seconds(GAPS[1])) + " s"));
        }
        return claims;
    }

    private static Claim claim(String text, String data, List<Line> lines, double[] passes) {
        boolean holds = true;
        StringBuilder found = new StringBuilder();
        for (int k = 0; k < passes.length; k++) {
            holds &= k == 0 || passes[k] <= passes[k - 1];
            found.append(k == 0 ? "" : ", ")
                    .append(lines.get(k).block)
                    .append(": ")
                    .append(Digits.of(passes[k]));
        }
        return new Claim(text + ", " + data, holds, found.toString());
    }

    private static Figure figure(String data, List<Line> lines, String against) {
        ResultTable table = ResultTable.of(against, "relative gap", BLOCK);
        for (Line line : lines) {
            if (line.data.equals(data)) {
                line.traces.get(0).points().stream()
                        .filter(point -> Double.isFinite(point.relativeGap()))
                        .forEach(point -> table.add(
                                against.equals("passes") ? point.passes() : point.seconds(),
                                point.relativeGap(),
                                Integer.toString(line.block)));
            }
        }
        return new Figure(
                data + "-" + against,
                "The gap against " + against + ": " + data,
                "The certified relative gap of the first run with each block; lower and further left is better.",
                new Chart(Mark.LINES, Axis.linear(against), Axis.log("relative gap"), BLOCK),
                table);
    }
}
