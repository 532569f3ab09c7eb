package org.fenchel.lab.classical;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Described;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.hash.Sha256;
import org.fenchel.io.known.KnownData;
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
import org.fenchel.lab.Shelf;
import org.fenchel.loss.Logistic;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Listener;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.Solver;
import org.fenchel.solver.gradient.Fista;
import org.fenchel.solver.gradient.GradientDescent;
import org.fenchel.solver.gradient.StepSize;
import org.fenchel.solver.newton.Newton;
import org.fenchel.solver.quasinewton.Lbfgs;

/**
 * Logistic regression by gradient descent, whose iterations cost n d, and by Newton's method, whose iterations cost n d^2 + d^3.
 *
 * @param l2 weight of the ridge
 * @param passes most iterations of a run
 * @param seconds most seconds of a run
 */
@AutoService(Experiment.class)
@Described("logistic regression by gradient descent and by Newton's method: iterations and seconds")
public record LogisticNewton(double l2, int passes, double seconds) implements Experiment {
    private static final String KNOWN = "spambase";
    private static final double[] EXCESSES = {1e-3, 1e-6, 1e-9};
    private static final String EXCESS = "excess over the optimum";
    private static final Solver<FiniteSum, Linear> NEWTON = new Newton();
    private static final Solver<FiniteSum, Linear> DESCENT = new GradientDescent(StepSize.FIXED);
    private static final List<Solver<FiniteSum, Linear>> SOLVERS =
            List.of(NEWTON, DESCENT, new GradientDescent(StepSize.BACKTRACKING), new Fista(), new Lbfgs());

    /** A ridge of 1e-4, 20,000 iterations, 5 seconds. */
    public LogisticNewton() {
        this(1e-4, 20_000, 5);
    }

    /** Checks the sizes. */
    public LogisticNewton {
        if (!(l2 > 0) || passes < 1 || !(seconds > 0)) {
            throw InvalidInput.of("l2=" + l2 + ", passes=" + passes + ", seconds=" + seconds, "give numbers above 0");
        }
    }

    @Override
    public Experiment full() {
        return new LogisticNewton(l2, 1_000_000, 120);
    }

    @Override
    public String title() {
        return "Logistic regression by gradient descent and by Newton's method";
    }

    @Override
    public String source() {
        return Course.CITATION + ", logistic regression";
    }

    @Override
    public List<String> data() {
        return List.of(KNOWN);
    }

    /** What a method did. */
    record Ran(String solver, Trace trace) {
        double secondsAnIteration() {
            return trace.last().seconds() / trace.last().passes();
        }
    }

    @Override
    public Plan<Ran> plan(Shelf shelf) {
        Path file = shelf.file(KNOWN);
        Roles roles = new Roles(
                Objects.requireNonNull(KnownData.standard().named(KNOWN).target()));
        Dataset rows = TrainingData.of(
                        CsvReader.read(file, new CsvFormat()),
                        roles,
                        new EncodingOptions().withScale(Scale.STANDARD),
                        new Logistic(),
                        null)
                .dataset();
        FiniteSum problem = FiniteSum.of(rows, new Logistic(), new L2(l2), true);
        List<DataUsed> used = List.of(new DataUsed(KNOWN, rows.n(), rows.d(), sum(file)));
        List<Cell<Ran>> cells = new ArrayList<>();
        for (Solver<FiniteSum, Linear> solver : SOLVERS) {
            cells.add(Cell.<Ran>of(words(solver), live -> ran(problem, solver, seconds, live))
                    .unless(solver.refusal(problem))
                    .alone());
        }
        return Plan.of(
                        used,
                        Ran.class,
                        cells,
                        runs -> new Findings(
                                claims(runs),
                                table(runs),
                                List.of(figure(runs, "iterations"), figure(runs, "seconds")),
                                used,
                                List.of("Features with mean 0 and deviation 1, l2 = " + Digits.of(l2)
                                        + ", with an intercept. The optimum is the lowest objective of all methods; the clock"
                                        + " stands still while objectives are measured.")))
                .after(() -> SOLVERS.forEach(solver -> ran(problem, solver, seconds / 10, Listener.NONE)));
    }

