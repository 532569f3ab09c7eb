package org.fenchel.lab.poisson;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
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
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.Listener;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.Solver;
import org.fenchel.solver.bounded.Lbfgsb;
import org.fenchel.solver.dual.Sdca;
import org.fenchel.solver.newton.Damping;
import org.fenchel.solver.newton.Newton;
import org.fenchel.solver.quasinewton.Lbfgs;
import org.fenchel.solver.stochastic.Svrg;

/**
 * The paper's figures 2 and 3: methods for linear Poisson regression side by side, and the weights that each finds. As in the paper
 * SVRG and L-BFGS keep to weights of 0 or more, where no rate is negative; Fenchel's own L-BFGS, which stays inside the domain by its
 * search, runs without that bound beside them. Newton's method runs with the damping that self-concordance asks for, and with a
 * search.
 *
 * @param rows most rows of a data set, drawn at random; 0 for all
 * @param simulated rows of the simulated data, with 100 features
 * @param passes most passes of a run
 * @param seconds most seconds of a run
 * @param seed of all that is random
 */
@AutoService(Experiment.class)
@Described("methods for linear Poisson regression, and the weights they find (figures 2 and 3)")
public record PoissonSolvers(int rows, int simulated, int passes, double seconds, long seed) implements Experiment {
    private static final int FEATURES = 100;
    private static final double GAP = 1e-9;
    private static final String SIMULATED = "simulated";
    private static final String EXCESS = "relative excess";

    /**
     * A method.
     *
     * @param bounded whether weights are kept at 0 or more
     */
    private record Method(String name, Solver<FiniteSum, Linear> solver, boolean bounded) {}

    private static final Method ASCENT = new Method("sdca", new Sdca().withoutFinish(), false);
    private static final Method NEWTON = new Method("newton", new Newton(Damping.SELF_CONCORDANT), false);
    private static final Method SEARCHED = new Method("newton, length searched", new Newton(), false);
    private static final List<Method> METHODS = List.of(
            ASCENT,
            NEWTON,
            SEARCHED,
            new Method("lbfgs", new Lbfgs(), false),
            new Method("svrg, weights at 0 or more", new Svrg(), true),
            new Method("lbfgsb, weights at 0 or more", new Lbfgsb(), true));

    /** At most 10,000 rows, 20,000 simulated ones, 3 seconds a run. */
    public PoissonSolvers() {
        this(10_000, 20_000, 5000, 3, 42);
    }

    /** Checks the sizes. */
    public PoissonSolvers {
        if (rows < 0 || simulated < 10 || passes < 1 || !(seconds > 0)) {
            throw InvalidInput.of(
                    "rows=" + rows + ", simulated=" + simulated + ", passes=" + passes + ", seconds=" + seconds,
                    "give 0 rows or more, 10 simulated ones or more, 1 pass or more, and time");
        }
    }

    @Override
    public Experiment full() {
        return new PoissonSolvers(0, 100_000, 20_000, 60, seed);
    }

    @Override
    public String title() {
        return "Methods for linear Poisson regression, and the weights they find";
    }

    @Override
    public String source() {
        return Paper.CITATION + ", figures 2 and 3";
    }

    @Override
    public List<String> data() {
        return Arrays.stream(CountData.values()).map(CountData::known).toList();
    }

    /** A run of a method. */
    private record Ran(Method method, Fit<Linear> fit) {
        Trace trace() {
            return fit.trace();
        }

        double objective() {
            return trace().points().stream()
                    .mapToDouble(Trace.Point::objective)
                    .filter(Double::isFinite)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
        }
    }

    /** All runs on one data set. */
    private record Race(DataUsed data, List<Ran> runs) {
        /** The lowest objective found by any method; with certificates of 1e-9 and less it is the optimum to nine digits. */
        double best() {
            return runs.stream().mapToDouble(Ran::objective).min().orElseThrow();
        }

