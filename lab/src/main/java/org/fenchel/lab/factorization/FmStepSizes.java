package org.fenchel.lab.factorization;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.fenchel.catalogue.Described;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.ratings.MovieLens;
import org.fenchel.kernel.Shards;
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
import org.fenchel.loss.Logistic;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Run;
import org.fenchel.solver.factorization.AdagradFactorization;
import org.fenchel.solver.factorization.AdamFactorization;
import org.fenchel.solver.factorization.FactorizationSolver;
import org.fenchel.solver.factorization.ProximalFactorization;
import org.fenchel.solver.factorization.SgdFactorization;

/**
 * The article's comparison over step sizes: the best loss of any epoch, by proximal steps, SGD, Adagrad and Adam, with vectors frozen
 * as in its code and with vectors that move.
 *
 * @param sizes step sizes, from 1e-4 to 1 in equal factors
 * @param repeats starts and orders for each
 * @param epochs passes of a run; the article's figures have 20, and 50 for proximal steps alone
 * @param seed of the first repeat
 */
@AutoService(Experiment.class)
@Described("best losses of a factorization machine over step sizes: proximal steps, SGD, Adagrad, Adam")
public record FmStepSizes(int sizes, int repeats, int epochs, long seed) implements Experiment {
    private static final double SMALLEST = 1e-4;
    private static final double L2_WEIGHTS = 0.004;
    private static final double L2_FACTORS = 0.02;

    /** Rows of 11 features at most: their steps are not safe beyond this. */
    private static final double BOUND = 0.1;

    /** Five sizes, twice, ten epochs. */
    public FmStepSizes() {
        this(5, 2, 10, 1);
    }

    /** Checks the sizes. */
    public FmStepSizes {
        if (sizes < 2 || repeats < 1 || epochs < 1) {
            throw InvalidInput.of(
                    "sizes=" + sizes + ", repeats=" + repeats + ", epochs=" + epochs, "give 2, 1 and 1 at least");
        }
    }

    /** The methods, in the article's order, and exact steps that fall. */
    private enum Method {
        PROXIMAL("proximal, constant"),
        FALLING("proximal, falling"),
        SGD("sgd"),
        ADAGRAD("adagrad"),
        ADAM("adam");

        private final String words;

        Method(String words) {
            this.words = words;
        }

        FactorizationSolver of(double step, int epochs) {
            return switch (this) {
                case PROXIMAL -> new ProximalFactorization().withStep(step, 1).withPasses(epochs);
                case FALLING -> new ProximalFactorization().withStep(step, 0.85).withPasses(epochs);
                case SGD -> new SgdFactorization(step, epochs);
                case ADAGRAD -> new AdagradFactorization(step, epochs);
                case ADAM -> new AdamFactorization(step, epochs);
            };
        }
    }

    @Override
    public Experiment full() {
        return new FmStepSizes(13, 15, 20, seed);
    }

    @Override
    public String title() {
        return "Factorization machines over step sizes";
    }

    @Override
    public String source() {
        return Article.CITATION + ", its comparison of methods over step sizes";
    }

    @Override
    public List<String> data() {
        return List.of(Article.KNOWN);
    }

    @Override
    public Findings run(Shelf shelf, Consumer<String> progress) {
        Article.Loaded loaded = Article.load(shelf, MovieLens.Join.RIGHT);
        progress.accept("vectors frozen");
        double[][] frozen = means(loaded.rows(), true);
        progress.accept("vectors that move");
        double[][] moving = means(loaded.rows(), false);
        return new Findings(
                claims(frozen, moving),
                table(frozen, moving),
                List.of(
                        figure("frozen", "Vectors frozen, as in the article's code", frozen),
                        figure("moving", "Vectors that move, with a ridge", moving)),
                List.of(loaded.used()),
                List.of(
                        "The best of the " + epochs
                                + " epochs' mean losses, each row's just before its step; the mean of " + repeats
                                + " starts and orders. A run that overflows has the best of the epochs before, none where the first did.",
                        "With frozen vectors the model is linear, and has no ridge, as in the article. Vectors that move have the ridge of"
                                + " the command line, " + L2_WEIGHTS + " on weights and " + L2_FACTORS
                                + " on vectors, for all methods alike.",
                        "Falling steps shrink by 0.85 from epoch to epoch. Proximal steps beyond a row's bound are shortened for that row."));
    }

    private double step(int size) {
        return SMALLEST * Math.pow(1 / SMALLEST, size / (sizes - 1.0));
    }

