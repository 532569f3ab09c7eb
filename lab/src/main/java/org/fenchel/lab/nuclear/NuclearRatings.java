package org.fenchel.lab.nuclear;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.io.hash.Sha256;
import org.fenchel.io.ratings.MovieLens;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.fenchel.lab.Claim;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Findings;
import org.fenchel.lab.ResultTable;
import org.fenchel.lab.Shelf;
import org.fenchel.loss.Absolute;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.lowrank.Biases;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.MeanLoss;
import org.fenchel.run.Fit;

/**
 * Figures 4 and 6: MovieLens 100K, mean absolute residual and nuclear norm, four fifths learned from.
 *
 * @param nuclear multiplier of the nuclear norm, times the number of ratings
 * @param seconds of work of each method
 * @param most ratings that are used
 * @param seed of the split, and of the methods
 */
@AutoService(Experiment.class)
@Described("objective and test error of Semi-Proximal Mirror-Prox and its competitors on MovieLens 100K (figures 4, 6)")
public record NuclearRatings(double nuclear, double seconds, int most, long seed) implements Experiment {
    private static final String KNOWN = "movielens-100k";
    private static final double TEST = 0.2;

    /** Three seconds a method. */
    public NuclearRatings() {
        this(18, 3, 100_000, 42);
    }

    /** Checks the sizes. */
    public NuclearRatings {
        if (!(nuclear > 0) || !(seconds > 0) || most < 100) {
            throw InvalidInput.of(
                    "nuclear=" + nuclear + ", seconds=" + seconds + ", most=" + most,
                    "give numbers above 0, and 100 ratings or more");
        }
    }

    @Override
    public Experiment full() {
        return new NuclearRatings(nuclear, 40, most, seed);
    }

    @Override
    public String title() {
        return "Semi-Proximal Mirror-Prox on ratings";
    }

    @Override
    public String source() {
        return MethodRace.CITATION + ", figures 4 and 6";
    }

    @Override
    public List<String> data() {
        return List.of(KNOWN);
    }

    @Override
    public Findings run(Shelf shelf, Consumer<String> progress) {
        Path file = shelf.file(KNOWN);
        Split split = split(MovieLens.read(file, MovieLens.Join.RIGHT));
        Biases biases = Biases.of(split.train());
        ObservedEntries rest = biases.removed(split.train());
        LowRankFit problem = LowRankFit.of(rest, new MeanLoss(new Absolute()), nuclear / rest.count());
        progress.accept("optimum");
        Fit<LowRank> best = MethodRace.optimum(problem, 1e-6, 1000);
        double optimum = best.certificate().primal();
        MethodRace race = new MethodRace(problem, optimum, seed);
        ResultTable errors = ResultTable.of("method", "NMAE", "rank", "objective above the optimum");
        for (String method : MethodRace.METHODS) {
            LowRankMatrix x =
                    race.run(method, seconds, Integer.MAX_VALUE, progress).solution();
            double above = problem.objective(new LowRank(x)) / optimum - 1;
            errors.add(method, nmae(split.test(), biases, x), x.rank(), above);
        }
        LowRankMatrix zero = LowRankMatrix.zero(rest.m(), rest.n());
        double biased = nmae(split.test(), biases, zero);
        double ours = nmae(split.test(), biases, race.of(MethodRace.OURS).solution());
        double smooth = nmae(split.test(), biases, race.of(MethodRace.SMOOTH_CG).solution());
        List<Claim> claims = List.of(
                race.fewerCalls(
                        "Semi-Proximal Mirror-Prox clearly outperforms conditional gradients on the smoothed fit",
                        MethodRace.OURS,
                        MethodRace.SMOOTH_CG),
                race.lessTime(
                        "and does so with the oracle of single pairs and a decaying accuracy",
                        MethodRace.DECAYING,
                        MethodRace.SMOOTH_CG),
                new Claim(
                        "Its test error is lower too",
                        ours < smooth,
                        "NMAE " + Digits.of(ours) + " against " + Digits.of(smooth)),
                race.lessTime(
                        "It is competitive with inexact proximal gradients (closer after as many seconds)",
                        MethodRace.OURS,
                        "proximal-gradient(inner=sweep,calls=1)"),
                race.fewerCalls(
                        "A fixed number of inner steps is sometimes comparable with a decaying accuracy (closer after as many calls here)",
                        MethodRace.FIXED,
                        MethodRace.DECAYING));
        return new Findings(
                claims,
                race.table(),
                race.figures("nuclear-ratings"),
                List.of(new DataUsed(KNOWN, rest.count() + split.test().count(), rest.n(), sum(file))),
                List.of(
                        "Optimum " + Digits.of(optimum) + ", proven to "
                                + Digits.of(best.certificate().bound()) + ", rank "
                                + best.solution().matrix().rank() + ", NMAE "
                                + Digits.of(nmae(
                                        split.test(), biases, best.solution().matrix()))
                                + "; biases alone " + Digits.of(biased) + "; " + MethodRace.budget(seconds) + ".",
                        "NMAE at the end: " + errorWords(errors),
                        "Biases are removed first. The article's multipliers are not known."));
    }

    private static String errorWords(ResultTable errors) {
        List<String> words = new ArrayList<>();
        errors.rows().forEach(row -> words.add(row.get(0) + " " + ResultTable.shown(row.get(1))));
        return String.join(", ", words);
    }

    /** Ratings learned from, and those held out, on the same rows and columns. */
    private record Split(ObservedEntries train, ObservedEntries test) {}

    private Split split(Table table) {
        int n = Math.min(most, table.n());
        Column.Categorical users = (Column.Categorical) table.column("user");
        Column.Categorical items = (Column.Categorical) table.column("movie");
        double[] ratings = ((Column.Numeric) table.column("rating")).values();
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] out = new boolean[n];
        for (int e = 0; e < n; e++) {
            out[e] = random.nextDouble() < TEST;
        }
        return new Split(part(users, items, ratings, out, false), part(users, items, ratings, out, true));
    }

    private static ObservedEntries part(
            Column.Categorical users, Column.Categorical items, double[] ratings, boolean[] out, boolean which) {
        int[] at = IntStream.range(0, out.length).filter(e -> out[e] == which).toArray();
        return ObservedEntries.of(
                users.levels().size(),
                items.levels().size(),
                Arrays.stream(at).map(e -> users.codes()[e]).toArray(),
                Arrays.stream(at).map(e -> items.codes()[e]).toArray(),
                Arrays.stream(at).mapToDouble(e -> ratings[e]).toArray());
    }

    /** Mean absolute error of predictions kept from 1 to 5, over the range of 4. */
    private static double nmae(ObservedEntries test, Biases biases, LowRankMatrix x) {
        double[] z = new double[test.count()];
        x.entries(test, z);
        double sum = 0;
        for (int i = 0; i < test.m(); i++) {
            for (int e = test.rowStart()[i]; e < test.rowStart()[i + 1]; e++) {
                double predicted = Math.min(5, Math.max(1, z[e] + biases.at(i, test.column()[e])));
                sum += Math.abs(predicted - test.value()[e]);
            }
        }
        return sum / test.count() / 4;
    }

    private static String sum(Path file) {
        try {
            return Sha256.ofFile(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
