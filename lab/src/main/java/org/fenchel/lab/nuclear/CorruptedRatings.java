package org.fenchel.lab.nuclear;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.lab.Cell;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Chart.Axis;
import org.fenchel.lab.Chart.Mark;
import org.fenchel.lab.Claim;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Plan;
import org.fenchel.lab.ResultTable;
import org.fenchel.lab.Shelf;
import org.fenchel.loss.Absolute;
import org.fenchel.loss.Squared;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.lowrank.Biases;
import org.fenchel.problem.lowrank.DataFit;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.MeanLoss;
import org.fenchel.run.Driver;
import org.fenchel.run.StopRule;
import org.fenchel.select.NuclearPath;
import org.fenchel.solver.lowrank.Als;
import org.fenchel.solver.lowrank.DouglasRachford;
import org.fenchel.solver.lowrank.LowRankSolver;

/**
 * What wrong ratings cost: a part of MovieLens 100K's training ratings is replaced by 1 or 5, and the model is judged on true ones. Absolute loss against squared
 * loss and alternating least squares; each chooses its penalty on a tenth of the spoilt ratings.
 *
 * @param repeats splits and corruptions drawn
 * @param passes at most in the last fit
 * @param seed of the first
 */
@AutoService(Experiment.class)
@Described("MovieLens with 0 to 20 % of the ratings replaced: absolute loss against squared loss and ALS")
public record CorruptedRatings(int repeats, int passes, long seed) implements Experiment {
    private static final int[] PERCENT = {0, 5, 10, 20};
    private static final double HELD_OUT = 0.2;

    /** One draw. */
    public CorruptedRatings() {
        this(1, 300, 42);
    }

    /** Checks the sizes. */
    public CorruptedRatings {
        if (repeats < 1 || passes < 1) {
            throw InvalidInput.of("repeats=" + repeats + ", passes=" + passes, "give 1 or more");
        }
    }

    @Override
    public Experiment full() {
        return new CorruptedRatings(5, 1000, seed);
    }

    @Override
    public String title() {
        return "What wrong ratings cost";
    }

    @Override
    public String source() {
        return "N. He, Z. Harchaoui, Semi-Proximal Mirror-Prox for Nonsmooth Composite Minimization, NIPS 2015, whose case for the absolute loss is wrong data";
    }

    @Override
    public List<String> data() {
        return List.of(Ratings.KNOWN);
    }

    /** A way to complete the matrix. */
    private enum Method {
        ABSOLUTE("absolute loss"),
        SQUARED("squared loss"),
        ALS("ALS, 10 factors");

        private final String words;

        Method(String words) {
            this.words = words;
        }

        DataFit fit() {
            return new MeanLoss(this == ABSOLUTE ? new Absolute() : new Squared());
        }

        LowRankSolver solver() {
            return this == ALS ? new Als(10) : new DouglasRachford();
        }
    }

    /** How one fit did on true ratings. */
    record Errors(String method, int percent, double nmae, double rmse, int rank) {}