    private Ran ran(FiniteSum problem, Solver<FiniteSum, Linear> solver, double most, Listener live) {
        StopRule rule = new StopRule().withRelativeGap(1e-13).withPasses(passes).withSeconds(most);
        return new Ran(
                words(solver), Driver.fit(problem, solver, rule, 1, null, live).trace());
    }

    private static String words(Solver<FiniteSum, Linear> solver) {
        return Catalogue.of(Solver.class).print(solver);
    }

    private static String sum(Path file) {
        try {
            return Sha256.ofFile(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static double optimum(List<Ran> runs) {
        return runs.stream().mapToDouble(run -> Course.least(run.trace)).min().orElseThrow();
    }

    private static Ran of(List<Ran> runs, Solver<FiniteSum, Linear> solver) {
        return runs.stream()
                .filter(run -> run.solver.equals(words(solver)))
                .findFirst()
                .orElseThrow();
    }

    private static List<Claim> claims(List<Ran> runs) {
        double optimum = optimum(runs);
        Ran newton = of(runs, NEWTON);
        Ran descent = of(runs, DESCENT);
        double iterations = Course.passes(newton.trace, optimum, 1e-9);
        double newtonSeconds = Course.seconds(newton.trace, optimum, 1e-6);
        double descentSeconds = Course.seconds(descent.trace, optimum, 1e-6);
        return List.of(
                new Claim(
                        "Newton's method needs few iterations: 20 at most to an excess of 1e-9",
                        iterations <= 20,
                        Digits.of(iterations)),
                new Claim(
                        "An iteration of Newton's method costs more than one of gradient descent",
                        newton.secondsAnIteration() > descent.secondsAnIteration(),
                        Digits.of(1000 * newton.secondsAnIteration()) + " ms against "
                                + Digits.of(1000 * descent.secondsAnIteration()) + " ms"),
                new Claim(
                        "With 57 features Newton's method is at an excess of 1e-6 before gradient descent is",
                        newtonSeconds < descentSeconds || Double.isNaN(descentSeconds),
                        Digits.of(newtonSeconds) + " s against "
                                + (Double.isNaN(descentSeconds)
                                        ? "never in "
                                                + Digits.of(descent.trace.last().seconds()) + " s"
                                        : Digits.of(descentSeconds) + " s")));
    }

    private static ResultTable table(List<Ran> runs) {
        double optimum = optimum(runs);
        ResultTable table = ResultTable.of(
                "method",
                "ms an iteration",
                "iterations to 1e-3",
                "to 1e-6",
                "to 1e-9",
                "seconds to 1e-6",
                "excess at the end");
        for (Ran run : runs) {
            table.add(
                    run.solver,
                    1000 * run.secondsAnIteration(),
                    Course.passes(run.trace, optimum, EXCESSES[0]),
                    Course.passes(run.trace, optimum, EXCESSES[1]),
                    Course.passes(run.trace, optimum, EXCESSES[2]),
                    Course.seconds(run.trace, optimum, EXCESSES[1]),
                    Course.least(run.trace) - optimum);
        }
        return table;
    }

    private static Figure figure(List<Ran> runs, String against) {
        double optimum = optimum(runs);
        ResultTable table = ResultTable.of(against, EXCESS, "method");
        for (Ran run : runs) {
            run.trace.points().stream()
                    .filter(point -> Double.isFinite(point.objective()))
                    .forEach(point -> table.add(
                            against.equals("seconds") ? point.seconds() : point.passes(),
                            point.objective() - optimum,
                            run.solver));
        }
        return new Figure(
                against,
                "Excess over the optimum against " + against,
                "Lower and further left is better.",
                new Chart(Mark.LINES, Axis.log(against), Axis.log(EXCESS), "method"),
                table);
    }
}
