package org.fenchel.lab.nuclear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Chart.Axis;
import org.fenchel.lab.Chart.Mark;
import org.fenchel.lab.Claim;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Figure;
import org.fenchel.lab.ResultTable;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.Listener;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.lowrank.DouglasRachford;
import org.fenchel.solver.lowrank.LowRankSolver;

/** Methods with oracles of singular pairs on one problem: what each has reached after so many calls and seconds. */
final class MethodRace {
    static final String CITATION =
            "N. He, Z. Harchaoui, Semi-Proximal Mirror-Prox for Nonsmooth Composite Minimization, NIPS 2015";

    static final String OURS = "semi-proximal-mirror-prox(inner=sweep,calls=1)";
    static final String DECAYING = "semi-proximal-mirror-prox(inner=plane,calls=0)";
    static final String FIXED = "semi-proximal-mirror-prox(inner=plane,calls=4)";
    static final String SMOOTH_CG = "conditional-gradient(correction=atoms)";
    static final String SPG = "proximal-gradient(inner=plane,calls=0)";
    static final String SPLITTING = "douglas-rachford";

    /** The article's methods with the oracle that it has, and what else there is. */
    static final List<String> METHODS = List.of(
            DECAYING,
            FIXED,
            "semi-proximal-mirror-prox(inner=subspace,calls=0)",
            "semi-proximal-mirror-prox(inner=block,calls=1)",
            OURS,
            "semi-proximal-mirror-prox(form=penalised)",
            SPG,
            "proximal-gradient(inner=sweep,calls=1)",
            SMOOTH_CG,
            "linearised-admm(inner=sweep,calls=1)",
            SPLITTING);

    private static final double[] LEVELS = {1e-1, 1e-2, 1e-3, 1e-4};

    private final LowRankFit problem;
    private final double optimum;
    private final long seed;
    private final ResultTable table = ResultTable.of(
            "method", "calls to 10 %", "to 1 %", "to 0.1 %", "seconds to 1 %", "to 0.01 %, s", "gap at the end");
    private final ResultTable byCalls = ResultTable.of("oracle calls", "relative suboptimality", "method");
    private final ResultTable bySeconds = ResultTable.of("seconds", "relative gap", "method");
    private final List<Raced> raced = new ArrayList<>();

    MethodRace(LowRankFit problem, double optimum, long seed) {
        this.problem = problem;
        this.optimum = optimum;
        this.seed = seed;
    }

    /**
     * A method's course.
     *
     * @param calls of its oracle until the suboptimality was at most 10, 1, 0.1 and 0.01 percent; infinity where it never was
     * @param seconds likewise
     * @param solution where it ended
     * @param stages all that was measured
     */
    record Raced(
            String method, double[] calls, double[] seconds, double gap, LowRankMatrix solution, List<Stage> stages) {
        Stage last() {
            return stages.get(stages.size() - 1);
        }

        /** Least relative suboptimality within a budget. */
        double above(Predicate<Stage> within) {
            return stages.stream()
                    .filter(within)
                    .mapToDouble(Stage::above)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        }
    }

    /** A measured point of a course. */
    record Stage(double calls, double seconds, double above) {}

    /** The objective's least value, proven to the gap. */
    static Fit<LowRank> optimum(LowRankFit problem, double gap, int passes) {
        return Driver.fit(problem, new DouglasRachford(), new StopRule(gap, 0, passes, 1e9));
    }

    /** Runs a method for so many seconds of its own. */
    Raced run(String method, double seconds, int passes, Consumer<String> progress) {
        progress.accept(method);
        LowRankSolver solver = Catalogue.of(LowRankSolver.class).parse(method);
        Fit<LowRank> fit =
                Driver.fit(problem, solver, new StopRule(1e-7, 0, passes, seconds), seed, null, Listener.NONE);
        double[] calls = new double[LEVELS.length];
        double[] times = new double[LEVELS.length];
        Arrays.fill(calls, Double.POSITIVE_INFINITY);
        Arrays.fill(times, Double.POSITIVE_INFINITY);
        List<Stage> stages = new ArrayList<>();
        for (Trace.Point point : fit.trace().points()) {
            if (Double.isNaN(point.objective())) {
                continue;
            }
            double above = Math.max(point.objective() - optimum, 1e-12 * optimum) / optimum;
            stages.add(new Stage(point.oracle().calls(), point.seconds(), above));
            if (point.oracle().calls() == 0) {
                continue; // no place on a logarithmic axis
            }
            byCalls.add((double) point.oracle().calls(), above, method);
            if (Double.isFinite(point.dual())) {
                double gap = (point.objective() - point.dual()) / optimum;
                bySeconds.add(Math.max(1e-4, point.seconds()), Math.max(1e-12, gap), method);
            }
            for (int level = 0; level < LEVELS.length; level++) {
                if (above <= LEVELS[level] && calls[level] == Double.POSITIVE_INFINITY) {
                    calls[level] = point.oracle().calls();
                    times[level] = point.seconds();
                }
            }
        }
        double gap = fit.certificate().bound() / optimum;
        Raced result = new Raced(method, calls, times, gap, fit.solution().matrix(), stages);
        raced.add(result);
        table.add(method, nan(calls[0]), nan(calls[1]), nan(calls[2]), nan(times[1]), nan(times[3]), gap);
        return result;
    }

    private static double nan(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    Raced of(String method) {
        return raced.stream()
                .filter(one -> one.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    /** That one method is closer to the optimum than another after as many calls of its oracle. */
    Claim fewerCalls(String text, String first, String second) {
        double budget = Math.min(of(first).last().calls(), of(second).last().calls());
        double one = of(first).above(point -> point.calls() <= budget);
        double two = of(second).above(point -> point.calls() <= budget);
        return claim(text, one, two, Digits.of(budget) + " calls");
    }

    /** That one method is closer to the optimum than another after as long a time. */
    Claim lessTime(String text, String first, String second) {
        double budget = Math.min(of(first).last().seconds(), of(second).last().seconds());
        double one = of(first).above(point -> point.seconds() <= budget);
        double two = of(second).above(point -> point.seconds() <= budget);
        return claim(text, one, two, Digits.of(budget) + " s");
    }

    private static Claim claim(String text, double one, double two, String budget) {
        return new Claim(
                text, one < two, Digits.of(one) + " above the optimum after " + budget + ", against " + Digits.of(two));
    }

    ResultTable table() {
        return table;
    }

    List<Figure> figures(String name) {
        return List.of(
                new Figure(
                        name + "-calls",
                        "Suboptimality against calls of the oracle",
                        "Objective above the proven optimum, in units of it. A call of inner=sweep, block and of splitting yields several pairs.",
                        new Chart(Mark.LINES, Axis.log("oracle calls"), Axis.log("relative suboptimality"), "method"),
                        byCalls),
                new Figure(
                        name + "-seconds",
                        "Proven gap against seconds",
                        "Certified gap in units of the optimum; seconds of work, certificates excluded.",
                        new Chart(Mark.LINES, Axis.log("seconds"), Axis.log("relative gap"), "method"),
                        bySeconds));
    }

    /** The numbers of a budget, as a reader wants them. */
    static String budget(double seconds) {
        return String.format(Locale.ROOT, "%s seconds of work each", Digits.of(seconds));
    }
}