    /** The mean best loss of each method at each size. */
    private double[][] means(Dataset rows, boolean frozen) {
        int methods = Method.values().length;
        double[] best = new double[methods * sizes * repeats];
        Shards.run(best.length, cell -> {
            int repeat = cell % repeats;
            int size = cell / repeats % sizes;
            Method method = Method.values()[cell / repeats / sizes];
            Factorized start = Article.start(rows.d(), Article.RANK, seed + repeat);
            FactorizationFit problem = frozen
                    ? Article.frozen(rows, start)
                    : FactorizationFit.of(rows, new Logistic(), Article.RANK, L2_WEIGHTS, L2_FACTORS);
            Factorized from = frozen ? Article.start(rows.d(), 0, seed + repeat) : start;
            best[cell] = best(method.of(step(size), epochs).start(problem, seed + repeat, from));
        });
        double[][] means = new double[methods][sizes];
        for (int m = 0; m < methods; m++) {
            for (int s = 0; s < sizes; s++) {
                int from = (m * sizes + s) * repeats;
                means[m][s] =
                        Arrays.stream(best, from, from + repeats).average().orElseThrow();
            }
        }
        return means;
    }

    private static double best(Run<Factorized> run) {
        double best = Double.POSITIVE_INFINITY;
        while (run.health() == Run.Health.WELL) {
            run.step();
            double loss = run.onlineLoss().orElse(Double.NaN);
            best = loss < best ? loss : best;
        }
        return best;
    }

    /** By how much the losses of sizes up to the bound differ. */
    private double spread(double[] losses) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < sizes; s++) {
            if (step(s) <= BOUND * (1 + 1e-9)) {
                low = Math.min(low, losses[s]);
                high = Math.max(high, losses[s]);
            }
        }
        return high - low;
    }

    private static double least(double[] losses) {
        return Arrays.stream(losses).min().orElseThrow();
    }

    private List<Claim> claims(double[][] frozen, double[][] moving) {
        return List.of(
                steadiest("frozen vectors", Method.PROXIMAL, frozen),
                steadiest("vectors that move", Method.PROXIMAL, moving),
                steadiest("vectors that move", Method.FALLING, moving),
                lowest("frozen vectors", frozen),
                lowest("vectors that move", moving),
                degrades("frozen vectors", frozen),
                degrades("vectors that move", moving));
    }

    private Claim steadiest(String with, Method method, double[][] losses) {
        double own = spread(losses[method.ordinal()]);
        double adagrad = spread(losses[Method.ADAGRAD.ordinal()]);
        double adam = spread(losses[Method.ADAM.ordinal()]);
        return new Claim(
                "The loss of steps '" + method.words + "' varies less over sizes up to " + BOUND
                        + " than those of Adagrad and Adam: " + with,
                own < adagrad && own < adam,
                Digits.of(own) + " against " + Digits.of(adagrad) + " and " + Digits.of(adam));
    }

    private static Claim lowest(String with, double[][] losses) {
        double own = least(losses[Method.ADAGRAD.ordinal()]);
        double other = Arrays.stream(Method.values())
                .filter(method -> method != Method.ADAGRAD)
                .mapToDouble(method -> least(losses[method.ordinal()]))
                .min()
                .orElseThrow();
        return new Claim(
                "Adagrad finds the lowest loss: " + with,
                own <= other,
                Digits.of(own) + " against " + Digits.of(other));
    }

    private Claim degrades(String with, double[][] losses) {
        double[] adam = losses[Method.ADAM.ordinal()];
        return new Claim(
                "Adam is worse at large steps than at its best, by .01 at least: " + with,
                adam[sizes - 1] > least(adam) + 0.01,
                Digits.of(adam[sizes - 1]) + " against " + Digits.of(least(adam)));
    }

    private ResultTable table(double[][] frozen, double[][] moving) {
        ResultTable table = ResultTable.of("vectors", "method", "least loss", "spread up to the bound", "at step 1");
        for (Method method : Method.values()) {
            add(table, "frozen", method, frozen[method.ordinal()]);
        }
        for (Method method : Method.values()) {
            add(table, "moving", method, moving[method.ordinal()]);
        }
        return table;
    }

    private void add(ResultTable table, String vectors, Method method, double[] losses) {
        table.add(vectors, method.words, least(losses), spread(losses), losses[sizes - 1]);
    }

    private Figure figure(String name, String title, double[][] losses) {
        ResultTable table = ResultTable.of("step size", "best loss", "method");
        for (Method method : Method.values()) {
            for (int s = 0; s < sizes; s++) {
                table.add(step(s), losses[method.ordinal()][s], method.words);
            }
        }
        return new Figure(
                name,
                title,
                "The best loss of any epoch at each step size; flat is steady, low is good.",
                new Chart(Mark.LINES, Axis.log("step size"), Axis.log("best loss"), "method"),
                table);
    }
}