        double[] weights(Method method) {
            return of(method).fit.solution().weights();
        }

        Ran of(Method method) {
            return runs.stream().filter(ran -> ran.method == method).findFirst().orElseThrow();
        }

        double excess(Ran ran) {
            return relative(ran.objective());
        }

        double relative(double objective) {
            return (objective - best()) / Math.max(1, Math.abs(best()));
        }

        int negative() {
            return (int) Arrays.stream(weights(NEWTON)).filter(w -> w < -1e-6).count();
        }
    }

    @Override
    public Findings run(Shelf shelf, Consumer<String> progress) {
        List<CountData.Loaded> loaded = new ArrayList<>(); // before anything slow: one may be missing
        for (CountData data : CountData.values()) {
            loaded.add(data.load(shelf, rows, seed));
        }
        SimulatedCounts counts = new SimulatedCounts(simulated, FEATURES, seed);
        loaded.add(new CountData.Loaded(counts.dataset(), new DataUsed(SIMULATED, simulated, FEATURES, "")));
        warmUp(loaded.get(0).rows(), progress);
        List<Race> races = new ArrayList<>();
        for (CountData.Loaded data : loaded) {
            List<Ran> runs = new ArrayList<>();
            for (Method method : METHODS) {
                progress.accept(data.used().name() + ", " + method.name);
                runs.add(run(data.rows(), method, seconds));
            }
            races.add(new Race(data.used(), runs));
        }
        List<Figure> figures = new ArrayList<>();
        for (Race race : races) {
            figures.add(course(race, "passes"));
            figures.add(course(race, "seconds"));
        }
        Race vegas = races.get(CountData.VEGAS.ordinal());
        figures.add(weights(vegas));
        List<DataUsed> used =
                new ArrayList<>(loaded.stream().map(CountData.Loaded::used).toList());
        used.set(used.size() - 1, counts.used());
        return new Findings(claims(races), table(races), figures, used, notes());
    }

    private List<String> notes() {
        return List.of(
                "l2 = 1/sqrt(n), no intercept. A run ends at a certified relative gap of 1e-9, after " + passes
                        + " passes or "
                        + Digits.of(seconds)
                        + " s, whichever is first; the clock stands still while objectives are measured. The optimum is the"
                        + " lowest objective of all methods.",
                "Weights below -1e-6 count as negative. A bounded method certifies the optimum among weights of 0 or more, which is"
                        + " another one than that of the table's excess.");
    }

    /** Compiles the loops. */
    private void warmUp(Dataset data, Consumer<String> progress) {
        progress.accept("warming up");
        METHODS.forEach(method -> run(data, method, Math.min(1, seconds / 4)));
    }

    private Ran run(Dataset data, Method method, double most) {
        double l2 = 1 / Math.sqrt(data.n());
        Penalty penalty = method.bounded ? new NonNegative(0, l2) : new L2(l2);
        FiniteSum problem = FiniteSum.of(data, new PoissonIdentity(), penalty, false);
        StopRule rule = new StopRule().withRelativeGap(GAP).withPasses(passes).withSeconds(most);
        return new Ran(method, Driver.fit(problem, method.solver, rule, seed, null, Listener.NONE));
    }

    private static ResultTable table(List<Race> races) {
        ResultTable table = ResultTable.of(
                "data", "rows", "features", "negative weights", "method", "passes to 1e-9", "seconds to 1e-9", EXCESS);
        for (Race race : races) {
            for (Ran ran : race.runs) {
                table.add(
                        race.data.name(),
                        race.data.rows(),
                        race.data.features(),
                        race.negative(),
                        ran.method.name,
                        Progressed.passes(ran.trace(), GAP),
                        Progressed.seconds(ran.trace(), GAP),
                        race.excess(ran));
            }
        }
        return table;
    }