    @Override
    public Plan<Errors> plan(Shelf shelf) {
        Ratings ratings = Ratings.read(shelf);
        List<Cell<Errors>> cells = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            long drawn = seed + repeat;
            for (int percent : PERCENT) {
                for (Method method : Method.values()) {
                    cells.add(Cell.<Errors>of(
                                    method.words + ", " + percent + " %, draw " + (repeat + 1),
                                    live -> errors(ratings, method, percent, drawn))
                            .costing(method == Method.ALS ? 1 : 2));
                }
            }
        }
        return Plan.of(List.of(ratings.used()), Errors.class, cells, rows -> findings(rows, ratings));
    }

    private Errors errors(Ratings ratings, Method method, int percent, long drawn) {
        ObservedEntries all = ratings.entries();
        boolean[] out = new boolean[all.count()];
        SplittableRandom random = new SplittableRandom(drawn);
        for (int e = 0; e < out.length; e++) {
            out[e] = random.nextDouble() < HELD_OUT;
        }
        ObservedEntries train = spoilt(all.part(out, false), percent, random);
        Biases biases = Biases.of(train);
        LowRankFit any = LowRankFit.of(biases.removed(train), method.fit(), 1);
        NuclearPath path = NuclearPath.of(any, method.solver(), drawn, point -> {});
        LowRankMatrix matrix = Driver.fit(
                        any.withNuclear(path.best()),
                        method.solver(),
                        new StopRule().withRelativeGap(1e-3).withPasses(passes),
                        drawn,
                        path.start(),
                        point -> {})
                .solution()
                .matrix();
        return judged(method, percent, biases, matrix, all.part(out, true));
    }

    /** The same with a part of the ratings replaced by 1 or 5. */
    private static ObservedEntries spoilt(ObservedEntries train, int percent, SplittableRandom random) {
        double[] values = train.value().clone();
        for (int e = 0; e < values.length; e++) {
            double chance = random.nextDouble();
            double wrong = random.nextBoolean() ? 5 : 1;
            values[e] = 100 * chance < percent ? wrong : values[e];
        }
        return train.withValues(values);
    }

    private static Errors judged(
            Method method, int percent, Biases biases, LowRankMatrix matrix, ObservedEntries test) {
        double sizes = 0;
        double squares = 0;
        for (int i = 0; i < test.m(); i++) {
            for (int e = test.rowStart()[i]; e < test.rowStart()[i + 1]; e++) {
                int j = test.column()[e];
                double said = Math.min(Math.max(biases.at(i, j) + matrix.at(i, j), 1), 5);
                double error = said - test.value()[e];
                sizes += Math.abs(error);
                squares += error * error;
            }
        }
        int n = test.count();
        return new Errors(method.words, percent, sizes / n / 4, Math.sqrt(squares / n), matrix.rank());
    }

    private Findings findings(List<Errors> rows, Ratings ratings) {
        ResultTable table = ResultTable.of("method", "% replaced", "NMAE", "RMSE", "rank");
        ResultTable curve = ResultTable.of("% replaced", "NMAE", "method");
        for (Method method : Method.values()) {
            for (int percent : PERCENT) {
                table.add(
                        method.words,
                        percent,
                        mean(rows, method, percent, 0),
                        mean(rows, method, percent, 1),
                        mean(rows, method, percent, 2));
                curve.add(percent, mean(rows, method, percent, 0), method.words);
            }
        }
        return new Findings(
                claims(rows),
                table,
                List.of(new Figure(
                        "errors",
                        "Error on true ratings as training ratings go wrong",
                        "Mean absolute error over the range of the ratings, 4; lower is better.",
                        new Chart(Mark.LINES, Axis.linear("% replaced"), Axis.linear("NMAE"), "method"),
                        curve)),
                List.of(ratings.used()),
                List.of(
                        "A fifth of the ratings is held out and stays as it is; of the others a part is replaced by 1 or 5, each as often.",
                        "Biases are taken out first, and each method chooses its penalty by its own loss on a tenth of the spoilt ratings.",
                        "Predictions are moved into 1 to 5. Numbers are means of " + repeats + " draws."));
    }

    private static List<Claim> claims(List<Errors> rows) {
        double clean = mean(rows, Method.ABSOLUTE, 0, 0);
        double cleanSquared = mean(rows, Method.SQUARED, 0, 0);
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim(
                "On clean ratings the absolute loss ties squared loss and ALS, to a hundredth of the error",
                Math.abs(clean - cleanSquared) <= 0.01 * cleanSquared
                        && Math.abs(clean - mean(rows, Method.ALS, 0, 0)) <= 0.01 * clean,
                Digits.of(clean) + " against " + Digits.of(cleanSquared) + " and "
                        + Digits.of(mean(rows, Method.ALS, 0, 0))));
        for (int percent : new int[] {5, 10, 20}) {
            double robust = mean(rows, Method.ABSOLUTE, percent, 0);
            double squared = mean(rows, Method.SQUARED, percent, 0);
            double als = mean(rows, Method.ALS, percent, 0);
            claims.add(new Claim(
                    "With " + percent + " % replaced the absolute loss is better than both",
                    robust < squared && robust < als,
                    Digits.of(robust) + " against " + Digits.of(squared) + " and " + Digits.of(als)));
        }
        return claims;
    }

    /** Of NMAE, RMSE or rank over the draws. */
    private static double mean(List<Errors> rows, Method method, int percent, int which) {
        return rows.stream()
                .filter(row -> row.method().equals(method.words) && row.percent() == percent)
                .mapToDouble(row -> which == 0 ? row.nmae() : which == 1 ? row.rmse() : row.rank())
                .average()
                .orElse(Double.NaN);
    }
}