    private static List<Claim> claims(List<Race> races) {
        List<Claim> claims = new ArrayList<>();
        for (Method method : List.of(ASCENT, NEWTON)) {
            claims.add(onEach(
                    method.name + " reaches a certified relative gap of 1e-9 on every data set",
                    races,
                    race -> Progressed.seconds(race.of(method).trace(), GAP),
                    seconds -> seconds >= 0));
        }
        claims.add(onEach("Every optimum has negative weights", races, Race::negative, negative -> negative > 0));
        for (Method method : METHODS.stream().filter(Method::bounded).toList()) {
            claims.add(onEach(
                    method.name + ": stays more than 1e-6 above the optimum on every data set",
                    races,
                    race -> race.excess(race.of(method)),
                    excess -> excess > 1e-6));
        }
        Race few = races.stream()
                .min(Comparator.comparingInt(race -> race.data.features()))
                .orElseThrow();
        Race many = races.stream()
                .max(Comparator.comparingInt(race -> race.data.features()))
                .orElseThrow();
        claims.add(new Claim(
                "Newton loses against sdca as features become many: its time in theirs is larger with "
                        + many.data.features() + " than with " + few.data.features(),
                ratio(many) > ratio(few),
                few.data.name() + " " + Digits.of(ratio(few)) + ", " + many.data.name() + " "
                        + Digits.of(ratio(many))));
        Race vegas = races.get(CountData.VEGAS.ordinal());
        double apart = IntStream.range(0, vegas.data.features())
                .mapToDouble(j -> Math.abs(vegas.weights(ASCENT)[j] - vegas.weights(NEWTON)[j]))
                .max()
                .orElse(0);
        claims.add(new Claim(
                "On the hotel reviews sdca and newton find the same weights, to 1e-3",
                apart <= 1e-3,
                "at most " + Digits.of(apart) + " apart"));
        return claims;
    }

    private static double ratio(Race race) {
        return Progressed.seconds(race.of(NEWTON).trace(), GAP)
                / Progressed.seconds(race.of(ASCENT).trace(), GAP);
    }

    private static Claim onEach(String text, List<Race> races, ToDoubleFunction<Race> number, DoublePredicate right) {
        boolean holds = true;
        StringBuilder found = new StringBuilder();
        for (Race race : races) {
            double value = number.applyAsDouble(race);
            holds &= right.test(value);
            found.append(found.isEmpty() ? "" : ", ")
                    .append(race.data.name())
                    .append(' ')
                    .append(Digits.of(value));
        }
        return new Claim(text, holds, found.toString());
    }

    private static Figure course(Race race, String against) {
        ResultTable table = ResultTable.of(against, EXCESS, "method");
        for (Ran ran : race.runs) {
            ran.trace().points().stream()
                    .filter(point -> Double.isFinite(point.objective()))
                    .forEach(point -> table.add(
                            against.equals("passes") ? point.passes() : point.seconds(),
                            race.relative(point.objective()),
                            ran.method.name));
        }
        return new Figure(
                race.data.name() + "-" + against,
                "Excess over the optimum against " + against + ": " + race.data.name(),
                "How much the objective of each method's point is above the optimum; lower and further left is better.",
                new Chart(Mark.LINES, Axis.linear(against), Axis.log(EXCESS), "method"),
                table);
    }

    private static Figure weights(Race race) {
        double[] optimal = race.weights(NEWTON);
        int[] order = IntStream.range(0, optimal.length)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> optimal[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        ResultTable table = ResultTable.of("weights in ascending order", "weight", "method");
        for (Ran ran : race.runs) {
            double[] weights = ran.fit.solution().weights();
            for (int k = 0; k < order.length; k++) {
                table.add(k + 1, weights[order[k]], ran.method.name);
            }
        }
        return new Figure(
                race.data.name() + "-weights",
                "The weights each method finds: " + race.data.name(),
                "Bounded methods cannot follow where the optimum goes below 0.",
                new Chart(Mark.POINTS, Axis.linear("weights in ascending order"), Axis.linear("weight"), "method"),
                table);
    }
}
